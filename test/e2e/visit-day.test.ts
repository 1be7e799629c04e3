import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesOf } from './pictures.js';
import { newTeacher } from '../conversation/teacher.js';
import { startBotAt, type BotInTime } from './bot-in-time.js';
import { contact, firstSchool, keepVisitsAndChecks, secondSchool } from './day-of-visits.js';
import type { PlaygroundWindow } from './playground.js';
import { reports } from './teacher-cards.js';
import { TeachersElsewhere } from './teacher-elsewhere.js';
import { linkChannel, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';

const wifi = 'Im ganzen Haus kein WLAN';
const flicker = 'Der Beamer in R 204 flackert';
const tablet = 'Das iPad DO-IPAD-0042 in R 110 lädt nicht';
const account = 'Mein Passwort geht nicht';
const fault = 'Bild scharf und hell';

/** Three schools are visited on Tuesday, 1 December, and again two weeks later. */
describe('a day of visits, in real windows, from the Monday before on', () => {
  let windows: ThreeWindows<BotInTime> | undefined;
  let elsewhere: TeachersElsewhere;
  let bot: BotInTime;
  let teacher: PlaygroundWindow;
  let manager: PlaygroundWindow;
  let helpdesk: PlaygroundWindow;
  const colleague = newTeacher(9_201);
  const picture = picturesOf('visits');
  /** From the card in the campus' channel. */
  const handsToHelpdesk = async (title: string, note: string): Promise<Locator> => {
    const card = manager.card(title);
    await manager.press(card, 'Zuweisen');
    await manager.fill(card, { 'An wen?': 'Helpdesk (als Angebot)', 'Nachricht dazu': note });
    await card.getByRole('button', { name: 'Zuweisen' }).last().click();
    const offered = helpdesk.card(/Übergabe angeboten/).filter({ hasText: title });
    await offered.waitFor();
    return offered;
  };

  beforeAll(async () => {
    windows = await openThreeWindows(
      () => startBotAt('2026-11-30T13:30:00+01:00', keepVisitsAndChecks),
      worlds.helpdesk,
    );
    ({ bot, teacher, manager, third: helpdesk } = windows);
    elsewhere = await TeachersElsewhere.open(bot.endpoint);
    await elsewhere.opensChat(contact);
    await linkChannel(manager, worlds.campus.name);
    await linkChannel(helpdesk, 'Helpdesk');
    await elsewhere.report(colleague, account, secondSchool.id);
    for (const title of [flicker, tablet, wifi]) await reports(teacher, title);
  });

  afterAll(async () => {
    await elsewhere.close();
    await windows?.close();
  });

  it('hands a report over to the help desk, which accepts it', async () => {
    await manager.card(wifi).waitFor();
    const offered = await handsToHelpdesk(account, 'Passwörter setzt nur ihr zurück.');
    await picture(helpdesk, '01-offered', offered);
    await helpdesk.press(offered, 'Annehmen');
    await manager.card(/Umgezogen[^]*Passwort/).waitFor();
    await picture(manager, '02-channel-moved', manager.card(account));
    await picture(helpdesk, '03-accepted', helpdesk.card(account));
  });

  it('has a report back that the help desk declines, with the reason', async () => {
    const offered = await handsToHelpdesk(tablet, 'Habt ihr ein Ersatzgerät?');
    await picture(manager, '04-channel-offered', manager.card(tablet));
    await helpdesk.press(offered, 'Ablehnen');
    await helpdesk.fill(offered, { 'Warum nicht?': 'Ersatzgeräte liegen bei euch im Campus.' });
    await offered.getByRole('button', { name: 'Ablehnen' }).last().click();
    await helpdesk.seeNoMore('Übergabe angeboten');
    await picture(helpdesk, '05-declined', helpdesk.card(tablet));
    const call = manager.card(/hat die Übergabe abgelehnt[^]*Ersatzgeräte liegen bei euch im Campus/);
    await call.waitFor();
    await picture(manager, '06-channel-declined', call);
    await picture(manager, '07-channel-back', manager.card(/Eingegangen[^]*DO-IPAD-0042[^]*Zuständig/));
  });

  it('takes a message from the teacher', async () => {
    await manager.card(flicker).waitFor();
    const status = teacher.card(flicker);
    await teacher.press(status, 'Nachricht');
    await teacher.fill(status, { 'Ihre Nachricht an die Zuständigen': 'Seit heute ist er auch sehr laut.' });
    await teacher.press(status, 'Senden');
    await manager.card(/flackert[^]*sehr laut/).waitFor();
  });

  it('brings one list of the next day when the service closes', async () => {
    await manager.openPersonalChat();
    bot.clock.skipTo('2026-11-30T16:00:05+01:00');
    const list = manager.card(/Besuchsliste/);
    await list.waitFor();
    await picture(manager, '08-list', list);
    const text = await list.innerText();
    expect(text).toMatch(/3 Standorte · 4 offene Meldungen · 3 Wartungen/);
    expect(text).toMatch(/Mitbringen:.*Ersatzfilter.*Netzwerkkabel.*HDMI-Kabel.*Ersatz-iPad/);
    expect(text).toMatch(/08:00–09:30[^]*10:00–11:30[^]*liegt bei: Helpdesk[^]*12:00–15:00/);
    expect(text).toMatch(/WLAN[^]*flackert[^]*Raum 204[^]*sehr laut[^]*lädt nicht[^]*Gerät DO-IPAD-0042/);
    expect(text.match(/Filter der Beamer · Fällig: Di\. 01\.12\./g)).toHaveLength(3);
  });

  it('notes a visit that is missed, and tells who speaks for the school', async () => {
    bot.clock.skipTo('2026-12-01T07:35:00+01:00');
    const list = manager.card('Besuchsliste');
    // The list is brought up to date in the morning, which closes an open form.
    await list.filter({ hasText: /flackert[^]*heute bis/ }).waitFor();
    await manager.press(list, 'Besuch fällt aus');
    await manager.fill(list, { 'Warum?': 'Der Zug fällt aus.' });
    await picture(manager, '09-missing', list);
    await manager.press(list, 'Besuch absagen');
    await elsewhere.isCalled(contact, `${firstSchool}: Der Besuch fällt aus`);
    await manager.card(/Ausgefallen[^]*Grund: Der Zug fällt aus/).waitFor();
    await picture(manager, '10-missed', list);
  });

  it('solves a report from the list, which the teacher hears', async () => {
    bot.clock.skipTo('2026-12-01T12:30:00+01:00');
    const list = manager.card('Besuchsliste');
    await list.filter({ hasText: /flackert[^]*überfällig/ }).waitFor();
    // What follows within a minute would be added to the message that the promise is at risk.
    bot.clock.skipTo('2026-12-01T12:34:00+01:00');
    await list
      .getByRole('button', { name: /Gelöst/ })
      .first()
      .click();
    await manager.fill(list, { 'Was hat geholfen?': 'Der Router ist neu gestartet.' });
    await picture(manager, '11-solving', list);
    await manager.press(list, 'Als gelöst melden');
    await teacher.see(`${worlds.manager.currentUser.name} hat das Problem gelöst.`);
    await list.filter({ hasNotText: wifi }).waitFor();
    await picture(manager, '12-solved', list);
    await picture(teacher, '13-teacher-hears', teacher.card('Der Router ist neu gestartet.'));
  });

  it('records a check, of which a fault becomes a report with one press', async () => {
    await manager
      .card('Besuchsliste')
      .getByRole('button', { name: /Filter der Beamer/ })
      .last()
      .click();
    const check = manager.card('Wartung abschließen');
    await check.waitFor();
    await manager.fill(check, {
      'Filter gereinigt': 'In Ordnung',
      [fault]: 'Mangel',
      'Höchste Lampenlaufzeit': '1200',
      'Kabel und Adapter vollständig': 'In Ordnung',
      'Was ist aufgefallen?': 'Das Bild in R 110 ist sehr dunkel.',
    });
    await picture(manager, '14-check', check);
    await manager.press(check, 'Wartung abschließen');
    const result = manager.card('1 Mangel gefunden');
    await result.waitFor();
    await picture(manager, '15-checked', result);
    await result
      .getByRole('button', { name: /Meldung anlegen/ })
      .first()
      .click();
    await manager.card('ist angelegt').waitFor();
    await picture(manager, '16-fault-reported', manager.card('ist angelegt'));
    await manager.openChannel();
    await manager.card(`Filter der Beamer: Mangel bei „${fault}“`).waitFor();
    await picture(manager, '17-channel-fault', manager.card(fault));
    await manager.openPersonalChat();
  });

  it('moves what is left to the next visit with one press, and the teacher reads the date', async () => {
    const list = manager.card('Besuchsliste');
    await manager.press(list, 'Aktualisieren');
    await list.filter({ hasText: fault }).waitFor();
    await manager.press(list, 'Rest verlegen (3)');
    await picture(manager, '18-moving', list);
    await manager.press(list, 'Zum nächsten Besuch');
    await manager.card(/Rest verlegt auf: Di\. 15\.12\., 12:00–15:00/).waitFor();
    await picture(manager, '19-moved', list);
    await teacher.card(/flackert[^]*15\.12\./).waitFor();
    await picture(teacher, '20-teacher-reads', teacher.card(flicker));
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});
