import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundWorld } from '../../src/cli/demo/playground-config.js';
import { openBrowser } from '../browser.js';
import { freePort } from '../ports.js';
import { openPlayground, type PlaygroundWindow } from './playground.js';
import { startPracticeBot, type PracticeBot } from './practice-bot.js';

const world = (name: string, person: string): PlaygroundWorld => ({
  name,
  botName: 'Campusdesk',
  currentUser: {
    id: `00000000-0000-0000-0000-${name.padStart(12, '0').replace(/[^0-9a-f]/g, '1')}`,
    name: person,
  },
  others: [],
  teamName: 'Campus Nord',
  channelName: 'Tickets',
});

describe('the harness around the Playground', () => {
  let bot: PracticeBot;
  let browser: Browser;
  let folder: string;
  let teacher: PlaygroundWindow;
  let manager: PlaygroundWindow;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-playground-'));
    [bot, browser] = await Promise.all([startPracticeBot(), openBrowser()]);
    const open = async (name: string, person: string) =>
      openPlayground(browser, {
        endpoint: bot.endpoint,
        port: await freePort(),
        folder: join(folder, name),
        world: world(name, person),
      });
    [teacher, manager] = await Promise.all([open('teacher', 'Tina Teacher'), open('manager', 'Max Manager')]);
  });

  afterAll(async () => {
    await Promise.all([teacher.close(), manager.close()]);
    await browser.close();
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('fills each kind of input by its label and hands all of them to the bot', async () => {
    await teacher.say('form');
    const form = teacher.card('A form');
    await teacher.fill(form, {
      Room: 'B 204',
      'What happened?': 'No network',
      'A lesson cannot go on': true,
      Day: '2027-03-08',
      Time: '14:30',
      Count: '3',
      Kind: 'Pear',
      School: 'Anton School',
      Stars: 'two',
    });
    await teacher.press(form, 'Send');
    await teacher.see(/^send:/);

    expect(bot.received.at(-1)?.value).toMatchObject({
      action: {
        data: {
          hidden: 'kept',
          room: 'B 204',
          story: 'No network',
          blocked: 'true',
          day: '2027-03-08',
          time: '14:30',
          count: '3',
          kind: 'pear',
          school: 'anton school',
          stars: 'two',
        },
      },
    });
  });

  it('opens a form within a card, presses what is behind the dots, and reads a text answer', async () => {
    await teacher.say('form');
    const form = teacher.card('A form');
    await teacher.fill(form, { Room: 'C 1' });
    await teacher.press(form, 'Text');
    await teacher.see('Only a text');
    await teacher.press(form, 'Comment');
    await teacher.fill(form, { Room: 'C 1', 'Your comment': 'It works again' });
    await teacher.press(form, 'Send comment');
    await teacher.see(/^comment:.*It works again/);

    await teacher.say('form');
    await teacher.fill(form, { Room: 'C 1' });
    await teacher.press(form, 'Hidden');
    await teacher.see(/^hidden:/);
  });

  it('sees a card edited in place', async () => {
    await teacher.say('edit');
    await teacher.see('After');
    await teacher.seeNoMore('Before');
  });

  it('mentions the bot in a channel and answers in the thread', async () => {
    await manager.openChannel();
    await manager.mentionBot('hello');
    await manager.see('You said: hello');
    await manager.replyInThread('You said: hello', 'once more');
    await manager.see('You said: once more');
    await manager.mentionBot('second post');
    await manager.see('You said: second post');
    expect(await manager.screenshot('practice-channel')).toBe(join('test-output', 'practice-channel.png'));
    expect(await teacher.conversationText()).not.toContain('second post');
  });
});
