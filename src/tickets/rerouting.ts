import { isAway, type Absence, type Directory } from '../campus/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import type { Rerouting, TicketCommand } from './commands.js';
import { groundsOf } from './grounds.js';
import { isOfferedWithin, isSameParty, takesClaim } from './party.js';
import type { HandledBy, HandlingReason, PersonRef, Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

type RerouteCommand = Extract<TicketCommand, { verb: 'reroute' }>;

/** A ticket, and what the directory of a day says about whoever has it. */
interface Case {
  readonly ticket: Ticket;
  readonly current: HandledBy;
  /** Whose it is by the directory. */
  readonly today: HandledBy;
  readonly directory: Directory;
  readonly now: Instant;
  /** The assignee, where that person is away or has left, and who stands in for one who is away. */
  readonly away: PersonRef | null;
  readonly standIn: PersonRef | null;
}

/**
 * What the directory of today comes to for an open ticket (docs/rules.md, "Responsibility"), as the command that brings it
 * there; null where all is as it should be. What somebody handed over on purpose stays where it is.
 */
export function reroutingOf(ticket: Ticket, directory: Directory, now: Instant): RerouteCommand | null {
  const found = isOpen(ticket.state) ? caseOf(ticket, directory, now) : null;
  const does = found && whatToDo(found);
  if (!found || !does) return null;
  const { current, today, away, standIn } = found;
  const handledBy = does === 'move' ? (goesTo(found) ?? today) : today;
  return {
    verb: 'reroute',
    does,
    from: current,
    handledBy,
    grounds: groundsOf(ticket, directory),
    away,
    standIn,
  };
}

/** To whom a ticket goes that was passed over for a while, by the directory of today; null where it stays. */
export function partyToday(ticket: Ticket, directory: Directory, now: Instant): HandledBy | null {
  const found = caseOf(ticket, directory, now);
  return found && goesTo(found);
}

function caseOf(ticket: Ticket, directory: Directory, now: Instant): Case | null {
  const { handledBy: current, report } = ticket;
  if (!current) return null;
  const today = directory.responsibleFor(report.schoolId, report.siteId, now);
  const assignee = current.person === null ? undefined : directory.person(current.person.id);
  const hasLeft = !assignee || !directory.isStaff(assignee.id);
  const isThere = !hasLeft && !isAway(assignee, directory.dayOf(now));
  const away = isThere ? null : current.person;
  // For whoever left nobody stands in: what that person had is anybody's.
  const standIn = away && !hasLeft ? standInFor(away.id, current, directory, now) : null;
  return { ticket, current, today, directory, now, away, standIn };
}

/** At a campus whoever is in force; elsewhere whom the absence names, if that is one of the same people. */
function standInFor(
  awayId: string,
  { party, campusId }: HandledBy,
  directory: Directory,
  now: Instant,
): PersonRef | null {
  if (party === 'campus') {
    const person = campusId === null ? null : directory.inForce(campusId, now).person;
    return person && { id: person.id, name: person.name };
  }
  const isColleague = (id: string): boolean =>
    party === 'helpdesk' ? directory.isDispatcher(id) : directory.isProvider(id);
  const day = directory.dayOf(now);
  for (const { deputyId } of absencesOn(awayId, directory, day)) {
    const deputy = deputyId === null ? undefined : directory.person(deputyId);
    if (deputy && isColleague(deputy.id) && !isAway(deputy, day)) return { id: deputy.id, name: deputy.name };
  }
  return null;
}

function whatToDo(found: Case): Rerouting | null {
  const { ticket, current, today, away, standIn } = found;
  if (goesTo(found)) return 'move';
  if (away && !standIn) return 'free';
  if (away && standIn && isToBeOffered(found, standIn)) return 'offer';
  if (!away && isOfferedWithin(ticket)) return 'end-offer';
  const isAsToday = isSameParty(current, today) && current.reason.code !== 'handed-over';
  return isAsToday && !isSameReason(current.reason, today.reason) ? 'reason' : null;
}

/** Another party, where it is another's by now; null where it stays. */
function goesTo(found: Case): HandledBy | null {
  const { current, today, away, standIn } = found;
  if (isGone(found)) return today;
  const hasSomebody = current.person !== null && (away === null || standIn !== null);
  if (isUnattended(found)) return hasSomebody ? null : nobodyInForce;
  if (current.reason.code === 'handed-over' || isSameParty(current, today)) return null;
  // Whoever took it at the help desk goes on with it.
  if (current.party === 'helpdesk' && hasSomebody) return null;
  return today;
}

/** Whoever has it is not in the directory any more. */
function isGone({ current: { party, campusId }, directory }: Case): boolean {
  if (party === 'provider') return directory.provider === null;
  return party === 'campus' && (campusId === null || directory.campus(campusId) === undefined);
}

/** Its campus has nobody in force, and no other campus answers for it instead. */
function isUnattended({ current, today, directory, now }: Case): boolean {
  if (current.party !== 'campus' || current.campusId === null) return false;
  const isOthers = today.party === 'campus' && current.reason.code !== 'handed-over';
  return !isOthers && directory.inForce(current.campusId, now).person === null;
}

const nobodyInForce: HandledBy = {
  party: 'helpdesk',
  campusId: null,
  person: null,
  reason: { code: 'nobody-in-force' },
};

/** An offer that a person made goes first; what was offered for this absence and not taken is the help desk's to arrange. */
function isToBeOffered({ ticket, away, directory, now }: Case, standIn: PersonRef): boolean {
  const { offer } = ticket;
  if (offer) return isOfferedWithin(ticket) && offer.to.person?.id !== standIn.id;
  if (!away) return false;
  const since = absencesOn(away.id, directory, directory.dayOf(now)).map(({ from }) => from);
  return !ticket.history
    .slice(lastTaking(ticket) + 1)
    .some(
      ({ at, command }) =>
        command.verb === 'reroute' &&
        command.does === 'offer' &&
        command.standIn?.id === standIn.id &&
        since.some((from) => from <= directory.dayOf(instantOf(at))),
    );
}

/** The entry by which it came to whoever has it. */
function lastTaking({ history }: Ticket): number {
  return history.findLastIndex(({ command }) => {
    switch (command.verb) {
      case 'claim':
      case 'assign':
      case 'accept':
      case 'reopen':
        return true;
      case 'reroute':
        return takesClaim(command.does);
      default:
        return false;
    }
  });
}

function absencesOn(personId: string, directory: Directory, day: string): readonly Absence[] {
  const absences = directory.person(personId)?.absences ?? [];
  return absences.filter(({ from, to }) => from <= day && day <= to);
}

function isSameReason(one: HandlingReason, other: HandlingReason): boolean {
  if (one.code !== 'deputy' || other.code !== 'deputy') return one.code === other.code;
  return one.for === other.for && one.until === other.until;
}
