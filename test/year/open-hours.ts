import { DateTime } from 'luxon';
import { defaultCalendarFile, type Instant } from '../../src/sla/index.js';
import { oracleOf, schoolHolidaysOfOracle } from '../sla/oracle.js';
import { yearEnd, yearStart } from './school-year.js';

const zone = 'Europe/Berlin';
const dayMs = 24 * 3_600_000;

interface Opening {
  readonly from: Instant;
  readonly to: Instant;
  /** Service milliseconds of all openings before. */
  readonly before: number;
}

/** A stretch of time; `to` is Infinity where it has not ended. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The hours of the help desk as the judge knows them: the oracle's days written down once, and counted by a search in
 * them, since the oracle itself would take hours for a year of tickets.
 */
export class OpenHours {
  /** The help desk's own hours. */
  static ofHelpDesk(): OpenHours {
    return new OpenHours(() => true);
  }

  /** Only the days on which the school is open, too. */
  static ofSchool(movableHolidays: readonly string[]): OpenHours {
    return new OpenHours((date) => !schoolHolidaysOfOracle.has(date) && !movableHolidays.includes(date));
  }

  readonly days: readonly Opening[];

  private constructor(isOpenOn: (date: string) => boolean) {
    const oracle = oracleOf(defaultCalendarFile);
    const days: Opening[] = [];
    let before = 0;
    for (let at = oracle.nextOpening(yearStart - 3 * dayMs); at < yearEnd + 120 * dayMs;) {
      // Closing time of the first service day after yesterday is today's.
      const to = oracle.afterServiceDays(at - dayMs, 1);
      if (isOpenOn(dateOf(at))) {
        days.push({ from: at, to, before });
        before += to - at;
      }
      at = oracle.nextOpening(to);
    }
    this.days = days;
  }

  isOpen(at: Instant): boolean {
    const day = this.days[this.#lastFrom(at)];
    return day !== undefined && at < day.to;
  }

  nextOpening(at: Instant): Instant {
    return this.isOpen(at) ? at : (this.days[this.#lastFrom(at) + 1]?.from ?? Infinity);
  }

  /** Service milliseconds before an instant, since the beginning of these hours. */
  served(at: Instant): number {
    const day = this.days[this.#lastFrom(at)];
    return day ? day.before + Math.min(at, day.to) - day.from : 0;
  }

  /** The earliest instant at which so many service minutes were counted from the start, without the pauses (in order). */
  reached(start: Instant, serviceMinutes: number, pauses: readonly Stretch[] = []): Instant | null {
    let left = serviceMinutes * 60_000;
    let from = start;
    for (const pause of pauses) {
      if (pause.to <= from) continue;
      const served = pause.from > from ? this.served(pause.from) - this.served(from) : 0;
      if (pause.from > from && served >= left) break;
      left -= served;
      if (pause.to === Infinity) return null;
      from = pause.to;
    }
    return left === 0 ? from : this.#at(this.served(from) + left);
  }

  /** Closing time of the n-th day with service after the day of an instant. */
  closingAfter(at: Instant, days: number): Instant {
    const endOfDay = DateTime.fromMillis(at, { zone }).endOf('day').toMillis();
    return this.days[this.#lastFrom(endOfDay) + days]?.to ?? Infinity;
  }

  /** Index of the first day that opens after an instant. */
  indexAfter(at: Instant): number {
    return this.#lastFrom(at) + 1;
  }

  /** The instant at which this much service was served first. */
  #at(served: number): Instant {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const day = this.days[middle];
      if (day && day.before + day.to - day.from < served) low = middle + 1;
      else high = middle;
    }
    const day = this.days[low];
    return day ? day.from + served - day.before : Infinity;
  }

  /** Index of the last day that opened at or before an instant; -1 where none has. */
  #lastFrom(at: Instant): number {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.days[middle]?.from ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function dateOf(at: Instant): string {
  return DateTime.fromMillis(at, { zone }).toISODate() ?? '';
}
