import type { DayRule } from './day-plan.js';
import type { Instant } from './instant.js';
import type { LocalTime } from './local-time.js';
import type { ServiceInterval } from './service-calendar.js';
import { ServiceYear } from './service-year.js';

const firstKnownYear = 1900;
const lastKnownYear = 9998;

/** What lies later has no year of four digits and would not sort in documents. */
const endOfTime: Instant = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Many more years than tickets live; one question that spans millennia must not fill the memory. */
const keptYears = 64;

/**
 * All service as instants. Years are compiled when somebody asks for them, and kept.
 * Before 1900 and from 9999 on there is no service; what is never reached comes at the end of 9999.
 */
export class Timeline {
  private readonly years = new Map<number, ServiceYear>();
  private readonly totals = new Map<number, number>();

  constructor(
    private readonly windowsOn: DayRule,
    private readonly localTime: LocalTime,
  ) {}

  /** The earliest instant after `start` at which this many milliseconds (more than 0) of service have passed. */
  due(start: Instant, milliseconds: number): Instant {
    if (start + milliseconds > endOfTime) return Math.max(start, endOfTime);
    let year = this.firstYearEndingAfter(start);
    let goal = milliseconds + this.servedBefore(start, year);
    while (year <= lastKnownYear && goal > this.totalOf(year)) {
      goal -= this.totalOf(year);
      year += 1;
    }
    return year > lastKnownYear ? Math.max(start, endOfTime) : this.yearOf(year).instantOfServed(goal);
  }

  /** Milliseconds of service in [from, to); `from` is not later than `to`. */
  servedBetween(from: Instant, to: Instant): number {
    const firstYear = this.firstYearEndingAfter(from);
    const lastYear = this.firstYearEndingAfter(to);
    let served = this.servedBefore(to, lastYear) - this.servedBefore(from, firstYear);
    for (let year = firstYear; year < lastYear; year += 1) served += this.totalOf(year);
    return served;
  }

  /** The stretches of service in [from, to), cut off at both ends. */
  windowsBetween(from: Instant, to: Instant): readonly ServiceInterval[] {
    const windows: ServiceInterval[] = [];
    const lastYear = Math.min(this.firstYearEndingAfter(to), lastKnownYear);
    for (let year = this.firstYearEndingAfter(from); year <= lastYear; year += 1) {
      for (const window of this.yearOf(year).stretchesBetween(from, to)) windows.push(window);
    }
    return windows;
  }

  isOpen(at: Instant): boolean {
    const year = this.firstYearEndingAfter(at);
    return year <= lastKnownYear && this.yearOf(year).isOpen(at);
  }

  /** `at` itself where there is service then, else the beginning of the next stretch. */
  nextOpening(at: Instant): Instant {
    const year = this.firstYearEndingAfter(at);
    const start = year > lastKnownYear ? endOfTime : this.yearOf(year).startEndingAfter(at);
    return Math.max(at, start);
  }

  /** Closing time of the n-th day (n >= 1) with service that begins after `at`. */
  closingOfDay(n: number, at: Instant): Instant {
    let left = n;
    for (let year = yearBefore(at); year <= lastKnownYear; year += 1) {
      const closings = this.yearOf(year).closingsAfter(at);
      const closing = closings[left - 1];
      if (closing !== undefined) return closing;
      left -= closings.length;
    }
    return Math.max(at, endOfTime);
  }

  /** The year of the stretch that holds `at` or is the next; one past the last known year where there is none. */
  private firstYearEndingAfter(at: Instant): number {
    let year = yearBefore(at);
    while (year <= lastKnownYear && this.yearOf(year).lastEnd <= at) year += 1;
    return year;
  }

  private servedBefore(at: Instant, year: number): number {
    return year > lastKnownYear ? 0 : this.yearOf(year).servedBefore(at);
  }

  private yearOf(year: number): ServiceYear {
    const known = this.years.get(year);
    if (known) return known;
    if (this.years.size >= keptYears) this.years.clear();
    const compiled = new ServiceYear(year, this.windowsOn, this.localTime);
    this.years.set(year, compiled);
    this.totals.set(year, compiled.total);
    return compiled;
  }

  private totalOf(year: number): number {
    return this.totals.get(year) ?? this.yearOf(year).total;
  }
}

/** The last known year that lies wholly before the local day of an instant: it may have windows that cross its end. */
function yearBefore(at: Instant): number {
  const latest = Date.UTC(lastKnownYear + 1, 11);
  const earliest = Date.UTC(firstKnownYear + 1, 0);
  return new Date(Math.min(Math.max(at, earliest), latest)).getUTCFullYear() - 1;
}
