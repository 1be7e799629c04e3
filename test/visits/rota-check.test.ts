import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRota, sampleRota, sentenceOf } from '../../src/visits/index.js';
import type { RotaContent, VisitRule } from '../../src/visits/index.js';
import {
  annex,
  cancelled,
  directory,
  extra,
  grounds,
  moved,
  movableHoliday,
  rota,
  rule,
  rules,
  sample,
} from './city.js';

/** What is found, without the sites that nobody visits. */
function found(content: RotaContent): readonly string[] {
  return checkRota(content, grounds)
    .filter(({ code }) => code !== 'site-without-visits')
    .map((problem) => {
      const place = problem.place ? `${problem.place.list}[${problem.place.index}]` : '';
      return `${problem.severity} ${place} ${sentenceOf(problem, directory)}`;
    });
}

const there = { siteId: annex, weekday: 'thu' } as const;

describe('the check of a rota', () => {
  it('finds nothing wrong where one site comes after the other with time to travel', () => {
    expect(found(rota([rule(), rule({ ...there, from: '11:15', to: '12:00' })]))).toEqual([]);
  });

  it('finds two sites of a campus at the same time', () => {
    expect(found(rota([rule(), rule({ ...there, from: '10:59', to: '12:00' })]))).toEqual([
      'error rules[1] 500002-2 (Südschule, Annex): at the same time as 500001-1 (Nordschule, Main), first on 2026-02-05',
    ]);
  });

  it('finds a way that takes longer than there is time, whichever visit is first', () => {
    const late = rule({ ...there, from: '11:05', to: '12:00' });
    const message = '5 minutes from or to 500001-1 (Nordschule, Main), 15 are needed, first on 2026-02-05';
    expect(found(rota([rule(), late]))).toEqual([`error rules[1] 500002-2 (Südschule, Annex): ${message}`]);
    expect(found(rota([late, rule()]))).toHaveLength(1);
    expect(found({ ...rota([rule(), late]), travelMinutes: 5 })).toEqual([]);
  });

  it.each(['0026-01-05', '9999-12-27'])('finds a year that nobody can mean: %s', (date) => {
    const sentence = `500001-1 (Nordschule, Main): ${date} is not from 2000-01-01 to 2199-12-31`;
    expect(found(rota([rule({ startingWeek: date })]))).toEqual([`error rules[0] ${sentence}`]);
    expect(found(rota([rule({ validFrom: date })]))).toEqual([`error rules[0] ${sentence}`]);
    expect(found(rota([], [extra('2026-02-10'), extra(date)]))).toEqual([`error exceptions[1] ${sentence}`]);
    expect(found(rota([rule()], [moved('2026-02-05', date)]))).toEqual([`error exceptions[0] ${sentence}`]);
  });

  it('takes a last date that only means that there is none', () => {
    expect(found(rota([rule({ validTo: '9999-12-31' })]))).toEqual([]);
  });

  it('leaves managers of different campuses alone', () => {
    expect(found(rota([rule(), rule({ siteId: '500002-1' })]))).toEqual([]);
  });

  it('finds a meeting that comes only in the common cycle of three and four weeks', () => {
    const third = rule({ everyWeeks: 3, startingWeek: '2026-02-09' });
    const fourth = rule({ ...there, everyWeeks: 4, startingWeek: '2026-02-02' });
    expect(found(rota([third, fourth]))[0]).toContain('first on 2026-03-05');
  });

  it('finds nothing in weeks that never meet', () => {
    const even = rule({ everyWeeks: 2, startingWeek: '2026-02-02' });
    expect(found(rota([even, rule({ ...there, everyWeeks: 2, startingWeek: '2026-02-09' })]))).toEqual([]);
    expect(found(rota([even, rule({ ...there, everyWeeks: 4, startingWeek: '2026-02-09' })]))).toEqual([]);
  });

  it('finds nothing where both would meet on holidays alone, or before today', () => {
    const once = { validFrom: '2026-04-09', validTo: '2026-04-09' };
    expect(found(rota([rule(once), rule({ ...there, inSchoolHolidays: true })]))).toEqual([
      'warning rules[0] 500001-1 (Nordschule, Main): the rule leads to no visit within the next 400 days',
    ]);
    const past = { startingWeek: '2025-01-06', validTo: '2026-01-31' };
    expect(found(rota([rule(past), rule({ ...there, ...past })]))).toEqual([]);
  });

  it('finds two rules that bring somebody to one site on one day', () => {
    const afternoon = rule({ from: '13:00', to: '14:00', everyWeeks: 2 });
    expect(found(rota([rule(), afternoon]))[0]).toContain(
      'another visit on the same day, first on 2026-02-05',
    );
    const [before, after] = [
      rule({ validTo: '2026-02-28' }),
      rule({ validFrom: '2026-03-01', from: '09:00' }),
    ];
    expect(found(rota([before, after]))).toEqual([]);
  });

  it('names what makes no sense', () => {
    const wrong = [
      rule({ siteId: 'nowhere' }),
      rule({ from: '11:00' }),
      rule({ validFrom: '2026-03-02', validTo: '2026-03-01' }),
    ];
    expect(found(rota(wrong))).toEqual([
      'error rules[0] there is no site nowhere',
      'error rules[1] 500001-1 (Nordschule, Main): the visit ends (11:00) before it begins (11:00), or at the same time',
      'error rules[2] 500001-1 (Nordschule, Main): the last date lies before the first one',
    ]);
  });

  it('warns of weekends, and of times outside of the service hours of the school', () => {
    expect(found(rota([rule({ weekday: 'sat' })]))[0]).toContain('the rule leads to no visit');
    expect(found(rota([rule({ to: '16:30' })]))).toEqual([
      'warning rules[0] 500001-1 (Nordschule, Main): outside of the service hours, first on 2026-02-05',
    ]);
  });

  it('warns of each site that nobody visits', () => {
    const problems = checkRota(rota([rule()]), grounds);
    expect(problems.map(({ code, siteId }) => `${code} ${siteId}`)).toEqual([
      'site-without-visits 500002-1',
      'site-without-visits 500002-2',
      'site-without-visits 500003-1',
    ]);
  });

  it('warns of what exceptions lead to, because somebody decided on them', () => {
    const exceptions = [
      moved('2026-02-12', '2026-02-19', { siteId: annex }),
      extra('2026-02-14'),
      cancelled('2026-02-17'),
      extra('2026-02-18'),
    ];
    expect(found(rota([rule(), rule({ ...there, from: '12:00', to: '13:00' })], exceptions))).toEqual([
      'warning exceptions[0] 500002-2 (Südschule, Annex): at the same time as 500001-1 (Nordschule, Main), first on 2026-02-19',
      'warning exceptions[1] 500001-1 (Nordschule, Main): there is no service on 2026-02-14, the visit does not take place',
      'warning exceptions[2] 500001-1 (Nordschule, Main): no visit is planned on 2026-02-17',
    ]);
  });

  it('refuses two exceptions for one date, and two visits that come to one', () => {
    const twice = [cancelled('2026-02-12'), moved('2026-02-12', '2026-02-13'), extra('2026-02-16')];
    const problems = found(rota([rule()], [...twice, moved('2026-02-19', '2026-02-16')]));
    expect(problems).toEqual([
      'error exceptions[1] 500001-1 (Nordschule, Main): another exception is about 2026-02-12, too',
      'error exceptions[3] 500001-1 (Nordschule, Main): another exception is about 2026-02-16, too',
    ]);
  });

  it('takes a movable holiday of the school for a day on which nobody comes', () => {
    const friday = rule({ weekday: 'fri', validFrom: movableHoliday, validTo: movableHoliday });
    expect(found(rota([friday]))[0]).toContain('the rule leads to no visit');
    expect(found(rota([{ ...friday, inSchoolHolidays: true }]))).toEqual([]);
  });

  it('finds nothing wrong with the sample, which brings somebody to each site every second week', () => {
    const content = sampleRota(sample);
    expect(content.rules).toHaveLength(170);
    expect(checkRota(content, { directory: sample, rules, today: '2025-09-01' })).toEqual([]);
  });

  it('finds each meeting that is planted in the sample', () => {
    const content = sampleRota(sample);
    const campusOf = (siteId: string): string => sample.site(siteId)?.campusId ?? '';
    const shift = (victim: VisitRule, weeks: number): VisitRule => ({
      ...victim,
      everyWeeks: weeks,
      from: '09:00',
      to: '10:00',
    });
    fc.assert(
      fc.property(fc.nat(169), fc.nat(169), fc.constantFrom(1, 3, 5), (one, other, weeks) => {
        const [victim, neighbour] = [content.rules[one]!, content.rules[other]!];
        fc.pre(one !== other && campusOf(victim.siteId) === campusOf(neighbour.siteId));
        // An odd number of weeks meets both of the two weeks; a morning on the neighbour's weekday meets its campus.
        const morning = content.rules.find(
          (each) =>
            each !== victim &&
            each.weekday === neighbour.weekday &&
            each.from === '08:00' &&
            campusOf(each.siteId) === campusOf(victim.siteId),
        );
        fc.pre(morning !== undefined);
        const planted = { ...shift(victim, weeks), weekday: neighbour.weekday };
        const all = content.rules.map((each) => (each === victim ? planted : each));
        const problems = checkRota(
          { ...content, rules: all },
          { directory: sample, rules, today: '2025-09-01' },
        );
        expect(problems.some(({ code, severity }) => code === 'overlap' && severity === 'error')).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
