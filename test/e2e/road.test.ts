import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundWindow } from './playground.js';
import { startBot, type RunningBot } from './running-bot.js';
import { colleagueWorld, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';

const managerName = worlds.manager.currentUser.name;
const ipad = 'Mein iPad lädt nicht, R 204, gleich Klausur';
const wifi = 'No wifi in the auditorium, the whole school is affected';

describe('from a sentence in the chat to a resolved ticket, in real windows', () => {
  let windows: ThreeWindows<RunningBot> | undefined;
  let bot: RunningBot;
  let teacher: PlaygroundWindow;
  let colleague: PlaygroundWindow;
  let manager: PlaygroundWindow;
  const picture = async (window: PlaygroundWindow, name: string): Promise<void> => {
    await window.screenshot(join('e2e', name));
  };

  beforeAll(async () => {
    windows = await openThreeWindows(startBot, colleagueWorld);
    ({ bot, teacher, manager, third: colleague } = windows);
  });

  afterAll(async () => {
    await windows?.close();
  });

  it('links the channel with the campus of the manager who asks for it', async () => {
    await manager.openChannel();
    await manager.mentionBot('verknüpfen');
    await manager.see('Wessen Meldungen kommen hierher?');
    await picture(manager, '01-link-question');
    const question = manager.card('Wessen Meldungen kommen hierher?');
    await manager.fill(question, { 'Wessen Meldungen kommen hierher?': worlds.campus.name });
    await manager.press(question, 'Kanal verknüpfen');
    await manager.see(`Dieser Kanal gehört jetzt zu ${worlds.campus.name}`);
    await manager.see(`Probe: Hier erscheinen ab jetzt die Meldungen für ${worlds.campus.name}`);
    await picture(manager, '02-linked');
  });

  it('drafts what the teacher writes, with room and urgency filled in, and asks only for the school', async () => {
    await teacher.see('Campusdesk');
    await picture(teacher, '03-welcome');
    await teacher.say(ipad);
    const draft = teacher.card('Neue Meldung: bitte prüfen und absenden');
    await draft.waitFor();
    await picture(teacher, '04-draft');
    expect(await draft.getByRole('textbox', { name: 'Raum' }).inputValue()).toBe('204');
    expect(await draft.getByRole('checkbox').isChecked()).toBe(true);
    await teacher.find(draft, 'Schule', 'Käthe', worlds.schoolName);
    await picture(teacher, '05-draft-with-school');
    await teacher.press(draft, 'Absenden');
    await teacher.card('Eingegangen').waitFor();
    await teacher.see(/Erste Antwort/);
    await teacher.see('Unterricht steht still');
    await picture(teacher, '06-received');
  });

  it('shows the report in the channel, where the manager claims it, and the teacher sees who has it', async () => {
    const card = manager.card(worlds.schoolName);
    await card.waitFor();
    await picture(manager, '07-channel-new');
    await manager.press(card, 'Übernehmen');
    await manager.card('In Bearbeitung').waitFor();
    await picture(manager, '08-channel-claimed');
    await teacher.card('In Bearbeitung').waitFor();
    await teacher.see(`${managerName}, ${worlds.campus.name} kümmert sich`);
    await picture(teacher, '09-claimed');
  });

  it("brings the manager's question to the teacher, and the teacher's answer back", async () => {
    const card = manager.card(worlds.schoolName);
    await manager.press(card, 'Fragen');
    await picture(manager, '10-channel-question');
    await manager.fill(card, { 'Nachricht an die Lehrkraft': 'Leuchtet am Kabel ein Lämpchen?' });
    await manager.press(card, 'Senden');
    await teacher.see(`${managerName} schreibt:`);
    await teacher.card(/In Bearbeitung[^]*Leuchtet am Kabel/).waitFor();
    await picture(teacher, '11-asked');

    await teacher.say('Nein, es bleibt dunkel.');
    const question = teacher.card('Antwort oder neue Meldung?');
    await question.waitFor();
    await picture(teacher, '12-answer-or-new');
    await teacher.press(question, await answerButton(question.innerText()));
    await teacher.see('Ihre Antwort steht jetzt in');
    await manager.see(`${worlds.teacher.currentUser.name} schreibt:`);
    await manager.card(/In Bearbeitung[^]*es bleibt dunkel/).waitFor();
    await picture(manager, '13-channel-answered');
  });

  it('tells the teacher how it was resolved, and the channel how content the teacher is', async () => {
    const card = manager.card('In Bearbeitung');
    await manager.press(card, 'Lösen');
    await manager.fill(card, { 'Was hat geholfen?': 'Neues Kabel liegt im Sekretariat.' });
    await picture(manager, '14-channel-resolving');
    await manager.press(card, 'Als gelöst melden');
    await manager.card(/Gelöst[^]*So wurde es gelöst/).waitFor();
    await teacher.see(`${managerName} hat das Problem gelöst.`);
    const status = teacher.card(/Gelöst[^]*Neues Kabel liegt im Sekretariat/);
    await status.waitFor();
    await picture(teacher, '15-resolved');

    await teacher.press(status, 'Bewerten');
    await picture(teacher, '16-rating');
    await teacher.fill(status, { 'Wie zufrieden sind Sie?': '★★★★★ sehr zufrieden' });
    await teacher.press(status, 'Bewertung senden');
    await teacher.see('Bewertung: ★★★★★ sehr zufrieden');
    await picture(teacher, '17-rated');
    await manager.see('Bewertung: ★★★★★ sehr zufrieden');
    await picture(manager, '18-channel-rated');
  });

  it('speaks English with who writes English, and finds a school that is typed with mistakes', async () => {
    await colleague.say(wifi);
    const draft = colleague.card('New report: please check and send');
    await draft.waitFor();
    await picture(colleague, '19-english-draft');
    await colleague.say('Kaete Kolwitz Gymnasium');
    await colleague.see('The draft is now below.');
    await draft.waitFor();
    await picture(colleague, '20-english-school-typed');
    await colleague.press(draft, 'Send');
    await colleague.card('Received').waitFor();
    await picture(colleague, '21-english-received');
    await manager.card('auditorium').waitFor();
    await picture(manager, '22-channel-second');
  });

  it('lists what the teacher reported', async () => {
    await teacher.say('Meine Tickets');
    await teacher.card('Ihre Meldungen').waitFor();
    await picture(teacher, '23-my-tickets');
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});

/** The button names the ticket, whose id is drawn anew each time. */
async function answerButton(words: Promise<string>): Promise<string> {
  return /Antwort zu \S+/.exec(await words)?.[0] ?? 'Antwort';
}
