import type { Directory } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import type { Verb } from './commands.js';
import { mayEver, mayMove } from './moves.js';
import type { Ticket } from './ticket.js';
import type { Role } from './vocabulary.js';

/**
 * What a person is to a ticket, by the directory alone. For an answer to an offer it counts who may act for the
 * party that the offer was made to. Whoever it was assigned to may go on with it, in force or not.
 * Wider rights stand before narrower ones: a command is given in the first role that may give it.
 */
export function rolesOf(
  personId: string,
  ticket: Ticket,
  verb: Verb,
  directory: Directory,
  now: Instant,
): readonly Role[] {
  const answersOffer = verb === 'accept' || verb === 'decline';
  const party = answersOffer ? ticket.offer?.to : ticket.handledBy;
  const roles: Role[] = [];
  if (ticket.requester.id === personId) roles.push('requester');
  if (directory.isDispatcher(personId)) roles.push('dispatcher');
  if (directory.isAdministrator(personId)) roles.push('administrator');
  if (
    party?.party === 'campus' &&
    party.campusId !== null &&
    directory.mayActFor(party.campusId, personId, now)
  ) {
    roles.push('manager');
  }
  const isAssignee = !answersOffer && ticket.handledBy?.person?.id === personId;
  if (isAssignee && directory.person(personId) && !roles.includes('manager')) roles.push('manager');
  return roles;
}

/** The role in which a person gives a command: one that may give it now, else one that ever may, else any. */
export function actingRole(roles: readonly Role[], verb: Verb, ticket: Ticket): Role | undefined {
  return (
    roles.find((role) => mayMove(role, verb, ticket.state)) ??
    roles.find((role) => mayEver(role, verb)) ??
    roles[0]
  );
}
