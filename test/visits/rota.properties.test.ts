import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { previewDays } from '../../src/sla/index.js';
import { buildRota, siteAndDateOf, visitIdOf } from '../../src/visits/index.js';
import type { RotaException, Visit, VisitRule } from '../../src/visits/index.js';
import { annex, dates, directory, exceptionsOf, main, rota, rules, visitRules } from './city.js';

const sites = [main, annex];
const zone = 'Europe/Berlin';

/** The days with a public holiday or closed by the calendar, and those without school, from the preview of the calendar. */
const planned = new Map(
  previewDays(rules.definitionOf(null), '2025-08-01', '2028-02-28').map((day) => [day.date, day]),
);

function weekOf(date: DateTime): number {
  return Math.floor(
    date.startOf('week').diff(DateTime.fromISO('2020-01-06', { zone: 'utc' }), 'days').days / 7,
  );
}

/** Reckons one day as a person would with a calendar on the wall; shares no code with the rota. */
function naive(
  siteId: string,
  date: string,
  all: readonly VisitRule[],
  exceptions: readonly RotaException[],
) {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  if ((planned.get(date)?.windows.length ?? 0) === 0) return null;
  const own = exceptions.filter((each) => each.siteId === siteId);
  const arrival = own.find(
    (each) => (each.kind === 'moved' ? each.toDate : each.kind === 'extra' && each.date) === date,
  );
  if (arrival && arrival.kind !== 'cancelled') return [arrival.from, arrival.to];
  if (own.some((each) => each.kind !== 'extra' && each.date === date)) return null;
  const schoolId = directory.site(siteId)?.schoolId ?? null;
  const midday = DateTime.fromISO(`${date}T12:00`, { zone }).toMillis();
  const isSchoolDay = rules.schoolDaysOf(schoolId).isOpen(midday);
  const candidates = all.filter((each) => {
    const weeks = weekOf(day) - weekOf(DateTime.fromISO(each.startingWeek, { zone: 'utc' }));
    return (
      each.siteId === siteId &&
      day.toFormat('ccc', { locale: 'en' }).toLowerCase() === each.weekday &&
      weeks >= 0 &&
      weeks % each.everyWeeks === 0 &&
      (each.validFrom === null || each.validFrom <= date) &&
      (each.validTo === null || date <= each.validTo) &&
      (each.inSchoolHolidays || isSchoolDay)
    );
  });
  const [first] = candidates.toSorted((a, b) => a.from.localeCompare(b.from));
  return first ? [first.from, first.to] : null;
}

function shown({ from, to }: Visit): string[] {
  return [from, to].map((at) => DateTime.fromMillis(at, { zone }).toFormat('HH:mm'));
}

describe('the visits of a rota', () => {
  it('are those that a person reckons day by day, also over changes of the clocks', () => {
    fc.assert(
      fc.property(
        fc.array(visitRules(sites), { maxLength: 6 }),
        exceptionsOf(sites),
        fc.array(dates, { minLength: 20, maxLength: 40 }),
        (all, exceptions, asked) => {
          const built = buildRota({ revision: 1, content: rota(all, exceptions) }, directory, rules);
          for (const siteId of sites) {
            for (const date of asked) {
              const visit = built.visitsOn([siteId], date)[0];
              // At night a change of the clocks may show another time than was planned: not what visits are for.
              const expected = naive(siteId, date, all, exceptions);
              const atNight = expected?.some((time) => time < '04:00');
              if (!atNight) expect(visit ? shown(visit) : null).toEqual(expected);
              else expect(visit?.date).toBe(date);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('come in order and without a gap, whether they are asked for one by one, by day or by stretch', () => {
    fc.assert(
      fc.property(
        fc.array(visitRules(sites), { minLength: 1, maxLength: 5 }),
        exceptionsOf(sites),
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }),
        (all, exceptions, from) => {
          const built = buildRota({ revision: 1, content: rota(all, exceptions) }, directory, rules);
          const before = from + 300 * 86_400_000;
          const stretch = built.visitsBetween([main], from, before);
          const oneByOne: Visit[] = [];
          for (let at = from; ; at = (oneByOne.at(-1)?.from ?? 0) + 1) {
            const [next] = built.nextVisits(main, at, 1);
            if (!next || next.from >= before) break;
            oneByOne.push(next);
          }
          expect(oneByOne).toEqual(stretch);
          expect(built.lastVisitBefore(main, from, before)).toEqual(stretch.at(-1) ?? null);
          for (const visit of stretch) {
            expect(built.visit(visit.id)).toEqual(visit);
            expect(built.visitsOn([main], visit.date)).toEqual([visit]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the id of a visit', () => {
  const siteIds = fc
    .array(fc.oneof(fc.constantFrom('ä', 'ß', 'Ω', '1', '-', '.', '_'), fc.string({ unit: 'grapheme' })), {
      minLength: 1,
    })
    .map((parts) =>
      [...parts.join('')]
        .filter((letter) => /[\p{L}\p{N}._-]/u.test(letter))
        .slice(0, 40)
        .join(''),
    )
    .filter((id) => id !== '');

  it('is one that every store takes, and names site and date again', () => {
    fc.assert(
      fc.property(siteIds, dates, (siteId, date) => {
        const id = visitIdOf(siteId, date);
        expect(id).toMatch(/^(?![^]*[/\\?#])[!-~]{1,255}$/);
        expect(siteAndDateOf(id)).toEqual({ siteId, date });
      }),
    );
  });
});
