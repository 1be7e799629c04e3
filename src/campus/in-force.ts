import type { Campus, InForce, Person } from './directory.js';

/** Last day of the absence that holds this day, the longest where several do; null where the person is there. */
export function awayUntil(person: Person, day: string): string | null {
  const lastDays = person.absences.filter(({ from, to }) => from <= day && day <= to).map(({ to }) => to);
  return lastDays.sort().at(-1) ?? null;
}

/**
 * Who a campus' tickets go to on a day: the manager, the deputy while the manager is away, nobody while both are.
 * For `nobody`, `until` is the last day on which that is so.
 */
export function inForceOn(
  day: string,
  campus: Campus,
  personOf: (id: string) => Person | undefined,
): InForce {
  const manager = personOf(campus.managerId);
  const managerAwayUntil = manager && awayUntil(manager, day);
  if (manager && managerAwayUntil === null) return { person: manager, as: 'manager', until: null };
  const deputy = campus.deputyId === null ? undefined : personOf(campus.deputyId);
  const deputyAwayUntil = deputy && awayUntil(deputy, day);
  if (deputy && deputyAwayUntil === null)
    return { person: deputy, as: 'deputy', until: managerAwayUntil ?? null };
  const firstBack = [managerAwayUntil, deputyAwayUntil].filter((last) => typeof last === 'string').sort()[0];
  return { person: null, as: 'nobody', until: firstBack ?? null };
}
