import type { Directory } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import type { Verb } from './commands.js';
import { standingsOf } from './desk-rights.js';
import { mayMove } from './moves.js';
import type { Party } from './party.js';
import { rights, type Grant, type Relation, type Right, type Standing } from './rights.js';
import type { Ticket } from './ticket.js';
import type { Role } from './vocabulary.js';

/** One reason why a person has rights at a ticket; the table says which. */
interface Tie {
  readonly standing: Standing;
  readonly relation: Relation;
}

/** The directory on a day. */
interface Day {
  readonly directory: Directory;
  readonly now: Instant;
}

/**
 * In which roles a person may give this command to the ticket, by the directory alone; none where that person may not.
 * A command is given in the first role that may give it in the ticket's state.
 */
export function rolesOf(
  personId: string,
  ticket: Ticket,
  verb: Verb,
  directory: Directory,
  now: Instant,
): readonly Role[] {
  const grants = grantsOf(personId, ticket, { directory, now }).filter(({ may }) => allows(may, verb));
  return roleOrder.filter((role) => grants.some(({ as }) => as === role));
}

/** The role in which a person gives a command: one that may give it now, else any, so that a refusal names the state. */
export function actingRole(roles: readonly Role[], verb: Verb, ticket: Ticket): Role | undefined {
  return roles.find((role) => mayMove(role, verb, ticket.state)) ?? roles[0];
}

/** As whom somebody may look at a ticket: `contact` as the requester without what is private, `staff` with internal notes. */
export type Reader = 'staff' | 'requester' | 'contact';

/**
 * As whom a person may see this ticket, by the directory alone; null where that person may not know that there is one.
 * Of several the one who sees most.
 */
export function mayRead(personId: string, ticket: Ticket, directory: Directory, now: Instant): Reader | null {
  const grants = grantsOf(personId, ticket, { directory, now }).filter(({ may }) => allows(may, 'read'));
  if (grants.some(({ may }) => allows(may, 'read-notes'))) return 'staff';
  if (grants.some(({ as }) => as === 'requester')) return 'requester';
  return grants.length > 0 ? 'contact' : null;
}

/** Who reported it speaks as that, also on tickets that they work on; whoever works on it speaks for the staff before the school. */
const roleOrder: readonly Role[] = [
  'requester',
  'dispatcher',
  'administrator',
  'manager',
  'provider',
  'contact',
];

function grantsOf(personId: string, ticket: Ticket, day: Day): readonly Grant[] {
  return tiesOf(personId, ticket, day)
    .map(({ standing, relation }) => rights[standing][relation])
    .filter((grant) => grant !== undefined);
}

function allows(may: readonly Right[], right: Right): boolean {
  return may.includes(right);
}

function tiesOf(personId: string, ticket: Ticket, day: Day): readonly Tie[] {
  const written = [...ownTies(personId, ticket), ...openedTies(personId, ticket, day)];
  if (ticket.state === 'draft') return written;
  return [
    ...written,
    ...schoolTies(personId, ticket, day),
    ...everyTies(personId, day),
    ...partyTies(personId, ticket.handledBy, 'handled', day),
    ...partyTies(personId, campusOfSite(ticket, day), 'site', day),
    ...partyTies(personId, ticket.offer?.to ?? null, 'offered', day),
    ...personalTies(personId, ticket, day),
  ];
}

function ownTies(personId: string, { requester }: Ticket): readonly Tie[] {
  return requester.id === personId ? [{ standing: 'teacher', relation: 'own' }] : [];
}

/** As everything that whoever wrote it down is that day; who has left the staff has left what they wrote down, too. */
function openedTies(personId: string, { openedBy }: Ticket, day: Day): readonly Tie[] {
  if (openedBy?.id !== personId) return [];
  return standingsOf({ id: personId, ...day }).map((standing) => ({ standing, relation: 'opened' }));
}

function schoolTies(personId: string, { report }: Ticket, { directory }: Day): readonly Tie[] {
  const isContact = directory.schoolsOfContact(personId).some(({ id }) => id === report.schoolId);
  return isContact ? [{ standing: 'contact', relation: 'school' }] : [];
}

function everyTies(personId: string, { directory }: Day): readonly Tie[] {
  return [
    ...(directory.isDispatcher(personId) ? [{ standing: 'dispatcher', relation: 'every' } as const] : []),
    ...(directory.isAdministrator(personId)
      ? [{ standing: 'administrator', relation: 'every' } as const]
      : []),
  ];
}

function campusOfSite({ report }: Ticket, { directory }: Day): Party | null {
  const site = report.schoolId === null ? undefined : directory.siteMeant(report.schoolId, report.siteId);
  return site ? { party: 'campus', campusId: site.campusId } : null;
}

/** Who acts for a party that day: managers always, deputies only in force. The help desk has to do with every ticket anyway. */
function partyTies(
  personId: string,
  party: Party | null,
  relation: 'handled' | 'site' | 'offered',
  { directory, now }: Day,
): readonly Tie[] {
  if (party?.party === 'provider')
    return directory.isProvider(personId) ? [{ standing: 'provider', relation }] : [];
  if (party?.party !== 'campus' || party.campusId === null) return [];
  if (!directory.mayActFor(party.campusId, personId, now)) return [];
  return [{ standing: standingAt(party, personId, directory), relation }];
}

/** The assignee goes on, in force or not, and whoever was asked by name may answer: both as long as they are staff. */
function personalTies(personId: string, { handledBy, offer }: Ticket, { directory }: Day): readonly Tie[] {
  if (!directory.isStaff(personId)) return [];
  const ties: Tie[] = [];
  if (handledBy?.person?.id === personId)
    ties.push({ standing: standingAt(handledBy, personId, directory), relation: 'assigned' });
  if (offer?.to.person?.id === personId)
    ties.push({ standing: standingAt(offer.to, personId, directory), relation: 'offered' });
  return ties;
}

/** What somebody who acts for a party, or was asked to, is there. */
function standingAt({ party, campusId }: Party, personId: string, directory: Directory): Standing {
  if (party === 'provider' && directory.isProvider(personId)) return 'provider';
  const campus = campusId === null ? undefined : directory.campus(campusId);
  return campus?.managerId === personId ? 'manager' : 'deputy';
}
