import { DateTime } from 'luxon';
import { buildDirectory, sampleOrganisation, sampleSchools, type Directory } from '../../src/campus/index.js';
import { defaultCalendar, defaultPolicy, serviceRules, type Instant } from '../../src/sla/index.js';
import type { Rules } from '../../src/tickets/index.js';
import type { Chance } from '../crash/chance.js';
import { at } from '../sla/berlin.js';
import { schoolHolidaysOfOracle } from '../sla/oracle.js';

/** From the first of August to the last of July: the school holidays, and both changes of the clocks. */
export const yearStart = at('2026-08-01 00:00');
export const yearEnd = at('2027-08-01 00:00');
const zone = 'Europe/Berlin';
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** The city in this school year: who works where, who is away when, and on which days which school stays closed. */
export interface SchoolYear {
  readonly directory: Directory;
  readonly rules: Rules;
  /** Dates by school. */
  readonly movableHolidays: ReadonlyMap<string, readonly string[]>;
}

/** The same seed makes the same year. */
export function schoolYear(chance: Chance): SchoolYear {
  const organisation = sampleOrganisation();
  const people = organisation.people.map((person) => ({ ...person, absences: absencesOf(chance) }));
  const directory = buildDirectory(
    { revision: 1, schools: sampleSchools },
    { revision: 1, organisation: { ...organisation, people }, pins: {} },
  );
  const movableHolidays = new Map(sampleSchools.map(({ id }) => [id, movableHolidaysOf(chance)]));
  const rules = serviceRules({
    version: 'the year',
    calendar: defaultCalendar,
    policy: defaultPolicy,
    movableHolidays,
  });
  return { directory, rules, movableHolidays };
}

/** Six weeks of holidays, most of it in those of the schools so that deputies are away, too, and a few days of illness. */
function absencesOf(chance: Chance): { from: string; to: string; deputy: null }[] {
  const holidays = ['2026-08-03', '2026-08-17', '2026-10-19', '2026-12-28', '2027-03-22', '2027-07-19'];
  const chosen = holidays
    .filter(() => chance.is(0.4))
    .map((from) => ({ from, to: later(from, 11), deputy: null }));
  const ill = [1, 2, 3].map(() => {
    const from = later('2026-09-01', Math.floor(chance.between(0, 300)));
    return { from, to: later(from, Math.floor(chance.between(0, 5))), deputy: null };
  });
  return [...chosen, ...ill];
}

function movableHolidaysOf(chance: Chance): string[] {
  const bridges = ['2027-02-05', '2027-02-08', '2027-05-07', '2027-05-28', '2026-11-02', '2027-02-09'];
  return bridges.filter(() => chance.is(0.55));
}

/** When tickets are reported: so many instants, ascending. Schools work in the daytime, most on Monday mornings and when exams are near. */
export function reportTimes(tickets: number, chance: Chance): Instant[] {
  const hours: { readonly at: Instant; readonly upTo: number }[] = [];
  let sum = 0;
  for (let hour = yearStart; hour < yearEnd - 24 * hourMs; hour += hourMs) {
    sum += weightOf(DateTime.fromMillis(hour, { zone }));
    hours.push({ at: hour, upTo: sum });
  }
  const drawn = Array.from({ length: tickets }, () => chance.between(0, sum)).sort(
    (one, other) => one - other,
  );
  let index = 0;
  return drawn.map((value) => {
    while ((hours[index]?.upTo ?? Infinity) <= value) index += 1;
    return Math.floor((hours[index]?.at ?? yearStart) + chance.between(0, hourMs));
  });
}

function weightOf(hour: DateTime): number {
  const isHoliday = hour.weekday > 5 || schoolHolidaysOfOracle.has(hour.toISODate() ?? '');
  const byHour = hour.hour < 6 || hour.hour > 20 ? 0.02 : hour.hour > 15 ? 0.12 : 1;
  const monday = hour.weekday === 1 && hour.hour < 10 ? 2.5 : 1;
  const exams = [2, 4, 5].includes(hour.month) ? 1.4 : 1;
  return byHour * (isHoliday ? 0.05 : monday * exams);
}

function later(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
}
