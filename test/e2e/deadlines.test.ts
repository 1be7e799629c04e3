import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBotAt, type BotInTime } from './bot-in-time.js';
import type { PlaygroundWindow } from './playground.js';
import { colleagueWorld, linkChannel, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';

const flicker = 'Der Beamer in R 204 flackert';
const printer = 'Der Drucker im Lehrerzimmer druckt nur Streifen';
const wifi = 'The wifi in the library is very slow';

/**
 * Normal reports: a first response is promised within 240 service minutes, of which three quarters are used up after
 * 180 and nine tenths after 216. The clock runs on while people act, so that the minutes of what they see vary.
 */
describe('the clock in real windows, from a Tuesday afternoon on', () => {
  let windows: ThreeWindows<BotInTime> | undefined;
  let bot: BotInTime;
  let teacher: PlaygroundWindow;
  let colleague: PlaygroundWindow;
  let manager: PlaygroundWindow;
  /** With the card in sight, where it is not the last thing that was touched. */
  const picture = async (window: PlaygroundWindow, name: string, card?: Locator): Promise<void> => {
    await card?.scrollIntoViewIfNeeded();
    await window.screenshot(join('e2e', `deadlines-${name}`));
  };

  beforeAll(async () => {
    windows = await openThreeWindows(() => startBotAt('2026-11-24T12:00:00+01:00'), colleagueWorld);
    ({ bot, teacher, manager, third: colleague } = windows);
    await linkChannel(manager, worlds.campus.name);
  });

  afterAll(async () => {
    await windows?.close();
  });

  it('tells the teacher in words until when somebody answers', async () => {
    bot.clock.skipTo('2026-11-24T14:00:00+01:00');
    await reports(teacher, flicker);
    await teacher.see(/Erste Antwort bis morgen, Mi\. 09:3\d/);
    await picture(teacher, '01-promised');
  });

  it('lists what made the deadline to the teacher who asks, and gives the card back', async () => {
    await teacher.press(teacher.card('Eingegangen'), 'Warum diese Frist?');
    const why = teacher.card('Zurück zur Meldung');
    await why.waitFor();
    await picture(teacher, '02-why');
    expect(await why.innerText()).toMatch(
      /Erste Antwort in 4 Std[^]*Beginn: gemeldet Di\. 24\.11\., 14:0\d[^]*Di\. 24\.11\. 14:0\d–16:00: [^]*Mi\. 25\.11\. 07:30–09:3\d: 2 Std[^]*Zusammen 4 Std\., Frist: Mi\. 25\.11\., 09:3\d/,
    );
    await teacher.press(why, 'Zurück zur Meldung');
    await teacher.seeNoMore('Zurück zur Meldung');
    await teacher.see(/Erste Antwort bis morgen, Mi\. 09:3\d/);
  });

  it('shows the channel how much service time is left, and why', async () => {
    await manager.see(/Noch 3 Std\. 5\d Min\. Servicezeit \(Stand Di\. 14:0\d\)/);
    await picture(manager, '03-channel-time-left');
    await manager.press(manager.card(flicker), 'Warum diese Frist?');
    await manager.see(/Frist: Mi\. 25\.11\., 09:3\d/);
    await picture(manager, '04-channel-why');
    await manager.press(manager.card('Zurück zur Meldung'), 'Zurück zur Meldung');
    await manager.see(/Noch 3 Std/);
  });

  it('begins the next morning with the list of open reports', async () => {
    bot.clock.skipTo('2026-11-25T07:29:50+01:00');
    const digest = manager.card('Offene Meldungen');
    await digest.waitFor();
    await picture(manager, '05-digest', digest);
    expect(await digest.innerText()).toContain('1 offene Meldung');
    expect(await digest.innerText()).toContain(flicker);
  });

  it('reminds under the card when three quarters of the time are over', async () => {
    bot.clock.skipTo('2026-11-25T08:45:00+01:00');
    await manager.see(/Noch ohne Antwort\. Die erste Antwort ist zugesagt: heute bis 09:3\d/);
    await picture(manager, '06-reminder', manager.card('Noch ohne Antwort'));
    const thread = manager.page.getByRole('group').filter({ hasText: 'Noch ohne Antwort' }).first();
    expect(await thread.innerText()).toContain(`Von ${worlds.teacher.currentUser.name}`);
  });

  it('tells the teacher that the promise is at risk before it is missed', async () => {
    bot.clock.skipTo('2026-11-25T09:15:00+01:00');
    await teacher.see(/Die erste Antwort ist zugesagt: heute bis 09:3\d\..*voraussichtlich nicht/);
    await picture(teacher, '07-at-risk');
  });

  it('speaks English of deadlines with who writes English', async () => {
    bot.clock.skipTo('2026-11-25T09:20:00+01:00');
    await reports(teacher, printer);
    await reports(colleague, wifi, english);
    await colleague.see(/First response today by 13:2\d/);
    await picture(colleague, '08-english-promised');
    await colleague.press(colleague.card('Received'), 'Why this deadline?');
    await colleague.see(/4 h in all, deadline: Wed 25 Nov, 13:2\d/);
    await picture(colleague, '09-english-why');
    await colleague.press(colleague.card('Back to the report'), 'Back to the report');
    await colleague.card('Received').waitFor();
  });

  it('lets the clock stand still while it waits for the teacher', async () => {
    const card = manager.card(new RegExp(`${flicker}.*Von ${worlds.teacher.currentUser.name}`));
    await manager.press(card, 'Übernehmen');
    await manager.card('In Bearbeitung').waitFor();
    await manager.press(card, 'Auf Warten setzen');
    await manager.fill(card, {
      'Worauf wird gewartet?': 'Wartet auf Antwort',
      'Nachricht dazu an die Lehrkraft': 'Flackert er auch mit einem anderen Kabel?',
    });
    await picture(manager, '10-channel-hold');
    await manager.press(card, 'Auf Warten setzen');
    await manager.see(/die Zeit steht still, bis die Lehrkraft antwortet/);
    await picture(manager, '11-channel-waiting');
    await teacher.card(/Wartet auf Antwort[^]*die Zeit steht still, bis Sie antworten/).waitFor();
    await picture(teacher, '12-waiting');
    await teacher.press(teacher.card('Wartet auf Antwort'), 'Warum diese Frist?');
    await teacher.see(/die Zeit steht still, weil wir auf Ihre Antwort warten/);
    await picture(teacher, '13-waiting-why');
    await teacher.press(teacher.card('Zurück zur Meldung'), 'Zurück zur Meldung');
  });

  it('names two reports that are due together in one message', async () => {
    bot.clock.skipTo('2026-11-25T12:27:00+01:00');
    const list = manager.card('2 Erinnerungen');
    await list.waitFor();
    await picture(manager, '14-list', list);
    expect(await list.innerText()).toMatch(/Bitte jetzt ansehen/);
    for (const title of [printer, wifi]) expect(await list.innerText()).toContain(title);
  });

  it('tells the English colleague that the promise is at risk', async () => {
    bot.clock.skipTo('2026-11-25T13:05:00+01:00');
    await colleague.see(/The first response is promised: today by 13:2\d\. We will probably not make it/);
    await picture(colleague, '15-english-at-risk', colleague.card('probably not make it'));
  });

  it('reminds who does not answer, and says when the report will be closed', async () => {
    bot.clock.skipTo('2026-12-01T08:00:00+01:00');
    await teacher.see(/Wir warten noch auf Ihre Antwort\. Ohne Antwort schließen wir die Meldung/);
    await picture(teacher, '16-silent', teacher.card('Wir warten noch auf Ihre Antwort'));
    await manager.see(/überfällig\)/);
    await picture(manager, '17-channel-overdue', manager.card(/überfällig\)/));
  });

  it('closes the report of who stays silent, and says how to reopen it', async () => {
    bot.clock.skipTo('2026-12-10T08:00:00+01:00');
    const closed = teacher.card(/Sie können sie .* wieder öffnen/);
    await closed.waitFor();
    await picture(teacher, '18-closed', closed);
    await teacher.press(closed, 'Noch kaputt');
    await teacher.fill(closed, { 'Was funktioniert noch nicht?': 'Er flackert immer noch.' });
    await teacher.press(closed, 'Wieder öffnen');
    await manager.see(`${worlds.teacher.currentUser.name} meldet: noch nicht gelöst.`);
    await picture(teacher, '19-reopened', teacher.card(flicker));
    await picture(manager, '20-channel-reopened', manager.card('noch nicht gelöst'));
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});

interface ReportWords {
  readonly draft: string;
  readonly school: string;
  readonly send: string;
  readonly received: string;
}

const german: ReportWords = {
  draft: 'Neue Meldung: bitte prüfen und absenden',
  school: 'Schule',
  send: 'Absenden',
  received: 'Eingegangen',
};
const english: ReportWords = {
  draft: 'New report: please check and send',
  school: 'School',
  send: 'Send',
  received: 'Received',
};

/** Writes what is wrong, chooses the school where it is not known yet, and sends the draft. */
async function reports(window: PlaygroundWindow, text: string, words: ReportWords = german): Promise<void> {
  await window.say(text);
  const draft = window.card(words.draft);
  await draft.waitFor();
  if (await asksForSchool(draft, words)) {
    await window.find(draft, words.school, 'Käthe', worlds.schoolName);
  }
  await window.press(draft, words.send);
  await window.card(words.received).filter({ hasText: text }).waitFor();
}

async function asksForSchool(draft: Locator, { school }: ReportWords): Promise<boolean> {
  return draft.getByRole('combobox', { name: new RegExp(`^${school}`) }).isVisible();
}
