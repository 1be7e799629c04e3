import fc from 'fast-check';
import type { CalendarFile, Instant, Pause } from '../../src/sla/index.js';

const zones = [
  'Europe/Berlin',
  'Europe/Berlin',
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];

const step = 15;
const day = 1440;

/** Minutes of a day at which windows begin and end in turn: in order, so that the windows neither overlap nor touch. */
const bounds = fc
  .uniqueArray(fc.integer({ min: 0, max: day / step }), { maxLength: 6 })
  .map((steps) => steps.toSorted((a, b) => a - b).map((count) => count * step));

const dayPlan = fc.record({ bounds, runsPastMidnight: fc.boolean() });

/** Nights end by 06:00, so these hours are free on any day. */
const freeHours = ['08:05-10:00', '10:00-13:35'];

function serviceIn(
  schoolHolidays: 'open' | 'closed' | 'shortened',
): 'open' | 'closed' | { shortened: string[] } {
  return schoolHolidays === 'shortened' ? { shortened: freeHours } : schoolHolidays;
}

/** Calendars of one to three windows on some days, nights included, with closed and shortened dates in 2026 and 2027. */
export const calendarFiles: fc.Arbitrary<CalendarFile> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    days: fc.array(dayPlan, { minLength: 7, maxLength: 7 }),
    holidays: fc.constantFrom('DE-NW', null),
    closed: fc.uniqueArray(
      fc.oneof(
        dates(),
        dates().map((date) => date.slice(5)),
      ),
      { maxLength: 12 },
    ),
    shortened: fc.uniqueArray(dates(), { maxLength: 8 }),
    inSchoolHolidays: fc.constantFrom('none', 'open', 'closed', 'shortened'),
  })
  .map(({ timeZone, days, holidays, closed, shortened, inSchoolHolidays }) => {
    const windows = days.map((plan, i) => windowsOf(plan, days[(i + 1) % 7]?.bounds[0] ?? day));
    const [mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = []] = windows;
    return {
      timeZone,
      weekly: { mon, tue, wed, thu, fri, sat, sun },
      holidays,
      closed: closed.filter((date) => !shortened.includes(date)),
      shortened: Object.fromEntries(shortened.map((date) => [date, [...freeHours]])),
      ...(inSchoolHolidays !== 'none' && {
        schoolHolidays: { region: 'DE-NW', service: serviceIn(inSchoolHolidays) },
      }),
    };
  })
  // Sparser weeks have a test of their own; here they would only take the oracle years of days.
  .filter(({ weekly }) => Object.values(weekly).flat().length > 1);

/** Instants from 2025 to 2028, more often than not near a change of clocks or the turn of the year, to the millisecond. */
export const instants: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2028, 11) }),
  fc
    .integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2028, 11) / 60_000 })
    .map((minute) => minute * 60_000),
  fc
    .record({
      around: fc.constantFrom(
        Date.UTC(2026, 2, 29),
        Date.UTC(2026, 9, 25),
        Date.UTC(2026, 9, 4),
        Date.UTC(2027, 0, 1),
        Date.UTC(2026, 11, 24),
      ),
      minutes: fc.integer({ min: -4000, max: 4000 }),
    })
    .map(({ around, minutes }) => around + minutes * 60_000),
);

/** Mostly what policies promise; half minutes come from 75 % of a target. */
export const serviceMinutes = fc.oneof(
  fc.integer({ min: 0, max: 600 }),
  fc.integer({ min: 0, max: 6000 }).map((halves) => halves / 2),
  fc.constantFrom(30, 60, 120, 240, 480, 960, 1440, 2400),
);

const minute = 60_000;

/** In minutes: none, short, some hours or days; one that ends before it begins; one without an end. */
const pauseLength = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3_000, max: -1 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

interface PausePlan {
  /** Where it begins: anywhere, where the pause before it ends, within that one, or with it. */
  readonly place: 'anywhere' | 'touching' | 'nested' | 'same beginning';
  readonly minutesFromStart: number;
  /** In minutes; null where it goes on. */
  readonly length: number | null;
  /** Windows begin and end at full quarters of an hour. */
  readonly atQuarter: boolean;
}

const pausePlan: fc.Arbitrary<PausePlan> = fc.record({
  place: fc.constantFrom('anywhere', 'anywhere', 'anywhere', 'touching', 'nested', 'same beginning'),
  // Most deadlines are reached within days.
  minutesFromStart: fc.oneof(fc.integer({ min: -500, max: 2_000 }), fc.integer({ min: -4_000, max: 20_000 })),
  length: pauseLength,
  atQuarter: fc.boolean(),
});

/**
 * An instant and pauses from days before it to weeks after it, in no order: apart, overlapping, touching, nested, without
 * length or end, ending before they begin, at the bounds of windows and outside of them.
 */
export const startsWithPauses: fc.Arbitrary<{ readonly start: Instant; readonly pauses: readonly Pause[] }> =
  fc
    .record({ start: instants, plans: fc.array(pausePlan, { maxLength: 6 }), isReversed: fc.boolean() })
    .map(({ start, plans, isReversed }) => {
      const pauses: Pause[] = [];
      for (const plan of plans) pauses.push(pauseOf(plan, start, pauses.at(-1)));
      return { start, pauses: isReversed ? pauses.toReversed() : pauses };
    });

function pauseOf(
  { place, minutesFromStart, length, atQuarter }: PausePlan,
  start: Instant,
  before: Pause | undefined,
): Pause {
  const grid = (atQuarter ? step : 1) * minute;
  const anywhere = Math.floor((start + minutesFromStart * minute) / grid) * grid;
  const from = {
    anywhere,
    touching: before?.to ?? anywhere,
    nested: before ? Math.floor((before.from + (before.to ?? anywhere)) / 2) : anywhere,
    'same beginning': before?.from ?? anywhere,
  }[place];
  return { from, to: length === null ? null : from + length * minute };
}

function windowsOf(
  plan: { bounds: readonly number[]; runsPastMidnight: boolean },
  firstOfNextDay: number,
): string[] {
  const windows: string[] = [];
  for (let i = 0; i + 1 < plan.bounds.length; i += 2) {
    windows.push(`${timeOf(plan.bounds[i] ?? 0)}-${timeOf(plan.bounds[i + 1] ?? 0)}`);
  }
  const nightBegins = plan.bounds.at(-1) ?? 0;
  const nightEnds = Math.min(360, firstOfNextDay);
  const hasNight =
    plan.runsPastMidnight && nightBegins > 1200 && nightBegins < day && nightBegins > nightEnds;
  return hasNight ? [...windows, `${timeOf(nightBegins)}-${timeOf(nightEnds)}`] : windows;
}

function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function dates(): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: 729 })
    .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
}
