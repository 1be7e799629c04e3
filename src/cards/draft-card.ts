import { texts, type Language, type Texts } from '../i18n/index.js';
import { formatTicketId, type Category, type DraftView } from '../tickets/index.js';
import { draftArticle, type ArticleData } from './draft-article.js';
import { noExtras, type DraftExtras } from './draft-extras.js';
import { draftKnown, type KnownData } from './draft-known.js';
import { draftPhotos, type PhotosData } from './draft-photos.js';
import { plainLine } from './escape.js';
import { choices, common, icons, type Choice, type CommonData } from './pieces.js';
import { reportForm, reportable, type ReportForm } from './report-form.js';
import { schoolChoices } from './school-choices.js';
import { cardTemplate, type Card } from './template.js';
import { roomWords } from './ticket-lines.js';
import { nextVisitLine } from './visit-line.js';

interface DraftData extends CommonData, ReportForm {
  readonly article: ArticleData;
  readonly known: KnownData;
  readonly photos: PhotosData;
  readonly ticketId: string;
  readonly drawn: number;
  readonly problem: string;
  readonly recognised: string;
  readonly guesses: readonly Choice[];
  readonly guess: string;
  readonly otherShown: boolean;
  readonly others: readonly Choice[];
  readonly other: string;
  readonly share: string;
  readonly schoolName: string;
  readonly nextVisit: string;
  readonly schoolShown: boolean;
  readonly schools: readonly Choice[];
  readonly school: string;
  readonly moreShown: boolean;
}

const template = cardTemplate<DraftData>('draft');

/**
 * What was understood, to be checked and sent. `otherCategory`, where chosen, counts more than `category`.
 * A refused submit draws it again with the problem above the buttons and everything as it was typed.
 */
export function draftCard(view: DraftView, language: Language, extras: DraftExtras = noExtras): Card {
  const t = texts(language);
  const { report } = view;
  const guesses = guessesOf(view);
  const guessed = guesses.includes(report.category);
  const first = guesses[0];
  const school = view.schools.find(({ id }) => id === report.schoolId);
  return template({
    ...common(language, 'draft', t.cards.lines.draftWord, 'accent', formatTicketId(view.id)),
    article: draftArticle(extras, report, t),
    known: draftKnown(extras, t),
    photos: draftPhotos(extras, t),
    ticketId: view.id,
    drawn: view.revision,
    problem: view.problem ?? '',
    recognised: recognised(view, t),
    guesses: choices(guesses, t.vocabulary.categories),
    guess: guessed ? report.category : (first ?? ''),
    otherShown: !guessed,
    others: choices(reportable, t.vocabulary.categories),
    other: guessed ? '' : report.category,
    share: shareLine(report.category, extras, t),
    ...reportForm(report, view.sites, t),
    schoolName:
      school === undefined ? '' : t.cards.lines.atSchool(plainLine(`${school.name}, ${school.street}`)),
    nextVisit: extras.nextVisit === null ? '' : nextVisitLine(extras.nextVisit, extras.nextVisit, t),
    schoolShown: school === undefined,
    schools: schoolChoices(view.schools),
    school: report.schoolId ?? '',
    moreShown: report.bestTime !== null || report.phone !== null,
  });
}

/**
 * Who does what, in one line: what the school can do at once, else what a vendor does. An article tells what to do at
 * once already; what is known already comes first.
 */
function shareLine(category: Category, { article, incident, duplicate }: DraftExtras, t: Texts): string {
  if (incident !== null || duplicate !== null) return '';
  const sentence = (article === null ? t.split.atOnce(category) : '') || t.split.byVendor(category);
  return sentence === '' ? '' : `${icons.info} ${sentence}`;
}

/** The likeliest topics of a draft, best first; at most three. */
export function guessesOf({ report }: DraftView): readonly Category[] {
  const all = report.alternatives.length > 0 ? report.alternatives : [report.category];
  return all.filter((category) => category !== 'smalltalk').slice(0, 3);
}

/** One line of what was understood beside the category. */
function recognised({ report }: DraftView, t: Texts): string {
  const { lines } = t.cards;
  const parts = [
    report.room === null ? '' : roomWords(report.room, t),
    report.deviceTag === null ? '' : lines.device(plainLine(report.deviceTag)),
    report.scope === null ? '' : t.vocabulary.scopes[report.scope],
    report.blocked ? lines.blockedWord : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : lines.recognised(lines.list(parts));
}
