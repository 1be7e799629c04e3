import type { Directory, School, Site } from '../campus/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import type { TicketCommand, Verb } from './commands.js';
import { mayMove } from './moves.js';
import type { HandlingReason, HistoryEntry, PersonRef, Report, Ticket } from './ticket.js';
import type { Category, Closing, Priority, Scope, TicketState, WaitingReason } from './vocabulary.js';
import { mayStillReopen } from './work-changes.js';

/** What a view needs beside the ticket. `now` comes from the service's clock; `timeZone` is the service's. */
export interface Surroundings {
  readonly directory: Directory;
  readonly now: Instant;
  readonly timeZone: string;
}

/** Who has a ticket, as far as a reader needs to know. */
export interface Responsible {
  readonly party: 'campus' | 'helpdesk';
  /** Name of the campus, where `party` is campus. */
  readonly campus: string | null;
  /** The assignee, else the person in force at the campus; null at the help desk or where nobody is there. */
  readonly person: string | null;
  /** Whether `person` has taken it, or is only the one whose turn it is. */
  readonly assigned: boolean;
  /** The manager whose deputy `person` is, and until when (YYYY-MM-DD), where that is so. */
  readonly standsInFor: { readonly manager: string; readonly until: string | null } | null;
  readonly reason: HandlingReason;
}

export interface CommentView {
  readonly by: string;
  readonly fromRequester: boolean;
  readonly text: string;
  readonly at: Instant;
}

/** What both readers see: the facts of the report and how far it is. */
export interface TicketFacts {
  readonly reader: 'requester' | 'channel';
  readonly id: string;
  readonly revision: number;
  readonly state: TicketState;
  readonly waitingFor: WaitingReason | null;
  readonly waitingUntil: Instant | null;
  readonly closedAs: Closing | null;
  readonly priority: Priority | null;
  readonly category: Category;
  readonly title: string;
  readonly description: string;
  readonly room: string | null;
  readonly deviceTag: string | null;
  readonly scope: Scope | null;
  readonly blocked: boolean;
  readonly school: string | null;
  /** Only where the school has several. */
  readonly site: string | null;
  readonly bestTime: string | null;
  readonly phone: string | null;
  readonly submittedAt: Instant | null;
  readonly firstResponse: { readonly dueAt: Instant | null; readonly respondedAt: Instant | null };
  readonly responsible: Responsible | null;
  /** The last comment between help desk and requester, unless a solution has answered it; never an internal note. */
  readonly lastComment: CommentView | null;
  readonly solution: string | null;
  readonly rating: { readonly stars: number; readonly text: string } | null;
  readonly now: Instant;
  readonly timeZone: string;
}

/** What the person who reported it may see and do. */
export interface RequesterView extends TicketFacts {
  readonly reader: 'requester';
  /** The school that it is about, to be changed while nobody has claimed it; empty where none is known. */
  readonly schools: readonly School[];
  /** Sites of that school to choose from; empty where it has only one. */
  readonly sites: readonly Site[];
  readonly siteId: string | null;
  readonly can: {
    readonly comment: boolean;
    /** `all` until somebody claimed it, afterwards description and room. */
    readonly edit: 'all' | 'description-and-room' | 'nothing';
    readonly escalate: boolean;
    readonly withdraw: boolean;
    readonly reopen: boolean;
    readonly rate: boolean;
  };
}

/** What the people of the channel see, with the buttons of the manager in force. */
export interface ChannelView extends TicketFacts {
  readonly reader: 'channel';
  readonly requesterName: string;
  readonly lastNote: CommentView | null;
  /** Persons to whom it can be assigned. */
  readonly colleagues: readonly PersonRef[];
  /** Campuses to which the help desk can hand it. */
  readonly campuses: readonly { readonly id: string; readonly name: string }[];
  readonly offer: OfferView | null;
  readonly can: {
    readonly claim: boolean;
    readonly resolve: boolean;
    readonly comment: boolean;
    readonly note: boolean;
    readonly release: boolean;
    readonly assign: boolean;
    /** For whom it can be put on hold now; empty where it cannot. */
    readonly hold: readonly WaitingReason[];
    readonly resume: boolean;
    readonly reopen: boolean;
    readonly close: boolean;
  };
}

export interface OfferView {
  /** Name of the campus; null means the help desk. */
  readonly to: string | null;
  readonly by: string;
  readonly note: string;
  readonly answerDueAt: Instant;
}

/** What the person who is about to report it sees: the report as typed so far, and what can be chosen. */
export interface DraftView {
  readonly id: string;
  readonly revision: number;
  readonly report: Report;
  readonly schools: readonly School[];
  /** Sites to choose from; empty where the school has only one. */
  readonly sites: readonly Site[];
  /** Why the last submit was refused, as a sentence. */
  readonly problem: string | null;
}

/** What the requester may see of a ticket. Internal notes never come here. */
export function requesterView(ticket: Ticket, surroundings: Surroundings): RequesterView {
  const may = (verb: Verb): boolean => mayMove('requester', verb, ticket.state);
  const { schoolId } = ticket.report;
  const school = schoolId === null ? undefined : surroundings.directory.school(schoolId);
  return {
    ...facts(ticket, surroundings),
    reader: 'requester',
    schools: school ? [school] : [],
    sites: sitesToChoose(schoolId, surroundings.directory),
    siteId: ticket.report.siteId,
    can: {
      comment: may('comment'),
      edit: !may('edit') ? 'nothing' : ticket.state === 'new' ? 'all' : 'description-and-room',
      escalate: may('escalate'),
      withdraw: may('withdraw'),
      reopen: may('reopen') && mayStillReopen(ticket, surroundings.now),
      rate:
        may('rate') && ticket.rating === null && (ticket.state !== 'closed' || ticket.closedAs === 'solved'),
    },
  };
}

/** What the channel sees of a ticket: everything, and the buttons of the manager in force in this state. */
export function channelView(ticket: Ticket, surroundings: Surroundings): ChannelView {
  const reader = ticket.handledBy?.party === 'helpdesk' ? 'dispatcher' : 'manager';
  const may = (verb: Verb): boolean => mayMove(reader, verb, ticket.state);
  const note = ticket.history.findLast((entry) => entry.command.verb === 'note');
  const byHold: readonly WaitingReason[] = may('hold') ? ['requester', 'vendor'] : [];
  const byVisit: readonly WaitingReason[] = may('plan-visit') && ticket.state !== 'waiting' ? ['visit'] : [];
  return {
    ...facts(ticket, surroundings),
    reader: 'channel',
    requesterName: ticket.requester.name,
    lastNote: spoken(note, ticket),
    colleagues: colleagues(ticket, surroundings),
    campuses: reader === 'dispatcher' ? surroundings.directory.campuses : [],
    offer: offerView(ticket, surroundings.directory),
    can: {
      claim: may('claim'),
      resolve: may('resolve'),
      comment: may('comment'),
      note: may('note'),
      release: may('release'),
      assign: may('assign'),
      hold: [...byHold, ...byVisit],
      resume: may('resume'),
      reopen: may('reopen') && ticket.state === 'resolved',
      close: may('close'),
    },
  };
}

/** A draft as its writer sees it; `problem` is the sentence that tells why a submit was refused. */
export function draftView(ticket: Ticket, directory: Directory, problem: string | null = null): DraftView {
  return {
    id: ticket.id,
    revision: ticket.revision,
    report: ticket.report,
    schools: directory.schools,
    sites: sitesToChoose(ticket.report.schoolId, directory),
    problem,
  };
}

/** Who has the ticket, or whose turn it is, by the directory of today. Null for drafts. */
export function responsible(ticket: Ticket, { directory, now }: Surroundings): Responsible | null {
  const handled = ticket.handledBy;
  if (!handled) return null;
  const campus = handled.campusId === null ? undefined : directory.campus(handled.campusId);
  const inForce = campus ? directory.inForce(campus.id, now) : null;
  const manager = campus ? directory.person(campus.managerId) : undefined;
  const person = handled.person ?? inForce?.person ?? null;
  const isDeputy = inForce?.as === 'deputy' && person?.id === inForce.person?.id;
  return {
    party: handled.party,
    campus: campus?.name ?? null,
    person: person?.name ?? null,
    assigned: handled.person !== null,
    standsInFor: isDeputy && manager ? { manager: manager.name, until: inForce.until } : null,
    reason: handled.reason,
  };
}

function facts(ticket: Ticket, surroundings: Surroundings): Omit<TicketFacts, 'reader'> {
  const { report } = ticket;
  const { directory } = surroundings;
  const sites = report.schoolId === null ? [] : directory.sitesOf(report.schoolId);
  const solved = solution(ticket);
  return {
    id: ticket.id,
    revision: ticket.revision,
    state: ticket.state,
    waitingFor: ticket.waitingFor,
    waitingUntil: ticket.waitingUntil === null ? null : instantOf(ticket.waitingUntil),
    closedAs: ticket.closedAs,
    priority: ticket.priority,
    category: report.category,
    title: report.title,
    description: report.description,
    room: report.room,
    deviceTag: report.deviceTag,
    scope: report.scope,
    blocked: report.blocked,
    school: report.schoolId === null ? null : (directory.school(report.schoolId)?.name ?? null),
    site: report.siteId === null || sites.length < 2 ? null : (directory.site(report.siteId)?.name ?? null),
    bestTime: report.bestTime,
    phone: report.phone,
    submittedAt: ticket.submittedAt === null ? null : instantOf(ticket.submittedAt),
    firstResponse: {
      dueAt: ticket.firstResponseDueAt === null ? null : instantOf(ticket.firstResponseDueAt),
      respondedAt: ticket.firstRespondedAt === null ? null : instantOf(ticket.firstRespondedAt),
    },
    responsible: responsible(ticket, surroundings),
    lastComment: spoken(lastWords(ticket, solved !== null), ticket),
    solution: solved,
    rating: ticket.rating,
    now: surroundings.now,
    timeZone: surroundings.timeZone,
  };
}

function sitesToChoose(schoolId: string | null, directory: Directory): readonly Site[] {
  const sites = schoolId === null ? [] : directory.sitesOf(schoolId);
  return sites.length > 1 ? sites : [];
}

/** The last entry with words between help desk and requester; for a solved ticket only one after the solution. */
function lastWords(ticket: Ticket, isSolved: boolean): HistoryEntry | undefined {
  const entry = ticket.history.findLast(
    ({ command }) => wordsBetween(command) !== '' || (isSolved && command.verb === 'resolve'),
  );
  return entry?.command.verb === 'resolve' ? undefined : entry;
}

function spoken(entry: HistoryEntry | undefined, ticket: Ticket): CommentView | null {
  if (entry?.actor.kind !== 'person') return null;
  return {
    by: entry.actor.name,
    fromRequester: entry.actor.id === ticket.requester.id,
    text: entry.command.verb === 'note' ? entry.command.text : wordsBetween(entry.command),
    at: instantOf(entry.at),
  };
}

/** What a command says from the help desk to the requester or back; empty where it says nothing. */
function wordsBetween(command: TicketCommand): string {
  switch (command.verb) {
    case 'comment':
    case 'reopen':
    case 'escalate':
      return command.text;
    case 'hold':
    case 'plan-visit':
      return command.note;
    default:
      return '';
  }
}

/** The last solution, as long as the ticket counts as resolved. */
function solution(ticket: Ticket): string | null {
  if (ticket.state !== 'resolved' && ticket.closedAs !== 'solved') return null;
  const entry = ticket.history.findLast(({ command }) => command.verb === 'resolve');
  return entry?.command.verb === 'resolve' && entry.command.solution !== '' ? entry.command.solution : null;
}

function colleagues(ticket: Ticket, { directory, now }: Surroundings): readonly PersonRef[] {
  const handled = ticket.handledBy;
  if (!handled) return [];
  const people =
    handled.party === 'helpdesk' || handled.campusId === null
      ? directory.dispatchers
      : directory.colleagues(handled.campusId, now);
  return people.map(({ id, name }) => ({ id, name }));
}

function offerView(ticket: Ticket, directory: Directory): OfferView | null {
  const { offer } = ticket;
  if (!offer) return null;
  return {
    to: offer.to.campusId === null ? null : (directory.campus(offer.to.campusId)?.name ?? null),
    by: offer.by.name,
    note: offer.note,
    answerDueAt: instantOf(offer.answerDueAt),
  };
}
