import { addDays } from '../sla/index.js';
import type { Absence, Campus, InForce, Person } from './directory.js';

type PersonOf = (id: string) => Person | undefined;
type Holder = Pick<InForce, 'person' | 'as'>;

/** Whether the person is away on this day. */
export function isAway(person: Person, day: string): boolean {
  return absencesOn(person, day).length > 0;
}

/**
 * Who a campus' tickets go to on a day: the manager; while the manager is away whoever that absence names, else the
 * campus' deputy, each only if there; nobody while all are away. A deputy's own deputy never counts.
 */
export function inForceOn(day: string, campus: Campus, personOf: PersonOf): InForce {
  const holder = holderOn(day, campus, personOf);
  if (holder.as === 'manager') return { ...holder, until: null, standsInFor: null };
  const manager = personOf(campus.managerId) ?? null;
  return {
    ...holder,
    until: lastDayOf(holder, day, campus, personOf),
    standsInFor: holder.as === 'deputy' ? manager : null,
  };
}

function holderOn(day: string, campus: Campus, personOf: PersonOf): Holder {
  const manager = personOf(campus.managerId);
  if (manager && !isAway(manager, day)) return { person: manager, as: 'manager' };
  const named = manager ? absencesOn(manager, day).map(({ deputyId }) => deputyId) : [];
  for (const id of [...named, campus.deputyId]) {
    const deputy = id === null ? undefined : personOf(id);
    if (deputy && !isAway(deputy, day)) return { person: deputy, as: 'deputy' };
  }
  return { person: null, as: 'nobody' };
}

/** The day before somebody else takes over; null where nobody ever does. */
function lastDayOf(holder: Holder, day: string, campus: Campus, personOf: PersonOf): string | null {
  for (const turn of turningDays(day, campus, personOf)) {
    const { person, as } = holderOn(turn, campus, personOf);
    if (person?.id !== holder.person?.id || as !== holder.as) return addDays(turn, -1);
  }
  return null;
}

/** The days after this one on which an absence of anybody who may be in force begins or is over, in their order. */
function turningDays(day: string, campus: Campus, personOf: PersonOf): readonly string[] {
  const named = personOf(campus.managerId)?.absences.map(({ deputyId }) => deputyId) ?? [];
  const ids = new Set([campus.managerId, ...named, campus.deputyId]);
  return [...ids]
    .flatMap((id) => (id === null ? [] : (personOf(id)?.absences ?? [])))
    .flatMap(({ from, to }) => [from, addDays(to, 1)])
    .filter((turn) => turn > day)
    .sort();
}

function absencesOn(person: Person, day: string): readonly Absence[] {
  return person.absences.filter(({ from, to }) => from <= day && day <= to);
}
