import { sampleSchools, type Directory } from '../../src/campus/index.js';
import type { Instant } from '../../src/sla/index.js';
import {
  newDraft,
  type Category,
  type HandledBy,
  type Report,
  type Rules,
  type Ticket,
} from '../../src/tickets/index.js';
import type { Chance } from '../crash/chance.js';
import { TicketLife, type Doer } from './ticket-life.js';

export interface Person {
  readonly personId: string;
  readonly name: string;
}

/** Teachers who report at each school. */
const teachersPerSchool = 30;

const categories: readonly (readonly [weight: number, category: Category])[] = [
  [20, 'ipad-hardware'],
  [15, 'ipad-software'],
  [12, 'app-request'],
  [12, 'network'],
  [12, 'display'],
  [10, 'account'],
  [6, 'printer'],
  [5, 'computer'],
  [3, 'loss'],
  [5, 'other'],
];

/** A report by some teacher of some school, and how people are going to treat it. */
export function newLife(number: number, directory: Directory, rules: Rules, chance: Chance): TicketLife {
  const school = sampleSchools[Math.floor(chance.between(0, sampleSchools.length))];
  if (!school) throw new Error('no schools');
  const sites = directory.sitesOf(school.id);
  const report: Report = {
    category: drawCategory(chance),
    alternatives: [],
    title: 'Out of order',
    description: `It does not work since this morning, and we have tried everything. Case ${number}.`,
    room: null,
    deviceTag: null,
    scope: chance.is(0.7) ? 'one' : chance.oneOf(['several', 'class', 'school']),
    blocked: chance.is(0.15),
    schoolId: school.id,
    siteId: sites[Math.floor(chance.between(0, sites.length))]?.id ?? null,
    bestTime: null,
    phone: null,
  };
  const teacher = Math.floor(chance.between(0, teachersPerSchool));
  const id = `T${String(number).padStart(5, '0')}`;
  return new TicketLife(number, id, `teacher-${school.id}-${teacher}`, report, rules, chance);
}

export function draftOf({ id, teacherId, report }: TicketLife, now: Instant): Ticket {
  const requester = { id: teacherId, name: 'Teacher', language: 'de' } as const;
  return newDraft({ id, requester, report, follows: null }, now);
}

/** Who it is that does something with the ticket on this day: somebody who is at work, as far as there is anybody. */
export function personFor(
  by: Doer,
  ticket: Ticket,
  directory: Directory,
  now: Instant,
  chance: Chance,
): Person {
  if (by === 'teacher') return { personId: ticket.requester.id, name: ticket.requester.name };
  const holder = ticket.handledBy?.person;
  if (by === 'holder' && holder && chance.is(0.9)) return { personId: holder.id, name: holder.name };
  const party = by === 'asked' ? ticket.offer?.to : ticket.handledBy;
  if (by === 'dispatcher' || !party) return dispatcher(directory, chance);
  return inForce(party, directory, now) ?? dispatcher(directory, chance);
}

function inForce(
  { campusId }: Pick<HandledBy, 'campusId'>,
  directory: Directory,
  now: Instant,
): Person | undefined {
  const person = campusId === null ? null : directory.inForce(campusId, now).person;
  return person ? { personId: person.id, name: person.name } : undefined;
}

function dispatcher({ dispatchers }: Directory, chance: Chance): Person {
  const person = dispatchers[Math.floor(chance.next() * dispatchers.length)];
  if (!person) throw new Error('no dispatchers');
  return { personId: person.id, name: person.name };
}

function drawCategory(chance: Chance): Category {
  let left = chance.between(0, 100);
  for (const [weight, category] of categories) {
    left -= weight;
    if (left < 0) return category;
  }
  return 'other';
}
