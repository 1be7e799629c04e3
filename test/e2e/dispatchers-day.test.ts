import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesOf } from './pictures.js';
import { sampleDirectory } from '../../src/campus/index.js';
import { newTeacher } from '../conversation/teacher.js';
import { startBotAt, type BotInTime } from './bot-in-time.js';
import { MessageExtension } from './message-extension.js';
import type { PlaygroundWindow } from './playground.js';
import { arrange, numberOn, openFound } from './staff-cards.js';
import { TeachersElsewhere } from './teacher-elsewhere.js';
import { linkChannel, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';

const caller = 'Frau Beispiel';
const called = 'Der Drucker im Sekretariat druckt nur Streifen';
const projector = 'Der Beamer in R 105 zeigt kein Bild';
const sameProjector = 'In R 105 bleibt das Bild vom Beamer schwarz';
const inPassing = 'Mein iPad lädt nicht mehr, R 204. Und das Dokumentenprüfgerät in der Bibliothek piept.';
const reported = 'Mein iPad lädt nicht mehr';
const dispatcher = worlds.helpdesk.currentUser.name;
const secondProblem = 'Prüfgerät in der Bibliothek piept';
const city = sampleDirectory();
const schoolId = city.schools.find(({ name }) => name === worlds.schoolName)?.id ?? '';
/** So many that a list has a second page. */
const others = city.schools
  .filter(({ id }) => id !== schoolId && city.sitesOf(id).length === 1)
  .slice(0, 11)
  .map(({ id }, index) => ({ school: id, who: newTeacher(9_100 + index), room: `R ${301 + index}` }));

describe('a day of the help desk, in real windows, from a Tuesday morning on', () => {
  let windows: ThreeWindows<BotInTime> | undefined;
  let elsewhere: TeachersElsewhere;
  let bot: BotInTime;
  let teacher: PlaygroundWindow;
  let manager: PlaygroundWindow;
  let helpdesk: PlaygroundWindow;
  let extension: MessageExtension;
  const colleague = newTeacher(9_001);
  const picture = picturesOf('dispatcher');
  /** What follows within a minute would be added to the message before. */
  const aWhileLater = (): void => {
    bot.clock.skipTo(new Date(bot.clock.now() + 61_000).toISOString());
  };
  /** Makes the colleague's report one with the teacher's. */
  const merges = async (): Promise<void> => {
    const arranging = await arrange(helpdesk, sameProjector);
    await helpdesk.press(arranging, 'Zusammenführen');
    const id = await numberOn(manager.card(projector));
    await helpdesk.fill(arranging, { 'Sieht gleich aus': `${id}: ${projector} (Eingegangen)` });
    await picture(helpdesk, '18-merge', arranging);
    await arranging.getByRole('button', { name: 'Zusammenführen' }).last().click();
  };

  beforeAll(async () => {
    windows = await openThreeWindows(() => startBotAt('2026-11-24T08:00:00+01:00'), worlds.helpdesk);
    ({ bot, teacher, manager, third: helpdesk } = windows);
    extension = new MessageExtension(helpdesk);
    elsewhere = await TeachersElsewhere.open(bot.endpoint);
    await linkChannel(manager, worlds.campus.name);
    await linkChannel(helpdesk, 'Helpdesk');
    for (const { who, room, school } of others)
      await elsewhere.report(who, `Der Drucker in ${room} druckt nicht`, school);
  });

  afterAll(async () => {
    await elsewhere.close();
    await windows?.close();
  });

  it('writes a report down on the telephone, beside the text field', async () => {
    const dialog = await extension.openDialog('ticketForCaller');
    await picture(helpdesk, '01-telephone');
    await helpdesk.fill(dialog, {
      'Wer ruft an?': caller,
      'Unter welcher Nummer erreichen wir die Person?': '0231 12345',
      'An welcher Schule?': 'Kaete Kolwitz',
      'Was ist los?': called,
    });
    await helpdesk.press(dialog, 'Meldung anlegen');
    await dialog.getByText(`für ${caller} ist angelegt`).waitFor();
    await picture(helpdesk, '02-telephone-done');
    await extension.closeDialog();
    const card = manager.card(called);
    await card.waitFor();
    expect(await card.innerText()).toContain(caller);
    await picture(manager, '03-channel-by-phone', card);
  });

  it('has whoever telephoned called back, until that is ticked off', async () => {
    const card = manager.card(called);
    await manager.press(card, 'Übernehmen');
    await manager.card(/In Bearbeitung[^]*Sekretariat/).waitFor();
    await manager.press(card, 'Fragen');
    await manager.fill(card, { 'Nachricht an die Lehrkraft': 'Welche Farbe haben die Streifen?' });
    await manager.press(card, 'Senden');
    const toCall = manager.card(`Bitte anrufen: ${caller}`);
    await toCall.waitFor();
    await picture(manager, '04-call-back', toCall);
    await manager.press(toCall, 'Mitgeteilt');
    await manager.seeNoMore(`Bitte anrufen: ${caller}`);
    await picture(manager, '05-called-back', card);
  });

  it('makes a report of a message, in the name of who wrote it', async () => {
    await teacher.say(projector);
    const draft = teacher.card('Neue Meldung: bitte prüfen und absenden');
    await teacher.find(draft, 'Schule', 'Käthe', worlds.schoolName);
    await teacher.press(draft, 'Absenden');
    await teacher.card('Eingegangen').waitFor();
    await helpdesk.post(inPassing);
    const dialog = await extension.openDialogOn(inPassing, 'ticketFromMessage', worlds.teacher.currentUser);
    await dialog.getByText(`Die Meldung ist für ${worlds.teacher.currentUser.name}`).waitFor();
    await picture(helpdesk, '06-of-a-message');
    await helpdesk.press(dialog, 'Meldung anlegen');
    await dialog.getByText('ist angelegt').waitFor();
    await picture(helpdesk, '07-of-a-message-done');
    await extension.closeDialog();
    const status = teacher.card(/Eingegangen[^]*iPad/);
    await status.waitFor();
    await picture(teacher, '08-teacher-reads-it', status);
  });

  it('searches reports beside the text field, and puts one into a message', async () => {
    const found = await extension.search('searchTickets', 'Beamer 105', projector);
    await picture(helpdesk, '09-search');
    await found.click();
    await helpdesk.page.getByRole('button', { name: 'Post', exact: true }).click();
    const inserted = helpdesk.card(projector);
    await inserted.waitFor();
    await picture(helpdesk, '10-inserted', inserted);
    const text = await inserted.innerText();
    expect(text).toContain(worlds.schoolName);
    expect(text).not.toContain(worlds.teacher.currentUser.name);
  });

  it('lists what is open in the city, page by page', async () => {
    await helpdesk.mentionBot('offen');
    const list = helpdesk.card('Offene Meldungen');
    await list.waitFor();
    await picture(helpdesk, '11-list', list);
    expect(await list.innerText()).toMatch(/14 Meldungen[^]*Seite 1/);
    await helpdesk.press(list, 'Nächste Seite');
    await helpdesk.card(/14 Meldungen[^]*Seite 2/).waitFor();
    await picture(helpdesk, '12-list-second-page', list);
    await helpdesk.press(list, 'Vorige Seite');
    await helpdesk.card(/14 Meldungen[^]*Seite 1/).waitFor();
  });

  it('narrows the list to a campus and a state, and lists what a school has', async () => {
    const list = helpdesk.card('Offene Meldungen');
    await helpdesk.press(list, 'Filtern …');
    await helpdesk.fill(list, { Stand: 'In Bearbeitung', 'Bei wem?': worlds.campus.name });
    await picture(helpdesk, '13-filter', list);
    await helpdesk.press(list, 'Zeigen');
    const narrowed = helpdesk.card(/Meldungen in Bearbeitung[^]*1 Meldung/);
    await narrowed.waitFor();
    await picture(helpdesk, '14-filtered', narrowed);
    await helpdesk.mentionBot('Schule Kaete Kolwitz');
    const ofSchool = helpdesk.card(`Offene Meldungen · ${worlds.schoolName}`);
    await ofSchool.waitFor();
    await picture(helpdesk, '15-of-a-school', ofSchool);
    expect(await ofSchool.innerText()).toContain('3 Meldungen');
  });

  it('makes one of two reports of the same fault, which the teacher of the one that ends hears', async () => {
    await elsewhere.report(colleague, sameProjector, schoolId);
    await manager.card(sameProjector).waitFor();
    await picture(helpdesk, '16-opened', await openFound(helpdesk, 'Beamer 105 schwarz', sameProjector));
    await merges();
    await elsewhere.isCalled(colleague, 'Das Gleiche ist schon gemeldet.');
    await picture(helpdesk, '19-merged', helpdesk.card(sameProjector));
    await manager.card(/Mit anderer Meldung zusammengeführt[^]*schwarz/).waitFor();
    await picture(manager, '20-channel-merged', manager.card(sameProjector));
  });

  it('separates the two again', async () => {
    aWhileLater();
    const arranging = await arrange(helpdesk, sameProjector);
    await picture(helpdesk, '21-arrange-merged', arranging);
    await helpdesk.press(arranging, 'Wieder trennen');
    const id = await numberOn(arranging);
    await helpdesk.fill(arranging, {
      'Welche Meldung?': `${id}: ${sameProjector} (Mit anderer Meldung zusammengeführt)`,
    });
    await helpdesk.press(arranging, 'Wieder trennen');
    await elsewhere.isCalled(colleague, 'Ihre Meldung läuft wieder für sich.');
    await picture(helpdesk, '22-separated', helpdesk.card(sameProjector));
    await manager.card(/Eingegangen[^]*schwarz/).waitFor();
  });

  it('tells both teachers that it is solved', async () => {
    await merges();
    await manager.card(/Mit anderer Meldung zusammengeführt[^]*schwarz/).waitFor();
    const card = manager.card(projector);
    await picture(manager, '23-channel-goes-on', card);
    aWhileLater();
    await manager.press(card, 'Lösen');
    await manager.fill(card, { 'Was hat geholfen?': 'Die Lampe ist getauscht.' });
    await manager.press(card, 'Als gelöst melden');
    await elsewhere.isCalled(colleague, 'Die Lampe ist getauscht.');
    await teacher.see(`${worlds.manager.currentUser.name} hat das Problem gelöst.`);
    await picture(teacher, '24-solved', teacher.card('Die Lampe ist getauscht.'));
  });

  it('makes two reports of one that tells of two problems', async () => {
    await openFound(helpdesk, 'iPad 204', reported);
    const arranging = await arrange(helpdesk, reported);
    await helpdesk.press(arranging, 'Aufteilen');
    await helpdesk.fill(arranging, {
      'Was ist das zweite Problem?': secondProblem,
      'Was ist dazu bekannt?': 'Es piept ohne Pause.',
      Thema: 'Etwas anderes',
      Raum: 'Bibliothek',
    });
    await picture(helpdesk, '25-split', arranging);
    await helpdesk.press(arranging, 'Eigene Meldung anlegen');
    await manager.card(secondProblem).waitFor();
    await picture(manager, '26-channel-split-off', manager.card(secondProblem));
    await teacher.see(`${dispatcher} hat aus Ihrer Meldung zwei gemacht`);
    await teacher.card(secondProblem).waitFor();
    await picture(teacher, '27-split-off', teacher.card('zwei gemacht'));
    await picture(helpdesk, '28-split-done', helpdesk.card(reported));
  });

  it('makes a report more urgent, with a reason that the campus reads and a promise that the teacher reads', async () => {
    await openFound(helpdesk, 'Prüfgerät', secondProblem);
    const arranging = await arrange(helpdesk, secondProblem);
    await picture(helpdesk, '29-arrange-split-off', arranging);
    await helpdesk.press(arranging, 'Dringlichkeit');
    await helpdesk.fill(arranging, {
      'Wie dringend ist es?': 'dringend',
      'Warum?': 'Das Piepen stört die Prüfung nebenan.',
    });
    await picture(helpdesk, '30-priority', arranging);
    await helpdesk.press(arranging, 'Festlegen');
    await manager.see(`${dispatcher} hat die Dringlichkeit erhöht.`);
    await picture(
      manager,
      '31-channel-more-urgent',
      manager.card(/Dringlichkeit von Hand[^]*stört die Prüfung/),
    );
    await teacher.card(new RegExp(`${secondProblem}[^]*dringend`)).waitFor();
    const status = await teacher.card(secondProblem).innerText();
    expect(status).not.toContain('stört die Prüfung');
    await picture(teacher, '32-more-urgent', teacher.card(secondProblem));
  });

  it('resolves some of a list at once, and reports which one somebody else was faster with', async () => {
    await helpdesk.mentionBot('Schule Kaete Kolwitz');
    const list = helpdesk.card(`Offene Meldungen · ${worlds.schoolName}`);
    await list.waitFor();
    const card = manager.card(called);
    await manager.press(card, 'Lösen');
    await manager.fill(card, { 'Was hat geholfen?': 'Die Trommel ist gereinigt.' });
    await manager.press(card, 'Als gelöst melden');
    await manager.card(/Gelöst[^]*Bitte anrufen[^]*Trommel/).waitFor();
    await picture(manager, '33-solved-call', card);
    await helpdesk.press(list, 'Lösen …');
    for (const title of [called, secondProblem])
      await list.getByRole('checkbox', { name: title }).first().check();
    await helpdesk.fill(list, { 'Was war die Lösung?': 'Vor Ort erledigt.' });
    await picture(helpdesk, '34-bulk', list);
    await helpdesk.press(list, 'Als gelöst melden');
    const report = helpdesk.card(/Auftrag erledigt[^]*1 erledigt, 1 nicht möglich/);
    await report.waitFor();
    await picture(helpdesk, '35-bulk-report', report);
    expect(await report.innerText()).toContain(await numberOn(manager.card(called)));
    await teacher.see('Vor Ort erledigt.');
  });

  it('resolves all of a list at once, and each teacher hears', async () => {
    await helpdesk.mentionBot('offen');
    const list = helpdesk.card(/Offene Meldungen · ganze Stadt[^]*12 Meldungen/);
    await list.waitFor();
    await helpdesk.press(list, 'Lösen …');
    await helpdesk.fill(list, {
      'Die ganze Liste': true,
      'Was war die Lösung?': 'Die Druckdienste laufen wieder.',
    });
    await picture(helpdesk, '36-bulk-all', list);
    await helpdesk.press(list, 'Als gelöst melden');
    await helpdesk.card(/12 Meldungen lösen/).waitFor();
    await picture(helpdesk, '37-bulk-ordered', helpdesk.card(/12 Meldungen lösen/));
    const report = helpdesk.card(/Auftrag erledigt[^]*12 erledigt/);
    await report.waitFor();
    await picture(helpdesk, '38-bulk-all-report', report);
    for (const { who } of others) await elsewhere.isCalled(who, 'Die Druckdienste laufen wieder.');
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});
