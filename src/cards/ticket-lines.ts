import { texts, type Language, type Texts } from '../i18n/index.js';
import { instantOf } from '../sla/index.js';
import {
  formatTicketId,
  isOpen,
  type CommentView,
  type Responsible,
  type TicketFacts,
} from '../tickets/index.js';
import { excerpt, plain, plainLine } from './escape.js';
import { incidentBlock } from './incident-line.js';
import { photosData, type PhotosData } from './photos.js';
import { icons, noBlock, type Block, type CommonData, type HeaderData } from './pieces.js';
import { windowWords } from './visit-line.js';

/** A card shows this many characters of a text; the message that called the reader holds all of it. */
const shownCharacters = 1200;

/** What the requester's and the channel's card have in common. */
export interface TicketCardData extends CommonData {
  readonly ticketId: string;
  readonly drawn: number;
  /** What is broken. */
  readonly title: string;
  /** Where, and how urgent. */
  readonly where: string;
  readonly whereColor: 'Default' | 'Attention';
  /** Who has it, and until when. */
  readonly who: string;
  readonly description: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly comment: Block;
  readonly solution: Block;
  readonly rating: string;
  readonly photos: PhotosData;
  /** The incident that it is a part of, with what is said to all of its requesters. */
  readonly incident: Block;
}

/** Who reads why no deadline runs: a contact of the school is not asked for the answer, but may give it. */
type WaitingReader = keyof Texts['cards']['lines']['standsStill'];

/** A ticket as words: the lines, facts and blocks that all cards of it show. */
export function ticketData(
  view: TicketFacts,
  language: Language,
  reader: WaitingReader = view.reader,
): TicketCardData {
  const t = texts(language);
  return {
    ...stateHeader(view, t),
    lang: language,
    ticketId: view.id,
    drawn: view.revision,
    title: plainLine(view.title),
    where: whereLine(view, t),
    whereColor: isMostUrgent(view) ? 'Attention' : 'Default',
    who: whoLine(view, reader, t),
    description: plain(view.description),
    facts: facts(view, t),
    comment: commentBlock(view.lastComment, view, t),
    solution: solutionBlock(view, t),
    rating: ratingLine(view, t),
    photos: photosData(view.photos, t),
    incident: incidentBlock(view, t),
  };
}

/** Icon and word of the state; the tone only repeats what the word says. */
function stateHeader(view: TicketFacts, t: Texts): HeaderData {
  const tones = {
    draft: 'emphasis',
    new: isMostUrgent(view) ? 'attention' : 'accent',
    claimed: 'accent',
    waiting: 'warning',
    resolved: 'good',
    closed: 'emphasis',
  } as const;
  return {
    icon: icons[view.state],
    word: view.reader === 'channel' ? stateUntil(view, t) : stateWord(view, t),
    wordColor: 'Default',
    tone: tones[view.state],
    id: formatTicketId(view.id),
  };
}

/** The state in one word: for what it waits, or how it ended, where that says more. */
export function stateWord(view: TicketFacts, t: Texts): string {
  if (view.state === 'waiting' && view.waitingFor !== null) return t.vocabulary.waiting[view.waitingFor];
  if (view.state === 'closed' && view.closedAs !== null) return t.vocabulary.closings[view.closedAs];
  return t.vocabulary.states[view.state];
}

/** The state, and the day on which the waiting ends or the visit is. */
function stateUntil(view: TicketFacts, t: Texts): string {
  const word = stateWord(view, t);
  if (view.state !== 'waiting' || view.waitingUntil === null) return word;
  const day = t.times.date(view.waitingUntil, view.now, view.timeZone);
  if (view.waitingFor !== 'visit') return t.cards.lines.waitingTill(word, day);
  return t.cards.lines.visitOn(view.plannedVisit ? windowWords(view.plannedVisit, view, t) : day);
}

/** Where and how urgent, divided by dots: room, school, who is affected, priority in words. Requesters know their school. */
function whereLine(view: TicketFacts, t: Texts): string {
  const { lines } = t.cards;
  const parts = [
    view.room === null ? '' : roomWords(view.room, t),
    view.reader === 'channel' ? schoolWords(view, t) : '',
    view.scope === null || view.scope === 'one' ? '' : t.vocabulary.scopes[view.scope],
    view.blocked && isOpen(view.state) ? lines.blockedWord : '',
    view.priority === null || !isOpen(view.state) ? '' : t.vocabulary.priorities[view.priority],
  ];
  const line = lines.list(parts.filter((part) => part !== ''));
  return isMostUrgent(view) ? `${icons.urgent} ${line}` : line;
}

/** `204` is read as a room number, `Aula` stands for itself. */
export function roomWords(room: string, t: Texts): string {
  const plainRoom = plainLine(room);
  return /^\p{L}?[\d.]/u.test(room) ? t.cards.lines.room(plainRoom) : plainRoom;
}

/** Who has it, whom that person stands in for, and the deadline that counts next. */
function whoLine(view: TicketFacts, reader: WaitingReader, t: Texts): string {
  const { lines } = t.cards;
  const { responsible } = view;
  if (!responsible) return '';
  const team = teamWords(responsible, view, t);
  const who =
    responsible.person === null
      ? lines.teamHas(team)
      : responsible.assigned && isOpen(view.state)
        ? lines.has(lines.personOf(plainLine(responsible.person), team))
        : lines.turnOf(lines.personOf(plainLine(responsible.person), team));
  const { reason } = responsible;
  const unusual = view.reader === 'requester' && !isUsual(reason);
  const why = unusual ? `, ${plainLine(t.vocabulary.handlingReason(reason))}` : '';
  return lines.list([`${who}${why}`, promiseWords(view, reader, t)].filter((part) => part !== ''));
}

/** What the team's name says already: whose school it is, and who stands in. */
export function isUsual({ code }: Responsible['reason']): boolean {
  return code === 'campus-of-school' || code === 'deputy';
}

/** The team's name, and for whom its person stands in. */
function teamWords(responsible: Responsible, view: TicketFacts, t: Texts): string {
  const team = responsible.campus === null ? t.vocabulary.helpdesk : plainLine(responsible.campus);
  const { standsInFor } = responsible;
  if (!standsInFor) return team;
  return t.vocabulary.deputyFor(team, plainLine(standsInFor.manager), lastDay(standsInFor.until, view, t));
}

function lastDay(date: string | null, { now, timeZone }: TicketFacts, t: Texts): string | null {
  return date === null ? null : t.times.date(noonOf(date), now, timeZone);
}

function promiseWords(
  { promise, reader: of, incident, now, timeZone }: TicketFacts,
  reader: WaitingReader,
  t: Texts,
): string {
  const { promised, overdue, standsStill } = t.cards.lines;
  // What is said of the incident holds for all of its requesters, and its one clock counts for all of its tickets.
  const isMuted = incident !== null && (of === 'requester' || promise?.dueAt !== null);
  if (!promise || isMuted) return '';
  if (promise.dueAt === null)
    return promise.standsStillFor ? standsStill[reader][promise.standsStillFor] : '';
  return promise.urgency === 'overdue'
    ? overdue[promise.of](t.times.stamp(promise.dueAt, now, timeZone))
    : promised[promise.of](t.times.until(promise.dueAt, now, timeZone));
}

function facts(view: TicketFacts, t: Texts): TicketCardData['facts'] {
  const { labels, lines } = t.cards;
  const reported = view.submittedAt;
  const rows: readonly (readonly [string, string | null])[] = [
    [labels.factCategory, t.vocabulary.categories[view.category]],
    [labels.factScope, view.scope === null ? null : t.vocabulary.scopes[view.scope]],
    [labels.factPriority, view.priority === null ? null : t.vocabulary.priorities[view.priority]],
    [labels.factBlocked, view.blocked ? lines.blockedFact : null],
    [labels.factRoom, view.room],
    [labels.factDevice, view.deviceTag],
    [labels.factSchool, view.school],
    [labels.factSite, view.site],
    [t.selfHelp.factTried, view.tried],
    [labels.factBestTime, view.bestTime],
    [labels.factPhone, view.phone],
    [t.extension.factOpenedBy, view.openedBy],
    [labels.factReported, reported === null ? null : t.times.stamp(reported, view.now, view.timeZone)],
    [labels.factResponsible, view.responsible ? becauseWords(view.responsible, view, t) : null],
    [t.split.fact, t.split.all(view.category)],
  ];
  return rows.flatMap(([title, value]) =>
    value === null || value === '' ? [] : [{ title, value: plainLine(value) }],
  );
}

function becauseWords({ campus, reason }: Responsible, view: TicketFacts, t: Texts): string {
  const team = campus ?? t.vocabulary.helpdesk;
  const { deputyFor, handlingReason, landedBecause } = t.vocabulary;
  if (reason.code === 'deputy') return deputyFor(team, reason.for, lastDay(reason.until, view, t));
  return `${team}, ${view.reader === 'requester' ? handlingReason(reason) : landedBecause(reason)}`;
}

function commentBlock(comment: CommentView | null, view: TicketFacts, t: Texts): Block {
  // A solution says more than the questions before it; what the requester writes afterwards still counts.
  const settled = view.solution !== null && !(view.reader === 'channel' && comment?.fromRequester === true);
  if (!comment || settled || view.state === 'closed') return noBlock;
  return {
    shown: true,
    heading: t.cards.lines.commentBy(
      plainLine(comment.by),
      t.times.stamp(comment.at, view.now, view.timeZone),
    ),
    text: plain(excerpt(comment.text, shownCharacters)),
  };
}

function solutionBlock(view: TicketFacts, t: Texts): Block {
  if (view.solution === null) return noBlock;
  return {
    shown: true,
    heading: t.cards.lines.solution,
    text: plain(excerpt(view.solution, shownCharacters)),
  };
}

function ratingLine(view: TicketFacts, t: Texts): string {
  if (!view.rating) return '';
  const { stars, text } = view.rating;
  const words = t.vocabulary.stars[stars - 1] ?? '';
  const line = t.cards.lines.rating('★'.repeat(stars) + '☆'.repeat(Math.max(0, 5 - stars)), words);
  return text === '' ? line : `${line}\n\n${plain(excerpt(text, shownCharacters))}`;
}

function schoolWords(view: TicketFacts, t: Texts): string {
  if (view.school === null) return '';
  const school = plainLine(view.school);
  return view.site === null ? school : t.cards.lines.place(plainLine(view.site), school);
}

/** Only an open ticket of the highest priority warns in colour and icon. */
function isMostUrgent(view: TicketFacts): boolean {
  return isOpen(view.state) && view.priority === 'P1';
}

/** A calendar day as an instant that lies on that day in every European time zone. */
function noonOf(day: string): number {
  return instantOf(`${day.slice(0, 10)}T11:00:00.000Z`);
}
