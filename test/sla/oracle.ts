import { DateTime } from 'luxon';
import type { CalendarFile, Instant, Pause } from '../../src/sla/index.js';

/**
 * A second opinion on service time that shares no code with src/sla: it goes day by day with luxon, reads the windows
 * from the file itself and knows the holidays of North Rhine-Westphalia from the dates of Easter. Pauses are cut out of
 * the service of each day.
 */
export interface Oracle {
  due(start: Instant, serviceMinutes: number): Instant;
  /** The same for a clock that stands still in the pauses; null where it stands still for good before. */
  dueWithPauses(start: Instant, serviceMinutes: number, pauses: readonly Pause[]): Instant | null;
  /** Service minutes that such a clock has counted before an instant. */
  countedWithPauses(start: Instant, at: Instant, pauses: readonly Pause[]): number;
  serviceMinutesBetween(from: Instant, to: Instant): number;
  isOpen(at: Instant): boolean;
  nextOpening(at: Instant): Instant;
  afterServiceDays(at: Instant, serviceDays: number): Instant;
}

const easterSundays = [
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
];
const daysFromEaster = [-2, 1, 39, 50, 60];
const fixedHolidays = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'];
const movable = new Set(easterSundays.flatMap((sunday) => daysFromEaster.map((days) => later(sunday, days))));

/** The days of the school holidays of North Rhine-Westphalia, written down anew: first day, number of days. */
const schoolHolidays: readonly (readonly [string, number])[] = [
  ...([
    ['2025-10-13', 13],
    ['2026-10-17', 15],
    ['2027-10-23', 15],
    ['2028-10-23', 13],
    ['2029-10-15', 13],
  ] as const),
  ...([
    ['2025-12-22', 16],
    ['2026-12-23', 15],
    ['2027-12-24', 16],
    ['2028-12-21', 16],
    ['2029-12-20', 16],
  ] as const),
  ...([
    ['2026-03-30', 13],
    ['2027-03-22', 13],
    ['2028-04-10', 13],
    ['2029-03-26', 13],
    ['2030-04-15', 13],
  ] as const),
  ...([
    ['2026-05-26', 1],
    ['2027-05-18', 1],
    ['2029-05-22', 1],
  ] as const),
  ...([
    ['2026-07-20', 44],
    ['2027-07-19', 44],
    ['2028-07-10', 44],
    ['2029-07-02', 44],
    ['2030-06-24', 44],
  ] as const),
];
export const schoolHolidaysOfOracle: ReadonlySet<string> = new Set(
  schoolHolidays.flatMap(([first, days]) => Array.from({ length: days }, (_, day) => later(first, day))),
);

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Holidays are known for 2024 to 2032 and, if at all, for North Rhine-Westphalia. */
export function oracleOf(file: CalendarFile): Oracle {
  const days = serviceDays(file);
  const spansFrom = function* (at: Instant): Generator<Span> {
    for (const { spans } of days(at)) yield* spans.filter(({ to }) => to > at);
  };
  const runningFrom = function* (start: Instant, pauses: readonly Pause[]): Generator<Span> {
    const forGood = Math.min(...pauses.map(({ from, to }) => (to === null ? from : Infinity)));
    for (const span of spansFrom(start)) {
      if (span.from >= forGood) return;
      yield* without([{ from: -Infinity, to: start }, ...pauses], span);
    }
  };
  return {
    due(start, serviceMinutes) {
      let left = serviceMinutes * 60_000;
      if (left === 0) return start;
      for (const { from, to } of spansFrom(start)) {
        const begin = Math.max(from, start);
        if (to - begin >= left) return begin + left;
        left -= to - begin;
      }
      return Number.NaN;
    },
    dueWithPauses(start, serviceMinutes, pauses) {
      let left = serviceMinutes * 60_000;
      if (left === 0) return start;
      for (const { from, to } of runningFrom(start, pauses)) {
        if (to - from >= left) return from + left;
        left -= to - from;
      }
      return pauses.some(({ to }) => to === null) ? null : Number.NaN;
    },
    countedWithPauses(start, at, pauses) {
      let counted = 0;
      for (const { from, to } of runningFrom(start, pauses)) {
        if (from >= at) break;
        counted += Math.min(to, at) - from;
      }
      return counted / 60_000;
    },
    serviceMinutesBetween(from, to) {
      let served = 0;
      for (const span of spansFrom(from)) {
        if (span.from >= to) break;
        served += Math.min(span.to, to) - Math.max(span.from, from);
      }
      return served / 60_000;
    },
    isOpen: (at) => firstOf(spansFrom(at)).from <= at,
    nextOpening: (at) => Math.max(at, firstOf(spansFrom(at)).from),
    afterServiceDays(at, count) {
      const today = DateTime.fromMillis(at, { zone: file.timeZone }).toISODate() ?? '';
      let left = count;
      for (const { date, spans } of days(at)) {
        const closing = spans.at(-1);
        if (date > today && closing) left -= 1;
        if (left === 0) return closing?.to ?? Number.NaN;
      }
      return Number.NaN;
    },
  };
}

/** Goes from day to day, beginning two days before an instant; the spans are in order and do not overlap. */
function serviceDays(file: CalendarFile) {
  const known = new Map<string, { readonly onDate: readonly Span[]; readonly dayAfter: string }>();
  return function* (at: Instant): Generator<{ date: string; spans: readonly Span[] }> {
    let end = -Infinity;
    let date = DateTime.fromMillis(at, { zone: file.timeZone }).minus({ days: 2 }).toISODate() ?? '';
    for (let i = 0; i < 2000; i += 1) {
      const spans: Span[] = [];
      const plan = known.get(date) ?? { onDate: spansOn(file, date), dayAfter: later(date, 1) };
      known.set(date, plan);
      for (const { from, to } of plan.onDate) {
        if (to > Math.max(from, end)) spans.push({ from: Math.max(from, end), to });
        end = Math.max(end, to);
      }
      yield { date, spans };
      date = plan.dayAfter;
    }
  };
}

function spansOn(file: CalendarFile, date: string): Span[] {
  return windowsOn(file, date)
    .map((window) => {
      const [from = '', to = ''] = window.split('-');
      const endsNextDay = to <= from || to === '24:00';
      return {
        from: instant(file.timeZone, date, from, 0),
        to: instant(file.timeZone, date, to.replace('24:00', '00:00'), endsNextDay ? 1 : 0),
      };
    })
    .sort((a, b) => a.from - b.from);
}

function windowsOn(file: CalendarFile, date: string): readonly string[] {
  const shortened = file.shortened?.[date];
  if (shortened) return shortened;
  const yearly = date.slice(5);
  if (file.closed?.includes(date) || file.closed?.includes(yearly)) return [];
  if (file.holidays && (fixedHolidays.includes(yearly) || movable.has(date))) return [];
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const name = names[DateTime.fromISO(date, { zone: 'utc' }).weekday - 1] ?? 'mon';
  const ofWeekday = file.weekly[name] ?? [];
  const service = file.schoolHolidays?.service ?? 'open';
  if (service === 'open' || ofWeekday.length === 0 || !schoolHolidaysOfOracle.has(date)) return ofWeekday;
  return service === 'closed' ? [] : service.shortened;
}

function instant(zone: string, date: string, time: string, days: number): Instant {
  const local = DateTime.fromISO(`${later(date, days)}T${time}`, { zone });
  // Where clocks are put back a time comes twice; the first counts.
  return (local.getPossibleOffsets()[0] ?? local).toMillis();
}

/** What is left of a stretch of service. A pause that does not end after it begins is none. */
function without(pauses: readonly Pause[], span: Span): readonly Span[] {
  let left: readonly Span[] = [span];
  for (const { from, to } of pauses) {
    if (to !== null && to <= from) continue;
    left = left.flatMap((piece) =>
      [
        { from: piece.from, to: Math.min(piece.to, from) },
        { from: Math.max(piece.from, to ?? Infinity), to: piece.to },
      ].filter((rest) => rest.to > rest.from),
    );
  }
  return left;
}

function firstOf(spans: Generator<Span>): Span {
  for (const span of spans) return span;
  throw new RangeError('no service within years');
}

function later(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate() ?? '';
}
