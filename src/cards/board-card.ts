import { texts, type Language, type Texts } from '../i18n/index.js';
import { formatTicketId, type Category, type TicketFacts } from '../tickets/index.js';
import { excerpt, plainLine } from './escape.js';
import { common, icons, mentionEntities, mentionText, type CommonData, type Mention } from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { roomWords, stateWord } from './ticket-lines.js';

/** One ticket in the list: what is due, in words, and whether that should have been done by now. */
export interface BoardLine {
  readonly view: TicketFacts;
  readonly reason: string;
  readonly isLate: boolean;
}

/** A person to mention, and whether as somebody's deputy. */
export interface BoardMention extends Mention {
  readonly standsIn: boolean;
}

/** Last week in numbers; shares as counts. Dates are YYYY-MM-DD. */
export interface BoardSummary {
  readonly from: string;
  readonly to: string;
  readonly reported: number;
  readonly solved: number;
  readonly openNow: number;
  readonly overdueNow: number;
  readonly firstResponses: { readonly met: number; readonly of: number };
  readonly solutions: { readonly met: number; readonly of: number };
  readonly teams: readonly { readonly name: string; readonly open: number; readonly overdue: number }[];
  readonly categories: readonly { readonly category: Category; readonly reported: number }[];
}

/** What a channel is told in one message of its own. */
export interface BoardView {
  readonly headline: string;
  readonly isUrgent: boolean;
  /** Whether a line says whose ticket it is; a campus knows that its own are its own. */
  readonly withTeams: boolean;
  readonly mentions: readonly BoardMention[];
  readonly reminders: readonly BoardLine[];
  readonly open: readonly BoardLine[];
  readonly summary: BoardSummary | null;
  /** So many reports that one person is asked to take over at once; null where they are not several. */
  readonly standIn: number | null;
}

interface BoardData extends CommonData {
  readonly mention: string;
  readonly entities: readonly object[];
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly Row[];
    readonly more: string;
  }[];
  readonly hasSummary: boolean;
  readonly week: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly acceptAll: { readonly shown: boolean; readonly title: string };
}

interface Row {
  readonly title: string;
  readonly where: string;
  readonly due: string;
  readonly color: 'Default' | 'Attention';
}

/** More lines than this nobody reads. */
const mostLines = 15;
const titleLength = 80;

const template = cardTemplate<BoardData>('board');

/**
 * A channel's own message: headline, list, and the week where it is told. Its only button, verb `absence.accept-all`, takes
 * over what an absent colleague has; all others are on each ticket's card.
 */
export function boardCard(view: BoardView, language: Language): Card {
  const t = texts(language);
  const { board } = t;
  const openHeading = view.reminders.length > 0 ? board.otherOpen : board.open;
  return template({
    ...common(
      language,
      view.isUrgent ? 'urgent' : 'list',
      view.headline,
      view.isUrgent ? 'attention' : 'accent',
    ),
    mention: mentionWords(view.mentions, t),
    entities: mentionEntities(view.mentions),
    sections: [
      ...section(board.reminders, view.reminders, view.withTeams, t),
      ...section(openHeading, view.open, view.withTeams, t),
    ],
    hasSummary: view.summary !== null,
    week: view.summary ? board.week(board.day(view.summary.from), board.day(view.summary.to)) : '',
    facts: view.summary ? summaryFacts(view.summary, t) : [],
    acceptAll: {
      shown: view.standIn !== null,
      title: t.absences.acceptAll(view.standIn ?? 0),
    },
  });
}

function section(
  heading: string,
  lines: readonly BoardLine[],
  withTeams: boolean,
  t: Texts,
): BoardData['sections'] {
  if (lines.length === 0) return [];
  const hidden = lines.length - mostLines;
  const rows = lines.slice(0, mostLines).map((line) => row(line, withTeams, t));
  return [{ heading, rows, more: hidden > 0 ? t.board.more(hidden) : '' }];
}

function row({ view, reason, isLate }: BoardLine, withTeams: boolean, t: Texts): Row {
  const { lines } = t.cards;
  const campus = view.responsible?.campus ?? null;
  const where = [
    view.room === null ? '' : roomWords(view.room, t),
    view.school === null ? '' : plainLine(view.school),
    withTeams && campus !== null ? plainLine(campus) : '',
    formatTicketId(view.id),
  ];
  const who = whoHasIt(view, t);
  // What nobody has is new, and the other way round: one of the two is enough.
  const state = view.state === 'new' && who === t.board.nobodyHasIt ? '' : stateWord(view, t);
  const due = [reason, state, who];
  return {
    title: plainLine(excerpt(view.title, titleLength)),
    where: lines.list(where.filter((part) => part !== '')),
    due: `${isLate ? icons.urgent : icons[view.state]} ${lines.list(due.filter((part) => part !== ''))}`,
    color: isLate ? 'Attention' : 'Default',
  };
}

function whoHasIt({ responsible }: TicketFacts, t: Texts): string {
  if (!responsible) return '';
  const { person, standsInFor, assigned } = responsible;
  if (person === null) return t.board.nobodyHasIt;
  const name = plainLine(person);
  if (standsInFor) return t.board.deputy(name, plainLine(standsInFor.manager));
  return assigned ? name : t.board.nobodyHasIt;
}

function mentionWords(mentions: readonly BoardMention[], t: Texts): string {
  if (mentions.length === 0) return '';
  const names = mentions.map((person) =>
    person.standsIn ? t.board.standsIn(mentionText(person)) : mentionText(person),
  );
  return t.cards.lines.calls(names.join(', '));
}

function summaryFacts(summary: BoardSummary, t: Texts): BoardData['facts'] {
  const { board, vocabulary } = t;
  const share = ({ met, of }: BoardSummary['solutions']): string =>
    of === 0 ? '' : board.share(Math.round((100 * met) / of), met, of);
  const teams = summary.teams.map(({ name, open, overdue }) => board.team(plainLine(name), open, overdue));
  const topics = summary.categories.map(({ category, reported }) =>
    board.topic(vocabulary.categories[category], reported),
  );
  const facts: readonly (readonly [string, string])[] = [
    [board.reported, String(summary.reported)],
    [board.solved, String(summary.solved)],
    [board.openNow, String(summary.openNow)],
    [board.overdueNow, String(summary.overdueNow)],
    [board.responsesInTime, share(summary.firstResponses)],
    [board.solutionsInTime, share(summary.solutions)],
    [board.topics, topics.join(', ')],
    [board.teams, teams.join('; ')],
  ];
  return facts.flatMap(([title, value]) => (value === '' ? [] : [{ title, value }]));
}
