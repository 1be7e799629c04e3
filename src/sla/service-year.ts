import type { DayRule } from './day-plan.js';
import type { Instant } from './instant.js';
import { firstDayOfYear, type LocalDay } from './local-day.js';
import type { LocalTime } from './local-time.js';
import type { ServiceInterval } from './service-calendar.js';

/** The service that begins on the days of one local year, as instants with running sums; a question is a binary search. */
export class ServiceYear {
  // Stretches of service [start, end), and the milliseconds of service from the year's beginning to each end.
  // Flat lists of numbers, because a list of objects takes ten times the memory.
  private readonly starts: Instant[] = [];
  private readonly ends: Instant[] = [];
  private readonly servedByEnd: number[] = [];
  // Days with service: the midnight at which each begins, and the end of its last window.
  private readonly midnights: Instant[] = [];
  private readonly closings: Instant[] = [];

  constructor(year: number, windowsOn: DayRule, localTime: LocalTime) {
    const dayAfter = firstDayOfYear(year + 1);
    for (let day = firstDayOfYear(year); day < dayAfter; day += 1) this.compile(day, windowsOn, localTime);
  }

  /** Milliseconds of service in the whole year. */
  get total(): number {
    return this.servedByEnd.at(-1) ?? 0;
  }

  /** The end of the last stretch; -Infinity where the year has none. */
  get lastEnd(): Instant {
    return this.ends.at(-1) ?? -Infinity;
  }

  /** Milliseconds of this year's service before an instant. */
  servedBefore(at: Instant): number {
    const index = this.indexOfEndAfter(at);
    const before = this.servedByEnd[index - 1] ?? 0;
    return before + Math.max(0, at - (this.starts[index] ?? at));
  }

  /** The earliest instant by which this many milliseconds of this year's service have passed (more than 0, at most `total`). */
  instantOfServed(milliseconds: number): Instant {
    const index = firstIndex(this.servedByEnd, (served) => served >= milliseconds);
    return (this.ends[index] ?? this.lastEnd) - ((this.servedByEnd[index] ?? this.total) - milliseconds);
  }

  isOpen(at: Instant): boolean {
    return (this.starts[this.indexOfEndAfter(at)] ?? Infinity) <= at;
  }

  /** The beginning of the first stretch that ends after `at`; Infinity where all have ended. */
  startEndingAfter(at: Instant): Instant {
    return this.starts[this.indexOfEndAfter(at)] ?? Infinity;
  }

  /** The stretches in [from, to), cut off at both ends. */
  *stretchesBetween(from: Instant, to: Instant): Generator<ServiceInterval> {
    for (let index = this.indexOfEndAfter(from); index < this.starts.length; index += 1) {
      const start = Math.max(from, this.starts[index] ?? to);
      if (start >= to) return;
      yield { start, end: Math.min(to, this.ends[index] ?? to) };
    }
  }

  /** Closing times of the days with service that begin after `at`. */
  closingsAfter(at: Instant): readonly Instant[] {
    return this.closings.slice(firstIndex(this.midnights, (midnight) => midnight > at));
  }

  private indexOfEndAfter(at: Instant): number {
    return firstIndex(this.ends, (end) => end > at);
  }

  private compile(day: LocalDay, windowsOn: DayRule, localTime: LocalTime): void {
    const windows = windowsOn(day);
    if (windows.length === 0) return;
    const stretches = windows
      .map(({ startMinute, endMinute }) => ({
        start: localTime(day, startMinute),
        end: localTime(day, endMinute),
      }))
      // A change of clocks can move windows into one another, even past one another.
      .sort((a, b) => a.start - b.start);
    const before = this.total;
    for (const { start, end } of stretches) this.append(start, end);
    // A day whose only window a change of clocks took away has no service.
    if (this.total === before) return;
    this.midnights.push(localTime(day, 0));
    this.closings.push(this.lastEnd);
  }

  /** Each moment counts once; a window that a change of clocks took away does not count. */
  private append(start: Instant, end: Instant): void {
    const from = Math.max(start, this.lastEnd);
    if (end <= from) return;
    const servedBefore = this.total;
    this.starts.push(from);
    this.ends.push(end);
    this.servedByEnd.push(servedBefore + end - from);
  }
}

/** Index of the first of ascending numbers that passes; all after it pass, too. The length where none does. */
function firstIndex(ascending: readonly number[], passes: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(ascending[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}
