import type { Campus, Directory } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import { standings, type Standing } from './rights.js';

/** What is done at the help desk and is no command to one ticket. */
export const deskActs = [
  /** Lists of tickets of a party or a school. What one reported oneself is a list of its own, which is everybody's. */
  'list',
  /** The search over tickets. */
  'search',
  /** One command to many tickets; each of them is asked by its own rights, too. */
  'bulk',
  /** A ticket for somebody else, at the telephone or from a message. */
  'telephone',
  'enter-own-absence',
  'enter-absence-of-others',
  /** The worklist of a visit, and what is noted on it, also that nobody came. */
  'worklist',
  'record-maintenance',
  /** To say that a channel gets the cards of a team. */
  'link-channel',
  /** To make an incident, tell its state, resolve it, and choose its tickets. */
  'handle-incidents',
] as const;
export type DeskAct = (typeof deskActs)[number];

/**
 * How far a right goes: to what is one's own, to the part of the city that one answers for (a contact the schools, a
 * manager the campuses, a deputy those that one stands in for today, provider and help desk what they handle), for a
 * deputy to every campus of which one is, or to the whole city.
 */
type Extent = 'own' | 'part' | 'named-part' | 'city';

/** Who may do what at the help desk, and how far. What is not in this table is refused. */
export const deskRights: Readonly<Record<DeskAct, Readonly<Partial<Record<Standing, Extent>>>>> = {
  list: {
    contact: 'part',
    manager: 'part',
    deputy: 'part',
    provider: 'part',
    dispatcher: 'city',
    administrator: 'city',
  },
  search: {
    teacher: 'own',
    contact: 'part',
    manager: 'part',
    deputy: 'part',
    provider: 'part',
    dispatcher: 'city',
    administrator: 'city',
  },
  bulk: { manager: 'part', deputy: 'part', dispatcher: 'city', administrator: 'city' },
  telephone: { manager: 'city', deputy: 'city', dispatcher: 'city', administrator: 'city' },
  'enter-own-absence': {
    manager: 'own',
    deputy: 'own',
    provider: 'own',
    dispatcher: 'own',
    administrator: 'own',
  },
  'enter-absence-of-others': { dispatcher: 'city', administrator: 'city' },
  worklist: { manager: 'part', deputy: 'part', dispatcher: 'city', administrator: 'city' },
  'record-maintenance': { manager: 'part', deputy: 'part', dispatcher: 'city', administrator: 'city' },
  'link-channel': {
    manager: 'part',
    deputy: 'named-part',
    provider: 'part',
    dispatcher: 'part',
    administrator: 'city',
  },
  'handle-incidents': { dispatcher: 'city', administrator: 'city' },
};

/** Where a person may do something; all of it empty or false where that person may not at all. */
export interface Reach {
  /** Everywhere: what follows says nothing more then. */
  readonly city: boolean;
  /** What is one's own: reports, an absence. */
  readonly own: boolean;
  readonly schoolIds: readonly string[];
  readonly campusIds: readonly string[];
  readonly parties: readonly ('helpdesk' | 'provider')[];
}

/** How far a person's right to do something goes that day, by the directory alone. */
export function reachOf(personId: string, act: DeskAct, directory: Directory, now: Instant): Reach {
  const person: Person = { id: personId.toLowerCase(), directory, now };
  const extents = standingsOf(person).map((standing) => ({ standing, extent: deskRights[act][standing] }));
  const parts = extents.map(({ standing, extent }) => partOf(person, standing, extent));
  return {
    city: extents.some(({ extent }) => extent === 'city'),
    own: extents.some(({ extent }) => extent === 'own'),
    schoolIds: parts.flatMap(({ schoolIds = [] }) => schoolIds),
    campusIds: [...new Set(parts.flatMap(({ campusIds = [] }) => campusIds))],
    parties: parts.flatMap(({ parties = [] }) => parties),
  };
}

interface Person {
  readonly id: string;
  readonly directory: Directory;
  readonly now: Instant;
}

/** Everything that a person is by the directory, whatever ticket it is about. */
export function standingsOf(person: Person): readonly Standing[] {
  const { id, directory } = person;
  const isOneOf: Readonly<Record<Standing, boolean>> = {
    teacher: true,
    contact: directory.schoolsOfContact(id).length > 0,
    manager: directory.campuses.some(({ managerId }) => managerId === id),
    deputy: maybeDeputy(person),
    provider: directory.isProvider(id),
    dispatcher: directory.isDispatcher(id),
    administrator: directory.isAdministrator(id),
  };
  return standings.filter((standing) => isOneOf[standing]);
}

/** Any of the staff may stand in for somebody; the provider's people do where they are in force today. */
function maybeDeputy(person: Person): boolean {
  const { id, directory } = person;
  if (!directory.isStaff(id)) return false;
  return !directory.isProvider(id) || directory.campuses.some((campus) => isInForce(person, campus));
}

function isInForce({ id, directory, now }: Person, campus: Campus): boolean {
  return directory.inForce(campus.id, now).person?.id === id;
}

function partOf(person: Person, standing: Standing, extent: Extent | undefined): Partial<Reach> {
  if (extent !== 'part' && extent !== 'named-part') return {};
  const { id, directory } = person;
  switch (standing) {
    case 'contact':
      return { schoolIds: directory.schoolsOfContact(id).map((school) => school.id) };
    case 'manager':
      return { campusIds: campusesWhere(directory, ({ managerId }) => managerId === id) };
    case 'deputy':
      return {
        campusIds: campusesWhere(
          directory,
          (campus) => isInForce(person, campus) || (extent === 'named-part' && campus.deputyId === id),
        ),
      };
    case 'provider':
      return { parties: ['provider'] };
    case 'dispatcher':
      return { parties: ['helpdesk'] };
    case 'teacher':
    case 'administrator':
      return {};
  }
}

function campusesWhere({ campuses }: Directory, counts: (campus: Campus) => boolean): readonly string[] {
  return campuses.filter(counts).map(({ id }) => id);
}
