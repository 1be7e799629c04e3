import {
  articleCard,
  articleChoiceCard,
  draftCard,
  noExtras,
  questionCard,
  type DraftExtras,
} from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { draftView, type DraftView, type Report } from '../../src/tickets/index.js';
import { article, directory, knownIncident, knownReport, now, photos, report, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** What becomes of a first message: a draft with whatever can stand on it, a question, an article. */
export function draftSamples(language: Language): readonly SampleCard[] {
  const view = viewOf(language);
  const plainView = viewOf(language, plain());
  const problem = texts(language).refusals.sentence({ code: 'site-missing' });
  const draw = (extras: Partial<DraftExtras>, of = view) =>
    draftCard(of, language, { ...noExtras, ...extras });
  const { title } = article;
  return [
    ...samplesOf('draft', language, {
      plain: draw({}, plainView),
      refused: draw({}, { ...view, problem }),
      'unknown-school': draw({}, viewOf(language, { ...report, schoolId: null, siteId: null })),
      article: draw({ article }, viewOf(language, { ...plain(), blocked: false })),
      'article-folded': draw({ article }, viewOf(language, { ...report, blocked: true })),
      'share-school': draw({}, viewOf(language, { ...plain(), category: 'account' })),
      'share-article': draw({ article }, viewOf(language, { ...plain(), category: 'loss' })),
      'article-tried': draw({ tried: title }, plainView),
      incident: draw({ incident: knownIncident }),
      own: draw({ duplicate: { ...knownReport, relation: 'own' } }),
      device: draw({ duplicate: { ...knownReport, relation: 'device' } }),
      known: draw({
        known: [
          { ...knownReport, relation: 'school' },
          { ...knownReport, room: null, state: 'new', relation: 'school' },
        ],
      }),
      photos: draw({ photos }),
      'next-visit': draw({
        nextVisit: {
          from: now + 48 * 3_600_000,
          to: now + 51 * 3_600_000,
          now,
          timeZone: 'Europe/Berlin',
        },
      }),
      everything: draw({
        article,
        incident: knownIncident,
        known: [{ ...knownReport, relation: 'school' }],
        photos,
      }),
    }),
    ...samplesOf('question', language, {
      unclear: questionCard(
        viewOf(language, { ...report, alternatives: ['other', 'ipad-software', 'account'] }),
        language,
      ),
    }),
    ...samplesOf('article', language, { found: articleCard(article, language) }),
    ...samplesOf('choice', language, {
      article: articleChoiceCard([article, { ...article, id: 'b', title: report.title }], language),
    }),
  ];
}

/** Of a school with one site, and without what many leave out. */
function plain() {
  return {
    ...report,
    category: 'printer',
    schoolId: '100014',
    siteId: null,
    bestTime: null,
    phone: null,
  } as const;
}

function viewOf(language: Language, of: Report = report): DraftView {
  const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [] }, language);
  return draftView({ ...draft, report: of }, directory());
}
