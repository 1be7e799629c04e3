import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesOf } from './pictures.js';
import { startBotAt, type BotInTime } from './bot-in-time.js';
import type { PlaygroundWindow } from './playground.js';
import { reports } from './teacher-cards.js';
import { linkChannel, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';
import { deputy, deputyWorld } from './week-of-visits.js';

const projector = 'Der Beamer in R 204 flackert';
const printer = 'Der Drucker im Lehrerzimmer druckt nur Streifen';
const self = worlds.manager.currentUser.name;

/** The manager works from the chat; a channel belongs to one window, here the deputy's. */
describe('a deputy in the channel of the campus, in real windows, on a Wednesday', () => {
  let windows: ThreeWindows<BotInTime> | undefined;
  let bot: BotInTime;
  let teacher: PlaygroundWindow;
  let manager: PlaygroundWindow;
  let colleague: PlaygroundWindow;
  const picture = picturesOf('stand-in');
  const claims = async (typed: string, title: string): Promise<void> => {
    await manager.say(`suche ${typed}`);
    const found = manager.card(`Suche: ${typed}`);
    await found.getByRole('button', { name: title }).first().click();
    await manager.seeNoMore(`Suche: ${typed}`);
    await manager.press(manager.card(title), 'Übernehmen');
    await colleague
      .card(/In Bearbeitung/)
      .filter({ hasText: title })
      .waitFor();
  };

  beforeAll(async () => {
    windows = await openThreeWindows(() => startBotAt('2026-11-25T09:00:00+01:00'), {
      ...deputyWorld,
      teamName: worlds.campus.name,
    });
    ({ bot, teacher, manager, third: colleague } = windows);
    await linkChannel(colleague, worlds.campus.name);
    for (const title of [projector, printer]) await reports(teacher, title);
  });

  afterAll(async () => {
    await windows?.close();
  });

  it('is asked in one message to take over what the manager has', async () => {
    await claims('Beamer', projector);
    await claims('Drucker', printer);
    await manager.say('Abwesenheit');
    const form = manager.card('Neu eintragen');
    await form.waitFor();
    await manager.fill(form, { 'Letzter Tag': '2026-11-27' });
    await manager.find(form, 'Vertretung', 'manager 2', deputy.name);
    await manager.press(form, 'Eintragen');
    await manager.card(`Eingetragen: ${self}`).waitFor();
    const asked = colleague.card('Alle 2 übernehmen');
    await asked.waitFor();
    await picture(colleague, '01-asked', asked);
    expect(await asked.innerText()).toContain(deputy.name);
    expect(await asked.innerText()).toMatch(/Drucker im Lehrerzimmer|Beamer in R 204/);
  });

  it('takes over all of it with one press, which the teacher reads', async () => {
    await colleague.press(colleague.card('Alle 2 übernehmen'), 'Alle 2 übernehmen');
    const report = colleague.card(/Auftrag erledigt[^]*2 erledigt/);
    await report.waitFor();
    await picture(colleague, '02-taken-over', report);
    for (const title of [projector, printer]) {
      const has = new RegExp(`${title}[^]*${deputy.name}, [^]*kümmert sich`);
      await colleague.card(has).filter({ hasNotText: 'bitte übernehmen Sie' }).waitFor();
      await teacher.card(has).waitFor();
    }
    await picture(colleague, '03-has-it', colleague.card(projector));
    await picture(teacher, '04-teacher-reads', teacher.card(projector));
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});
