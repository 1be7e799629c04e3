import {
  draftCard,
  questionCard,
  roomAddedCard,
  talkCard,
  whichReportCard,
  worksAgainCard,
} from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { draftView } from '../../src/tickets/index.js';
import { directory, report, ticket } from './fixtures.js';
import type { SampleCard } from './samples.js';

const taken = { at: '2026-11-24T07:00:00.000Z', width: 1600, height: 1200 };
const photos = ['a', 'b'].map((letter) => {
  const id = letter.repeat(40);
  return { ...taken, id, url: `https://desk.example.org/photos/${id}.jpg` };
});
const incident = { id: 'network:100001:2026-11-24:1', title: 'WLAN', status: '', statusAt: taken.at };

/** What the bot asks where a message leaves something open, and a draft with everything that can stand on one. */
export function talkCards(language: Language): readonly SampleCard[] {
  const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [] }, language);
  const view = draftView(draft, directory());
  const unclear = { ...report, alternatives: ['other', 'ipad-software', 'account'] as const };
  const asked = [1, 2, 3].map((revision) => ({ id: 'K7M3QX', revision, title: report.title }));
  const [first] = asked;
  const one = first ? [first] : [];
  const cards = {
    question: questionCard({ ...view, report: unclear }, language),
    'works-again-draft': worksAgainCard('discard', one, '', language),
    'works-again-one': worksAgainCard('withdraw', one, '', language),
    'works-again-several': worksAgainCard('withdraw', asked, '', language),
    'also-in-one': whichReportCard(one, { also: '205' }, { text: '' }, language),
    'also-in-several': whichReportCard(asked, { also: '205' }, { text: '' }, language),
    'room-added': roomAddedCard('205', 'K7M-3QX', language),
    chat: talkCard(texts(language).dialog.talk.chat, '', language),
    'draft-with-all': draftCard(view, language, {
      article: { id: 'projector-no-picture', title: 'HDMI', steps: ['HDMI 1', 'HDMI 2'], note: 'HDMI 3' },
      tried: null,
      incident,
      duplicate: null,
      known: [{ ticketId: 'Q2W3E4', title: report.title, room: '204', state: 'claimed', relation: 'school' }],
      photos,
    }),
  };
  return Object.entries(cards).map(([name, card]) => ({ name: `talk-${name}-${language}`, language, card }));
}
