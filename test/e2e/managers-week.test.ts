import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesOf } from './pictures.js';
import { startBotAt, type BotInTime } from './bot-in-time.js';
import type { PlaygroundWindow } from './playground.js';
import { reports } from './teacher-cards.js';
import { linkChannel, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';
import { deputy, deputysCampus, deputyWorld, keepVisits } from './week-of-visits.js';

const flicker = 'Der Beamer in R 204 flackert';
const wifi = 'Im ganzen Haus kein WLAN';
const printer = 'Der Drucker im Lehrerzimmer druckt nur Streifen';
const self = worlds.manager.currentUser.name;

/** The school is visited every second Tuesday, first on 1 December. */
describe('a campus manager who is away and comes back, in real windows, from a Wednesday morning on', () => {
  let windows: ThreeWindows<BotInTime> | undefined;
  let bot: BotInTime;
  let teacher: PlaygroundWindow;
  let manager: PlaygroundWindow;
  let colleague: PlaygroundWindow;
  const picture = picturesOf('week');

  beforeAll(async () => {
    windows = await openThreeWindows(() => startBotAt('2026-11-25T08:00:00+01:00', keepVisits), deputyWorld);
    ({ bot, teacher, manager, third: colleague } = windows);
    await linkChannel(manager, worlds.campus.name);
    await linkChannel(colleague, deputysCampus.name);
  });

  afterAll(async () => {
    await windows?.close();
  });

  it('tells the teacher when somebody comes to the school next', async () => {
    await reports(teacher, flicker);
    const status = teacher.card('Eingegangen');
    expect(await status.innerText()).toMatch(/Nächster Besuch an Ihrer Schule: Di\. 01\.12\., 12:00–15:00/);
    await picture(teacher, '01-next-visit', status);
    await manager.press(manager.card(flicker), 'Übernehmen');
    await manager.card(/In Bearbeitung[^]*flackert/).waitFor();
    await picture(manager, '02-channel-claimed', manager.card(flicker));
  });

  it('takes an absence from the manager, and who stands in', async () => {
    await manager.say('Abwesenheit');
    const form = manager.card('Neu eintragen');
    await form.waitFor();
    await manager.fill(form, { 'Letzter Tag': '2026-11-27' });
    await manager.find(form, 'Vertretung', 'manager 2', deputy.name);
    await picture(manager, '03-absence', form);
    await manager.press(form, 'Eintragen');
    await manager.card(new RegExp(`Eingetragen: ${self}[^]*Vertretung ${deputy.name}`)).waitFor();
    await picture(manager, '04-absence-entered', manager.card('Eingetragen'));
  });

  it('offers the deputy what the manager had', async () => {
    await manager.openChannel();
    const card = manager.card(new RegExp(`${flicker}[^]*${deputy.name}, bitte übernehmen Sie`));
    await card.waitFor();
    await picture(manager, '05-channel-stand-in', card);
  });

  it('calls the deputy for an urgent report, and says for whom and until when', async () => {
    await reports(teacher, wifi);
    const card = manager.card(wifi);
    await card.waitFor();
    await picture(manager, '06-channel-deputy', card);
    expect(await card.innerText()).toMatch(new RegExp(`${self} bis `));
    expect(await card.innerText()).toContain(deputy.name);
  });

  it('lets the deputy accept it in the own chat', async () => {
    await colleague.say('suche Beamer');
    const found = colleague.card('Suche: Beamer');
    await found.getByRole('button', { name: flicker }).first().click();
    await colleague.seeNoMore('Suche: Beamer');
    const card = colleague.card(flicker);
    await picture(colleague, '07-deputy-reads', card);
    await colleague.press(card, 'Annehmen');
    await manager.card(new RegExp(`${flicker}[^]*${deputy.name}, Campus 1[^]*kümmert sich`)).waitFor();
    await picture(manager, '08-channel-accepted', manager.card(flicker));
  });

  it('names nobody who stands in once the manager is back', async () => {
    bot.clock.skipTo('2026-11-30T07:30:30+01:00');
    await manager.card(wifi).filter({ hasNotText: 'Vertretung' }).waitFor();
    await picture(manager, '09-channel-back', manager.card(wifi));
  });

  it('hands a report over to another campus, which accepts it', async () => {
    await reports(teacher, printer);
    const card = manager.card(printer);
    await card.waitFor();
    await manager.press(card, 'Zuweisen');
    await manager.fill(card, {
      'An wen?': `${deputysCampus.name} (als Angebot)`,
      'Nachricht dazu': 'Ihr habt das Ersatzteil.',
    });
    await picture(manager, '10-hand-over', card);
    await card.getByRole('button', { name: 'Zuweisen' }).last().click();
    const offered = colleague.card('Übergabe angeboten');
    await colleague.openChannel();
    await offered.waitFor();
    await picture(colleague, '11-offered', offered);
    await colleague.press(offered, 'Annehmen');
    await manager.card(/Umgezogen[^]*Drucker im Lehrerzimmer/).waitFor();
    await picture(manager, '12-moved');
    await picture(colleague, '13-accepted', colleague.card(printer));
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});
