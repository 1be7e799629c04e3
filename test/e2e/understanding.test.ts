import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { createUnderstand, isSure } from '../../src/intake/index.js';
import { readIntakeModel } from '../../src/intake-model.js';
import { newTeacher } from '../conversation/teacher.js';
import type { PlaygroundWindow } from './playground.js';
import { startBot, type RunningBot } from './running-bot.js';
import { TeachersElsewhere } from './teacher-elsewhere.js';
import { linkChannel, openThreeWindows, worlds, type ThreeWindows } from './three-windows.js';

const understand = createUnderstand(await readIntakeModel());
const draftWord = 'Neue Meldung: bitte prüfen und absenden';
const ipad = 'Mein iPad lädt nicht, R 204, gleich Klausur';
/** The first of these that leaves open what it is about: which one is, training may change. */
const unclear =
  [
    'Das Ding im Flur geht nicht',
    'Es hängt',
    'Das Ding vorne spinnt',
    'Da leuchtet so ein rotes Licht',
    'Hier ist was kaputt gegangen',
  ].find(isUnclear) ?? '';
const twoProblems = 'In R 105 zeigt der Beamer kein Bild und der Drucker druckt nicht.';
const cracked = 'Das Display von meinem iPad hat einen Sprung, R 12';
const frozen = 'Mein iPad ist eingefroren';
const board = 'The smartboard in room 12 shows no picture';
const noWifi = 'Das WLAN ist weg';
const schoolId = sampleDirectory().schools.find(({ name }) => name === worlds.schoolName)?.id ?? '';

describe('what teachers write is understood, in real windows', () => {
  let windows: ThreeWindows<RunningBot> | undefined;
  let elsewhere: TeachersElsewhere;
  let bot: RunningBot;
  let teacher: PlaygroundWindow;
  let manager: PlaygroundWindow;
  let helpdesk: PlaygroundWindow;
  const [colleague, englishColleague] = [newTeacher(9_001), newTeacher(9_002)];
  const picture = async (window: PlaygroundWindow, name: string, card?: Locator): Promise<void> => {
    await card?.scrollIntoViewIfNeeded();
    await window.screenshot(join('e2e', `understanding-${name}`));
  };
  const phonePicture = async (window: PlaygroundWindow, name: string, card: Locator): Promise<void> => {
    await window.phoneScreenshot(card, join('e2e', `understanding-${name}-phone`));
  };
  /** The newest draft with this title. */
  const draftOf = (title: string): Locator =>
    teacher.card(draftWord).filter({ has: teacher.page.locator(`input[value="${title}"]`) });
  const sends = async (draft: Locator, shown: string): Promise<Locator> => {
    await teacher.press(draft, 'Absenden');
    const status = teacher.card(new RegExp(`Eingegangen[^]*${shown}`));
    await status.waitFor();
    return status;
  };

  beforeAll(async () => {
    windows = await openThreeWindows(startBot, worlds.helpdesk);
    ({ bot, teacher, manager, third: helpdesk } = windows);
    elsewhere = await TeachersElsewhere.open(bot.endpoint);
    await linkChannel(manager, worlds.campus.name);
    await linkChannel(helpdesk, 'Helpdesk');
  });

  afterAll(async () => {
    await elsewhere.close();
    await windows?.close();
  });

  it('keeps the article folded where a lesson waits, so that one press sends the draft', async () => {
    await teacher.say(ipad);
    const draft = teacher.card(draftWord);
    await draft.waitFor();
    await picture(teacher, '01-draft-article-folded');
    await phonePicture(teacher, '01-draft-article-folded', draft);
    const helped = draft.getByRole('button', { name: 'Das hat geholfen' });
    expect(await helped.isVisible()).toBe(false);
    await draft.getByText('Soforthilfe, bis jemand kommt: iPad lädt nicht').click();
    await helped.waitFor();
    await picture(teacher, '02-draft-article-unfolded');
    await teacher.find(draft, 'Schule', 'Käthe', worlds.schoolName);
    await sends(draft, 'iPad lädt nicht');
    await picture(teacher, '03-sent');
  });

  it('asks what it is about where the words leave it open, and one press makes the draft', async () => {
    await teacher.say(unclear);
    const question = teacher.card('Worum geht es?').filter({ hasText: unclear });
    await question.waitFor();
    await picture(teacher, '04-question');
    await phonePicture(teacher, '04-question', question);
    await question.getByRole('button').first().click();
    const draft = draftOf(unclear);
    await draft.waitFor();
    await picture(teacher, '05-question-answered');
    await teacher.press(draft, 'Verwerfen');
    await teacher.see('Entwurf verworfen');
  });

  it('makes two drafts of two problems', async () => {
    await teacher.say(twoProblems);
    await teacher.see('Das sind zwei Anliegen.');
    await expect.poll(async () => teacher.page.getByText(draftWord).count()).toBeGreaterThanOrEqual(2);
    await picture(teacher, '06-two-drafts');
    for (let count = 2; count > 0; count -= 1) {
      await teacher.press(teacher.card(draftWord), 'Absenden');
      await expect.poll(async () => teacher.page.getByText(draftWord).count()).toBe(count - 1);
    }
    await manager.card('Drucker').waitFor();
    await picture(teacher, '07-two-sent');
    await phonePicture(manager, '07-channel', manager.card('Drucker'));
  });

  it('offers to withdraw what works again', async () => {
    await teacher.say('der Drucker geht wieder');
    const question = teacher.card('Geht es wieder?');
    await question.waitFor();
    await picture(teacher, '08-works-again');
    await phonePicture(teacher, '08-works-again', question);
    expect(await question.innerText()).not.toContain('Beamer');
    await teacher.press(question, 'Zurückziehen');
    await manager.card(/Zurückgezogen[^]*Drucker/).waitFor();
    await picture(teacher, '09-withdrawn');
    await picture(manager, '09-channel-withdrawn');
  });

  it('shows a picture on the draft, and to the manager', async () => {
    await teacher.sendPicture(await crackedDisplay(), cracked);
    const draft = teacher.card(draftWord);
    await draft.getByRole('img', { name: 'Foto zu dieser Meldung' }).waitFor();
    await picture(teacher, '10-draft-photo');
    await phonePicture(teacher, '10-draft-photo', draft);
    await sends(draft, 'Sprung');
    await picture(teacher, '11-photo-sent');
    const card = manager.card('Sprung');
    await card.getByRole('img', { name: 'Foto zu dieser Meldung' }).waitFor();
    await picture(manager, '11-channel-photo');
    await phonePicture(manager, '11-channel-photo', card);
  });

  it('reports nothing where the article helped', async () => {
    await teacher.say(frozen);
    const draft = teacher.card(draftWord);
    await draft.waitFor();
    await picture(teacher, '12-draft-article');
    await phonePicture(teacher, '12-draft-article', draft);
    await teacher.press(draft, 'Das hat geholfen');
    await teacher.see('Schön, dass es wieder geht!');
    await picture(teacher, '13-article-helped');
  });

  it('says what is reported already, and adds to it on one press', async () => {
    await teacher.say('Beamer in R 105 ohne Bild');
    const draft = teacher.card(draftWord);
    await draft.waitFor();
    await picture(teacher, '14-duplicate');
    await phonePicture(teacher, '14-duplicate', draft);
    await teacher.press(draft, 'Dort ergänzen');
    await teacher.see('Eine zweite Meldung gibt es nicht.');
    await picture(teacher, '15-added');
  });

  it('understands English, and answers in it', async () => {
    await teacher.say(board);
    const draft = teacher.card('New report: please check and send');
    await draft.waitFor();
    await picture(teacher, '16-english-draft');
    await phonePicture(teacher, '16-english-draft', draft);
    await teacher.press(draft, 'Still broken');
    await teacher.see(/tried/);
    await picture(teacher, '17-english-tried');
    await teacher.press(draft, 'Discard');
    await teacher.see('Draft discarded');
  });

  it('tells the help desk that reports of three people look like an outage', async () => {
    await elsewhere.report(colleague, noWifi, schoolId);
    await elsewhere.report(englishColleague, 'The wifi is down', schoolId);
    await teacher.say(`${noWifi}, R 204`);
    const draft = teacher.card(draftWord);
    await draft.waitFor();
    await picture(teacher, '18-known-at-school');
    await phonePicture(teacher, '18-known-at-school', draft);
    await sends(draft, 'WLAN');
    const outage = helpdesk.card('Sieht nach einer Störung aus');
    await outage.waitFor();
    await picture(helpdesk, '19-outage');
    await phonePicture(helpdesk, '19-outage', outage);
  });

  it('shows the incident and its status to who reported it', async () => {
    const outage = helpdesk.card('Sieht nach einer Störung aus');
    await helpdesk.press(outage, 'Zur Störung machen');
    await picture(helpdesk, '20-declare');
    await phonePicture(helpdesk, '20-declare', outage);
    await helpdesk.press(outage, 'Störung anlegen');
    // Each report that joins draws the card anew, which closes a form that is open.
    const incident = helpdesk.card(/3 Meldungen[^]*Stand mitteilen/);
    await incident.waitFor();
    await picture(helpdesk, '21-incident');
    await helpdesk.press(incident, 'Stand mitteilen');
    await helpdesk.fill(incident, { 'Neuer Stand für alle': 'Der Anbieter sucht den Fehler.' });
    await helpdesk.press(incident, 'Allen mitteilen');
    await helpdesk.see(/Stand: Der Anbieter sucht den Fehler/);
    await picture(helpdesk, '22-status-told');
    await phonePicture(helpdesk, '22-status-told', incident);
    const status = teacher.card(/Gehört zu einer größeren Störung[^]*Der Anbieter sucht den Fehler/);
    await status.waitFor();
    await picture(teacher, '23-status');
    await phonePicture(teacher, '23-status', status);
    const member = manager.card(/Teil der Störung[^]*Der Anbieter sucht den Fehler/);
    await picture(manager, '23-channel-member', member);
    await phonePicture(manager, '23-channel-member', member);
  });

  it('asks who reports the same whether it is that', async () => {
    await teacher.say('Internet geht nicht in R 113');
    const draft = teacher.card('Bekannte Störung');
    await draft.waitFor();
    await picture(teacher, '24-is-it-this');
    await phonePicture(teacher, '24-is-it-this', draft);
    await teacher.press(draft, 'Verwerfen');
    await teacher.see('Entwurf verworfen');
  });

  it('tells each of them once that it is solved', async () => {
    const incident = helpdesk.card('Stand mitteilen');
    await helpdesk.press(incident, 'Lösen');
    await helpdesk.fill(incident, { 'Was hat geholfen?': 'Der Router ist getauscht.' });
    await helpdesk.press(incident, 'Alle als gelöst melden');
    const resolved = helpdesk.card('Störung behoben');
    await resolved.waitFor();
    await picture(helpdesk, '25-resolved');
    await phonePicture(helpdesk, '25-resolved', resolved);
    await teacher.see('Der Router ist getauscht.');
    const solved = teacher.card(/Gelöst[^]*Der Router ist getauscht/);
    await solved.waitFor();
    await picture(teacher, '26-solved');
    await phonePicture(teacher, '26-solved', solved);
    for (const who of [colleague, englishColleague]) {
      // The card says so, too, sooner or later than the message comes.
      const messages = async (): Promise<number> => {
        const heard = await elsewhere.hears(who, 'Der Router ist getauscht.');
        return heard.filter(({ method }) => method === 'post').length;
      };
      await expect.poll(messages, { timeout: 10_000 }).toBe(1);
    }
  });

  it('goes the whole way without an error in the log', () => {
    expect(bot.log()).toBe('');
  });
});

function isUnclear(text: string): boolean {
  const understanding = understand(text);
  return !isSure(understanding) && understanding.category !== 'smalltalk';
}

/** A picture with something to see in it. */
async function crackedDisplay(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="#223"/><rect x="60" y="50" width="680" height="500" rx="30" fill="#9bd"/>
    <path d="M380 50 L420 220 L330 330 L470 420 L400 550 M420 220 L740 180 M330 330 L60 300" stroke="#fff"
      stroke-width="6" fill="none"/></svg>`;
  return sharp(Buffer.from(drawing)).png().toBuffer();
}
