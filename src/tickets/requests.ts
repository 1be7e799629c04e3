import type { Directory } from '../campus/index.js';
import { isoOf, startOfDay, type Instant } from '../sla/index.js';
import type { CardRef, TicketCommand, Verb } from './commands.js';
import type { Refusal } from './decision.js';
import { endedUnsolved } from './followed.js';
import { isOfferedWithin, isSameParty } from './party.js';
import { groundsOf } from './grounds.js';
import { partyToday } from './rerouting.js';
import type { Rules } from './rules.js';
import type { HandledBy, IncidentLink, Offer, PersonRef, PlannedVisit, Report, Ticket } from './ticket.js';

/**
 * What a person asks of a ticket, as it comes from a card or the chat: only what the person said.
 * Facts that the server knows better (who is responsible, who is at work) are added by {@link toCommand}.
 */
export type TicketRequest =
  | {
      readonly verb: 'submit';
      readonly report: Report;
      readonly card: CardRef | null;
      /** The known incident that the person recognised, as the server read it. */
      readonly incident?: IncidentLink | null;
      /** The open ticket of the same device, as the server found it. */
      readonly sameDeviceAs?: string | null;
    }
  | { readonly verb: 'assign'; readonly personId: string; readonly note: string }
  | { readonly verb: 'accept' }
  | {
      readonly verb: 'hold';
      readonly waitingFor: 'requester' | 'vendor';
      readonly untilDate: string | null;
      readonly note: string;
    }
  | {
      readonly verb: 'plan-visit';
      readonly untilDate: string;
      readonly note: string;
      /** The visit of the rota on that day, as the server found it. */
      readonly visit?: PlannedVisit | null;
    }
  | { readonly verb: 'reopen'; readonly text: string }
  | { readonly verb: 'edit'; readonly changes: Partial<Report> }
  /** To a party: which person of it is asked, nobody says. */
  | { readonly verb: 'offer'; readonly to: Omit<Offer['to'], 'person'>; readonly note: string }
  | { readonly verb: 'split'; readonly ticketId: string; readonly report: Report }
  | { readonly verb: 'unmerge'; readonly text: string }
  | Extract<TicketCommand, { verb: Verb } & PlainVerb>;

interface PlainVerb {
  readonly verb:
    | 'revise'
    | 'tried'
    | 'photo'
    | 'attach'
    | 'detach'
    | 'discard'
    | 'claim'
    | 'release'
    | 'decline'
    | 'comment'
    | 'note'
    | 'resume'
    | 'resolve'
    | 'close'
    | 'withdraw'
    | 'rate'
    | 'escalate'
    | 'set-priority'
    | 'merge'
    | 'link'
    | 'unlink'
    | 'informed';
}

/** What a request is completed with. */
export interface Knowledge {
  readonly directory: Directory;
  readonly rules: Rules;
  readonly now: Instant;
}

/** Completes a request with what the directory and the calendar know; a refusal where that is impossible. */
export function toCommand(
  request: TicketRequest,
  ticket: Ticket,
  person: PersonRef,
  knowledge: Knowledge,
): TicketCommand | Refusal {
  const { directory } = knowledge;
  switch (request.verb) {
    case 'submit':
      return submitCommand(request, knowledge);
    case 'edit':
      return editCommand(request.changes, ticket, knowledge);
    case 'assign':
      return assignCommand(request, ticket, person, knowledge);
    case 'accept':
      return acceptCommand(ticket, person);
    case 'reopen':
      return {
        verb: 'reopen',
        text: request.text,
        assigneeInForce: assigneeInForce(ticket, knowledge),
        grounds: groundsOf(ticket, directory),
        handledBy: partyToday(ticket, directory, knowledge.now),
      };
    case 'hold': {
      const until = request.untilDate === null ? null : instantOn(request.untilDate, knowledge);
      return { verb: 'hold', waitingFor: request.waitingFor, until, note: request.note };
    }
    case 'plan-visit': {
      const { visit = null, note } = request;
      return {
        verb: 'plan-visit',
        until: visit?.from ?? instantOn(request.untilDate, knowledge),
        note,
        visit,
      };
    }
    case 'unmerge':
      return {
        ...request,
        assigneeInForce: assigneeInForce(ticket, knowledge),
        grounds: groundsOf(ticket, directory),
        handledBy: partyToday(ticket, directory, knowledge.now),
      };
    case 'split':
      return {
        ...request,
        handledBy: directory.responsibleFor(request.report.schoolId, request.report.siteId, knowledge.now),
      };
    case 'offer':
      return handOver(request, ticket, person, knowledge);
    default:
      return request;
  }
}

/** A command of the system, with what the directory of today knows where the ticket is open again because of it. */
export function withDirectory(
  command: TicketCommand,
  ticket: Ticket,
  { directory, now }: Pick<Knowledge, 'directory' | 'now'>,
): TicketCommand {
  if (command.verb !== 'news' || !endedUnsolved(command.followed)) return command;
  return {
    ...command,
    grounds: groundsOf(ticket, directory),
    handledBy: partyToday(ticket, directory, now),
  };
}

/** Whoever stands in for somebody of the same party has it for the same reason; who takes it over from another one, as handed over. */
function acceptCommand(ticket: Ticket, person: PersonRef): TicketCommand | Refusal {
  const { offer, handledBy } = ticket;
  if (!offer || !handledBy) return { code: 'nobody-to-offer-to' };
  if (isOfferedWithin(ticket)) return { verb: 'accept', handledBy: { ...handledBy, person } };
  const { party, campusId } = offer.to;
  const reason: HandledBy['reason'] = { code: 'handed-over', by: offer.by.name };
  return { verb: 'accept', handledBy: { party, campusId, person, reason } };
}

function submitCommand(
  request: Extract<TicketRequest, { verb: 'submit' }>,
  { directory, now }: Knowledge,
): TicketCommand {
  const report = withOnlySite(request.report, directory);
  return {
    verb: 'submit',
    report,
    handledBy: directory.responsibleFor(report.schoolId, report.siteId, now),
    card: request.card,
    grounds: groundsOf({ report }, directory),
    incident: request.incident ?? null,
    sameDeviceAs: request.sameDeviceAs ?? null,
  };
}

/** A school with one site needs no question; a site of another school is none. A school without sites is its own. */
function withOnlySite(report: Report, directory: Directory): Report {
  if (report.schoolId === null || !directory.school(report.schoolId)) {
    return { ...report, schoolId: null, siteId: null };
  }
  const site = directory.siteMeant(report.schoolId, report.siteId);
  const hasNone = directory.sitesOf(report.schoolId).length === 0;
  return { ...report, siteId: site?.id ?? (hasNone ? report.schoolId : null) };
}

/**
 * Another school of several sites begins with its first one: the form offers the others once the school is known.
 * A report that stays at its school keeps it, even if the register has lost the school meanwhile.
 */
function editCommand(changes: Partial<Report>, ticket: Ticket, { directory, now }: Knowledge): TicketCommand {
  if (changes.schoolId === undefined && changes.siteId === undefined) {
    return { verb: 'edit', changes, handledBy: null };
  }
  const edited = withOnlySite({ ...ticket.report, ...changes }, directory);
  const firstSite = edited.schoolId === null ? undefined : directory.sitesOf(edited.schoolId)[0];
  const report = { ...edited, siteId: edited.siteId ?? firstSite?.id ?? null };
  const moved = report.schoolId !== ticket.report.schoolId || report.siteId !== ticket.report.siteId;
  return {
    verb: 'edit',
    changes: moved ? { ...changes, schoolId: report.schoolId, siteId: report.siteId } : changes,
    handledBy: moved ? directory.responsibleFor(report.schoolId, report.siteId, now) : null,
    ...(moved && { grounds: groundsOf({ report }, directory) }),
  };
}

function assignCommand(
  { personId, note }: Extract<TicketRequest, { verb: 'assign' }>,
  ticket: Ticket,
  by: PersonRef,
  { directory, now }: Knowledge,
): TicketCommand | Refusal {
  const person = directory.person(personId);
  const here = ticket.handledBy;
  if (!person || !here) return { code: 'nobody-to-offer-to' };
  const assignee: PersonRef = { id: person.id, name: person.name };
  const isColleague =
    here.campusId !== null && directory.colleagues(here.campusId, now).some(({ id }) => id === personId);
  if (isColleague || (here.party === 'helpdesk' && directory.isDispatcher(personId))) {
    return { verb: 'assign', handledBy: { ...here, person: assignee }, note };
  }
  const reason: HandledBy['reason'] = { code: 'handed-over', by: by.name };
  if (directory.isDispatcher(personId)) {
    return {
      verb: 'assign',
      handledBy: { party: 'helpdesk', campusId: null, person: assignee, reason },
      note,
    };
  }
  const campus = directory.campusesOf(personId).find(({ managerId }) => managerId === personId);
  if (!campus) return { code: 'nobody-to-offer-to' };
  return {
    verb: 'assign',
    handledBy: { party: 'campus', campusId: campus.id, person: assignee, reason },
    note,
  };
}

/** To another party: by the help desk at once, to whoever is there; by anybody else as an offer. */
function handOver(
  request: Extract<TicketRequest, { verb: 'offer' }>,
  ticket: Ticket,
  by: PersonRef,
  { directory, now }: Knowledge,
): TicketCommand | Refusal {
  const { note } = request;
  const to = { party: request.to.party, campusId: request.to.campusId };
  if (!isParty(to, directory) || isSameParty(to, ticket.handledBy)) return { code: 'nobody-to-offer-to' };
  if (!directory.isDispatcher(by.id) && !directory.isAdministrator(by.id)) return { verb: 'offer', to, note };
  const isEmpty = to.campusId !== null && directory.inForce(to.campusId, now).person === null;
  if (isEmpty) return { code: 'nobody-to-offer-to' };
  const reason: HandledBy['reason'] = { code: 'handed-over', by: by.name };
  return {
    verb: 'assign',
    handledBy: { party: to.party, campusId: to.campusId, person: null, reason },
    note,
  };
}

function assigneeInForce(ticket: Ticket, { directory, now }: Knowledge): boolean {
  const { party, person, campusId } = ticket.handledBy ?? { party: null, person: null, campusId: null };
  if (!person) return false;
  if (directory.isDispatcher(person.id)) return true;
  if (party === 'provider') return directory.isProvider(person.id);
  if (campusId === null) return false;
  return directory.colleagues(campusId, now).some(({ id }) => id === person.id);
}

function isParty({ party, campusId }: Omit<Offer['to'], 'person'>, directory: Directory): boolean {
  if (party === 'helpdesk') return campusId === null;
  // Who that is stands in the directory.
  if (party === 'provider') return campusId === null && directory.provider !== null;
  return campusId !== null && directory.campus(campusId) !== undefined;
}

/** A date means the first opening on or after that day; where that has passed today, closing time. */
function instantOn(date: string, { rules: { calendar }, now }: Knowledge): string {
  const day = startOfDay(date, calendar.timeZone);
  const opening = calendar.nextOpening(day);
  return isoOf(opening > now ? opening : calendar.afterServiceDays(day - 1, 1));
}
