import fc from 'fast-check';
import { buildDirectory, sampleDirectory } from '../../src/campus/index.js';
import type { Directory } from '../../src/campus/index.js';
import { defaultCalendar, defaultPolicy, serviceRules, weekdays } from '../../src/sla/index.js';
import type { RotaContent, RotaException, VisitRule } from '../../src/visits/index.js';
import { organisation, schools } from '../campus/city.js';

/** Three schools; the campus `north` has two sites in different streets, `south` too. */
export const directory: Directory = buildDirectory(
  { revision: 1, schools },
  { revision: 1, organisation: organisation(), pins: {} },
);
export const sample = sampleDirectory();
export const [main, annex] = ['500001-1', '500002-2'];

/** One movable holiday of the first school: a Thursday. */
export const movableHoliday = '2026-06-05';
export const rules = serviceRules({
  version: 'test',
  calendar: defaultCalendar,
  policy: defaultPolicy,
  movableHolidays: new Map([['500001', [movableHoliday]]]),
});

export const today = '2026-02-02';
export const now = Date.parse('2026-02-02T07:00:00Z');
export const grounds = { directory, rules, today };

/** Thursdays from 8 to 11, each week. */
export function rule(fields: Partial<VisitRule> = {}): VisitRule {
  return {
    siteId: main,
    weekday: 'thu',
    from: '08:00',
    to: '11:00',
    everyWeeks: 1,
    startingWeek: '2026-01-05',
    validFrom: null,
    validTo: null,
    inSchoolHolidays: false,
    ...fields,
  };
}

export function rota(
  visitRules: readonly VisitRule[],
  exceptions: readonly RotaException[] = [],
): RotaContent {
  return { travelMinutes: 15, rules: visitRules, exceptions };
}

const entered: Pick<RotaException, 'siteId' | 'note' | 'enteredBy' | 'at'> = {
  siteId: main,
  note: '',
  enteredBy: null,
  at: '2026-02-01T10:00:00.000Z',
};

export function cancelled(date: string, fields: Partial<typeof entered> = {}): RotaException {
  return { ...entered, kind: 'cancelled', date, ...fields };
}

export function moved(date: string, toDate: string, fields: Partial<typeof entered> = {}): RotaException {
  return { ...entered, kind: 'moved', date, toDate, from: '09:00', to: '12:00', ...fields };
}

export function extra(date: string, fields: Partial<typeof entered> = {}): RotaException {
  return { ...entered, kind: 'extra', date, from: '09:00', to: '12:00', ...fields };
}

/** Dates from September 2025 to December 2027, many of them near holidays and changes of the clocks. */
export const dates = fc.oneof(
  fc.integer({ min: 0, max: 850 }).map((days) => dateAfter('2025-09-01', days)),
  fc
    .record({
      around: fc.constantFrom('2026-03-29', '2026-10-25', '2026-12-31', '2026-05-25', movableHoliday),
      days: fc.integer({ min: -4, max: 4 }),
    })
    .map(({ around, days }) => dateAfter(around, days)),
);

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

const clock = fc
  .tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 0 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const times = fc
  .uniqueArray(clock, { minLength: 2, maxLength: 2 })
  .map((both) => both.toSorted())
  .map(([from = '', to = '']) => ({ from, to }));

/** Text as people and attackers type it, as it is kept: one line, tidy. */
const notes = fc.oneof(
  fc.constantFrom('', '=1+1', "'=2", '#not a remark', 'a;b,"c"', 'Prüfung; Aula', '\\n', '@SUM(A1)', "''+x"),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) =>
    text
      .normalize('NFC')
      .replace(/[\s\p{Cc}\uFFFD]+/gu, ' ')
      .trim(),
  ),
);

export const visitRules = (siteIds: readonly string[]): fc.Arbitrary<VisitRule> =>
  fc
    .record({
      siteId: fc.constantFrom(...siteIds),
      weekday: fc.constantFrom(...weekdays),
      times,
      everyWeeks: fc.integer({ min: 1, max: 6 }),
      startingWeek: dates,
      validFrom: fc.option(dates, { nil: null }),
      validTo: fc.option(dates, { nil: null }),
      inSchoolHolidays: fc.boolean(),
    })
    .map(({ times: { from, to }, ...rest }) => ({ ...rest, from, to }));

/** JSON has no entry without a value. */
function withoutNothing({
  earlier,
  ...exception
}: RotaException & { readonly earlier: readonly string[] | undefined }): RotaException {
  return earlier ? { ...exception, earlier } : exception;
}

/** Exceptions of which no two are about one date of a site, nor bring two visits to one date. */
export const exceptionsOf = (siteIds: readonly string[]): fc.Arbitrary<readonly RotaException[]> => {
  const origin = {
    siteId: fc.constantFrom(...siteIds),
    date: dates,
    note: notes,
    enteredBy: fc.option(fc.uuid(), { nil: null }),
    at: fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString()),
    earlier: fc.option(fc.uniqueArray(dates, { minLength: 1, maxLength: 10 }), { nil: undefined }),
  };
  const exception = fc.oneof(
    fc.record({ ...origin, kind: fc.constant('cancelled' as const) }),
    fc
      .record({ ...origin, kind: fc.constant('moved' as const), toDate: dates, times })
      .map(({ times: { from, to }, ...rest }) => ({ ...rest, from, to })),
    fc
      .record({ ...origin, kind: fc.constant('extra' as const), times })
      .map(({ times: { from, to }, ...rest }) => ({ ...rest, from, to })),
  );
  return fc.array(exception.map(withoutNothing), { maxLength: 12 }).map((all: readonly RotaException[]) => {
    const [left, reached] = [new Set<string>(), new Set<string>()];
    return all.filter((each) => {
      const target = each.kind === 'moved' ? each.toDate : each.kind === 'extra' ? each.date : null;
      const [key, arrival] = [`${each.siteId} ${each.date}`, target && `${each.siteId} ${target}`];
      if (left.has(key) || (arrival !== null && reached.has(arrival))) return false;
      left.add(key);
      if (arrival !== null) reached.add(arrival);
      return true;
    });
  });
};
