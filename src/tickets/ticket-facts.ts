import type { Directory } from '../campus/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import { promiseView, type PromiseView } from './promise-view.js';
import type { Rules } from './rules.js';
import { isOfSchool } from './school-voice.js';
import { ownStart } from './start.js';
import type { HandledBy, HandlingReason, HistoryEntry, Ticket } from './ticket.js';
import {
  isOpen,
  type Category,
  type Closing,
  type Priority,
  type Scope,
  type TicketState,
  type WaitingReason,
} from './vocabulary.js';
import { nextVisitOf, plannedVisitOf, type NextVisits, type VisitWindow } from './visit-times.js';
import { wordsBetween } from './words.js';

/** What a view needs beside the ticket. `now` comes from the service's clock; times are shown in the zone of the rules. */
export interface Surroundings {
  readonly directory: Directory;
  readonly now: Instant;
  readonly rules: Rules;
  /** Where a client finds a photo without a login; not given, or null, where nobody reaches this service. */
  readonly photoUrl?: (id: string) => string | null;
  /** The title of a self-help article; not given, or null, where it is not known any more. */
  readonly articleTitle?: (id: string) => string | null;
  /** By the visiting rota; not given where none is kept. */
  readonly nextVisits?: NextVisits;
}

/** Who has a ticket, as far as a reader needs to know. */
export interface Responsible {
  readonly party: HandledBy['party'];
  /** Name of the campus or the provider; null for the help desk. */
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
  /** By whoever reported it, or a contact who speaks for the school. */
  readonly fromRequester: boolean;
  readonly text: string;
  readonly at: Instant;
}

/** What all requesters of an incident read of it. */
export interface IncidentView {
  readonly id: string;
  readonly title: string;
  /** Empty until somebody wrote one. */
  readonly status: string;
  readonly statusAt: Instant;
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
  /** Who wrote it down for the requester, at the telephone or from a message; null where that was the requester. */
  readonly openedBy: string | null;
  /** When somebody comes to the site of an open ticket next; null where that is not known. */
  readonly nextVisit: VisitWindow | null;
  /** The visit of the rota for which it is planned. */
  readonly plannedVisit: VisitWindow | null;
  /** The promise that counts next; null where none does. */
  readonly promise: PromiseView | null;
  readonly responsible: Responsible | null;
  /** The last comment between help desk and requester, unless a solution has answered it; never an internal note. */
  readonly lastComment: CommentView | null;
  readonly solution: string | null;
  readonly rating: { readonly stars: number; readonly text: string } | null;
  /** The incident that an open ticket is a part of; null where it is none. */
  readonly incident: IncidentView | null;
  /** Pictures of what is broken, oldest first; `url` is null where no client can fetch them. */
  readonly photos: readonly { readonly url: string | null }[];
  /** What the requester tried before reporting, without success: the title of an article. */
  readonly tried: string | null;
  readonly now: Instant;
  readonly timeZone: string;
}

/** What every reader may see of a ticket; internal notes never come here. */
export function facts(ticket: Ticket, surroundings: Surroundings): Omit<TicketFacts, 'reader'> {
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
    submittedAt: reportedAt(ticket),
    openedBy: ticket.openedBy?.name ?? null,
    nextVisit: nextVisitOf(ticket, surroundings.nextVisits, surroundings.now),
    plannedVisit: plannedVisitOf(ticket),
    promise: promiseView(ticket, surroundings.rules, surroundings.now),
    responsible: responsible(ticket, surroundings),
    lastComment: spoken(lastWords(ticket, solved !== null), ticket),
    solution: solved,
    rating: ticket.rating,
    photos: ticket.photos.map(({ id }) => ({ url: surroundings.photoUrl?.(id) ?? null })),
    tried: tried(ticket, surroundings),
    incident: incidentView(ticket),
    now: surroundings.now,
    timeZone: surroundings.rules.calendar.timeZone,
  };
}

/** When its own requester reported it, whatever report its clocks count from. */
function reportedAt({ history, submittedAt }: Ticket): Instant | null {
  const at = ownStart(history) ?? submittedAt;
  return at === null || submittedAt === null ? null : instantOf(at);
}

/** Once it is resolved, the solution says all. */
function incidentView({ incident, state }: Ticket): IncidentView | null {
  if (incident === null || !isOpen(state)) return null;
  const { id, title, status, statusAt } = incident;
  return { id, title, status, statusAt: instantOf(statusAt) };
}

/** Articles come and go; one that is gone was tried all the same. */
function tried({ help }: Ticket, { articleTitle }: Surroundings): string | null {
  return help?.outcome === 'still-broken' ? (articleTitle?.(help.articleId) ?? help.articleId) : null;
}

/** What a campus or the provider is called by the directory of today; null for the help desk. */
export function teamName(
  { party, campusId }: Pick<HandledBy, 'party' | 'campusId'>,
  directory: Directory,
): string | null {
  if (party === 'provider') return directory.provider?.name ?? null;
  return campusId === null ? null : (directory.campus(campusId)?.name ?? null);
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
    campus: teamName(handled, directory),
    person: person?.name ?? null,
    assigned: handled.person !== null,
    standsInFor: isDeputy && manager ? { manager: manager.name, until: inForce.until } : null,
    reason: handled.reason,
  };
}

/** The last entry with words between help desk and requester; for a solved ticket only one after the solution. */
function lastWords(ticket: Ticket, isSolved: boolean): HistoryEntry | undefined {
  const entry = ticket.history.findLast(
    ({ command }) => wordsBetween(command) !== '' || (isSolved && command.verb === 'resolve'),
  );
  return entry?.command.verb === 'resolve' ? undefined : entry;
}

/** A history entry as words of a person; null where nobody spoke. */
export function spoken(entry: HistoryEntry | undefined, ticket: Ticket): CommentView | null {
  if (entry?.actor.kind !== 'person') return null;
  return {
    by: entry.actor.name,
    fromRequester: entry.actor.id === ticket.requester.id || isOfSchool(entry.actor),
    text: entry.command.verb === 'note' ? entry.command.text : wordsBetween(entry.command),
    at: instantOf(entry.at),
  };
}

/** The last solution, as long as the ticket counts as resolved. */
function solution(ticket: Ticket): string | null {
  if (ticket.state !== 'resolved' && ticket.closedAs !== 'solved') return null;
  const entry = ticket.history.findLast(({ command }) => command.verb === 'resolve');
  return entry?.command.verb === 'resolve' && entry.command.solution !== '' ? entry.command.solution : null;
}
