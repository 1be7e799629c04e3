import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlaygroundWorld } from '../../src/cli/demo/playground-config.js';
import { demoWorlds } from '../../src/cli/demo/worlds.js';
import { openBrowser } from '../browser.js';
import { freePort } from '../ports.js';
import { openPlayground, type PlaygroundWindow } from './playground.js';
import type { RunningBot } from './running-bot.js';

/** The demonstration's teacher, manager and help desk, and their city. */
export const worlds = demoWorlds();

/** A colleague of the teacher, who writes English. */
export const colleagueWorld: PlaygroundWorld = {
  ...worlds.teacher,
  name: 'colleague',
  currentUser: { id: '00000000-0000-4000-8000-000000000902', name: 'Carl Colleague' },
};

/** A bot with the windows of three people: a teacher, a manager, and whoever else the story needs. */
export interface ThreeWindows<Bot extends RunningBot> {
  readonly bot: Bot;
  readonly teacher: PlaygroundWindow;
  readonly manager: PlaygroundWindow;
  readonly third: PlaygroundWindow;
  /** Ends all that was started, in reverse order. */
  close(): Promise<void>;
}

/** Starts a bot with a folder of its own, and opens the windows. Where that fails half-way, what was started is ended. */
export async function openThreeWindows<Bot extends RunningBot>(
  startBot: (folder: string) => Promise<Bot>,
  thirdWorld: PlaygroundWorld,
): Promise<ThreeWindows<Bot>> {
  const endings: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of endings.reverse()) await end();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'campusdesk-e2e-'));
    endings.push(() => rm(folder, { recursive: true, force: true }));
    const bot = await startBot(folder);
    endings.push(() => bot.stop());
    const browser = await openBrowser();
    endings.push(() => browser.close());
    const open = async (world: PlaygroundWorld): Promise<PlaygroundWindow> => {
      const window = await openPlayground(browser, {
        endpoint: bot.endpoint,
        port: await freePort(),
        folder: join(folder, world.name),
        world,
      });
      endings.push(() => window.close());
      return window;
    };
    const teacher = await open(worlds.teacher);
    const manager = await open(worlds.manager);
    return { bot, teacher, manager, third: await open(thirdWorld), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Links the window's channel, as whoever sits there, with the campus of this name or the help desk. */
export async function linkChannel(window: PlaygroundWindow, target: string): Promise<void> {
  await window.openChannel();
  await window.mentionBot('verknüpfen');
  const question = window.card('Wessen Meldungen kommen hierher?');
  await window.fill(question, { 'Wessen Meldungen kommen hierher?': target });
  await window.press(question, 'Kanal verknüpfen');
  await window.see('Probe:');
}
