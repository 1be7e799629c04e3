import { isAway as isAwayOn } from '../campus/index.js';
import type { Mention } from '../cards/index.js';
import type { Call, CallIntention, Ticket, Surroundings, Verb } from '../tickets/index.js';
import type { HandledBy } from '../tickets/ticket.js';

/**
 * Whom a message mentions. In a personal chat nobody needs it, and the help desk has no one in force.
 * At 75 % nobody, at 100 % the campus' manager and deputy, an offer the manager who is asked, else the assignee
 * or the manager in force; where the assignee is away, whoever stands in as well. Of the provider these are its people who
 * are at work. Nobody is mentioned for what they did themselves.
 */
export function mentionsFor(
  ticket: Ticket,
  to: CallIntention['to'],
  told: Call['told'],
  surroundings: Surroundings,
): readonly Mention[] {
  if (to !== 'channel') return [];
  const people = told.flatMap(({ about, entryId }) => {
    const actor = ticket.history.find(({ id }) => id === entryId)?.actor;
    const called = calledBy(ticket, about, surroundings);
    return called.filter((person) => actor?.kind !== 'person' || actor.id !== person.id);
  });
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The manager in force, or the deputy who stands in; nobody where both are away. */
export function personInForce(campusId: string | null, { directory, now }: Surroundings): readonly Mention[] {
  if (campusId === null || !directory.campus(campusId)) return [];
  const { person } = directory.inForce(campusId, now);
  return person ? [{ id: person.id, name: person.name }] : [];
}

/** Who of a party is to take what nobody has taken yet. */
function inForceOf(
  to: Pick<HandledBy, 'party' | 'campusId'> | null,
  surroundings: Surroundings,
): readonly Mention[] {
  if (to?.party !== 'provider') return personInForce(to?.campusId ?? null, surroundings);
  const { directory, now } = surroundings;
  const day = directory.dayOf(now);
  const atWork = directory.provider?.people.filter((person) => !isAwayOn(person, day)) ?? [];
  return atWork.map(({ id, name }) => ({ id, name }));
}

function calledBy(
  ticket: Ticket,
  about: Call['told'][number]['about'],
  surroundings: Surroundings,
): readonly Mention[] {
  const campusId = ticket.handledBy?.campusId ?? null;
  switch (about) {
    case 'first-response-75':
      return [];
    case 'first-response-100':
      return [...personInForce(campusId, surroundings), ...managerAndDeputy(campusId, surroundings)];
    case 'merge-refused':
      return whoLast(ticket, ['merge']);
    case 'order-refused':
      return whoLast(ticket, ['link', 'split']);
    case 'offer-absence':
      return ticket.offer?.to.person ? [ticket.offer.to.person] : [];
    case 'offer':
      return inForceOf(ticket.offer?.to ?? null, surroundings);
    default:
      return assigneeOrInForce(ticket, surroundings);
  }
}

/** Whoever gave one of these commands last is told what came of it. */
function whoLast({ history }: Ticket, verbs: readonly Verb[]): readonly Mention[] {
  const actor = history.findLast(({ command }) => verbs.includes(command.verb))?.actor;
  return actor?.kind === 'person' ? [{ id: actor.id, name: actor.name }] : [];
}

function assigneeOrInForce({ handledBy }: Ticket, surroundings: Surroundings): readonly Mention[] {
  const campusId = handledBy?.campusId ?? null;
  const person = handledBy?.person ?? null;
  if (!person) return inForceOf(handledBy, surroundings);
  const assignee = { id: person.id, name: person.name };
  return isAway(person.id, campusId, surroundings)
    ? [assignee, ...personInForce(campusId, surroundings)]
    : [assignee];
}

/** Whether it is one of the campus' people, and not at work that day. */
function isAway(personId: string, campusId: string | null, { directory, now }: Surroundings): boolean {
  const campus = campusId === null ? undefined : directory.campus(campusId);
  if (!campus || ![campus.managerId, campus.deputyId].includes(personId)) return false;
  return !directory.colleagues(campus.id, now).some(({ id }) => id === personId);
}

function managerAndDeputy(campusId: string | null, { directory }: Surroundings): readonly Mention[] {
  const campus = campusId === null ? undefined : directory.campus(campusId);
  if (!campus) return [];
  return [campus.managerId, campus.deputyId].flatMap((id) => {
    const person = id === null ? undefined : directory.person(id);
    return person ? [{ id: person.id, name: person.name }] : [];
  });
}
