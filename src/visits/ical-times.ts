import ICAL from 'ical.js';
import { dateOf, dayOf, type LocalDay } from '../sla/index.js';
import { timeOf, wallClockIn, type WallTime } from './wall-clock.js';

/** An event that cannot be taken; the message says why. */
export class UnfitEvent extends Error {
  override readonly name = 'UnfitEvent';
}

/** When an event is, on the clocks of the service's time zone. */
export interface EventTimes {
  readonly day: LocalDay;
  /** `HH:MM` */
  readonly from: string;
  readonly to: string;
}

/** Halfway to the other side of the year, where clocks may show another time. */
const halfAYear = 182;

/** Reads times of events as clocks of one zone show them. Every method throws UnfitEvent for what is no such time. */
export class EventClock {
  readonly #wallClock: ReturnType<typeof wallClockIn>;

  constructor(private readonly timeZone: string) {
    this.#wallClock = wallClockIn(timeZone);
  }

  /** What clocks show at a time of the file; a time without a zone is the service's. */
  wallTimeOf(property: ICAL.Property, value: unknown): WallTime {
    const time = timeIn(value);
    const day = dayOf(`${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`);
    const minute = time.hour * 60 + time.minute;
    const named: unknown = property.getFirstParameter('tzid');
    if (time.zone === ICAL.Timezone.localTimezone) {
      if (typeof named === 'string' && named !== '' && named !== this.timeZone)
        throw new UnfitEvent(`the time zone "${named}" is not defined in the file`);
      return { day, minute };
    }
    if (time.zone.tzid === this.timeZone) return { day, minute };
    return this.#wallClock(time.toUnixTime() * 1000);
  }

  /** Begin and end of an event, which must lie on one day. A series must show the same times all year. */
  timesOf(event: ICAL.Component, isSeries: boolean): EventTimes {
    const start = event.getFirstProperty('dtstart');
    if (!start) throw new UnfitEvent('it has no beginning (DTSTART)');
    const value = timeIn(start.getFirstValue());
    if (value.isDate) throw new UnfitEvent('it has no time of day, only a date');
    const from = this.wallTimeOf(start, value);
    const to = this.endOf(event, start, value);
    if (to.day !== from.day || to.minute <= from.minute)
      throw new UnfitEvent('it must begin and end on the same day, the end after the beginning');
    if (isSeries && this.#shifts(start, value, from))
      throw new UnfitEvent(
        `the series is in another time zone than ${this.timeZone}: its times would shift in summer`,
      );
    return { day: from.day, from: timeOf(from.minute), to: timeOf(to.minute) };
  }

  /** The date on which a time of the file is; also of one that is only a date. */
  dateOf(property: ICAL.Property, value: unknown): string {
    const time = timeIn(value);
    if (!time.isDate) return dateOf(this.wallTimeOf(property, time).day);
    const date = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
    if (Number.isNaN(dayOf(date))) throw new UnfitEvent(`${date} is no date`);
    return date;
  }

  private endOf(event: ICAL.Component, start: ICAL.Property, begin: ICAL.Time): WallTime {
    const end = event.getFirstProperty('dtend');
    if (end) return this.wallTimeOf(end, end.getFirstValue());
    const duration: unknown = event.getFirstPropertyValue('duration');
    if (!(duration instanceof ICAL.Duration)) throw new UnfitEvent('it has no end (DTEND or DURATION)');
    const later = begin.clone();
    later.addDuration(duration);
    return this.wallTimeOf(start, later);
  }

  #shifts(start: ICAL.Property, value: ICAL.Time, from: WallTime): boolean {
    const later = value.clone();
    later.adjust(halfAYear, 0, 0, 0);
    const then = this.wallTimeOf(start, later);
    return then.minute !== from.minute || then.day !== from.day + halfAYear;
  }
}

function timeIn(value: unknown): ICAL.Time {
  if (!(value instanceof ICAL.Time)) throw new UnfitEvent('it has a time that is none');
  return value;
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}
