import ICAL from 'ical.js';
import { grouped, type LineError } from '../campus/index.js';
import { dateOf, dayOf, instantOfOffsetText, isDate, isoOf, type ServiceRules } from '../sla/index.js';
import type { ReadingGrounds } from './csv-read.js';
import { exceptionOfText, ownFields, ruleOfText, siteOfUid } from './ical-fields.js';
import { ownText, rulesOfSeries } from './ical-series.js';
import { EventClock, UnfitEvent } from './ical-times.js';
import { fallsOn, seriesOf } from './occurrences.js';
import { openDaysIn } from './open-days.js';
import {
  arrivalOf,
  defaultTravelMinutes,
  earlierIn,
  longestNote,
  mostEarlier,
  tidyNote,
  type RotaException,
  type VisitRule,
} from './rota-content.js';
import { readingOf, refusedReading, type RotaEntry, type RotaReading } from './rota-reading.js';
import { siteNames, type NamedSite } from './site-names.js';
import { takesPlace } from './site-visits.js';

/** What a calendar is read with. */
export interface CalendarReadingGrounds extends ReadingGrounds {
  readonly rules: ServiceRules;
}

/** An event with the line on which it begins. */
interface ReadEvent {
  readonly line: number;
  readonly event: ICAL.Component;
}

/**
 * Reads a rota from iCalendar, ours or that of Outlook or Google. Weekly series become rules, single events extra visits,
 * changed instances moved visits, and instances left out cancelled ones, unless a holiday leaves them out anyway. The site
 * is told by our own property or id, else by place or title. All errors are told with the line of their event.
 */
export function readRotaCalendar(text: string, grounds: CalendarReadingGrounds): RotaReading {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const calendars = calendarsIn(plain);
  if ('fault' in calendars) return refusedReading([calendars.fault]);
  return new CalendarReader(grounds).read(calendars, linesOfEvents(plain));
}

function calendarsIn(text: string): readonly ICAL.Component[] | { readonly fault: LineError } {
  try {
    const parsed: unknown = ICAL.parse(text);
    const all = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    const components = all.map((jCal: string | unknown[]) => new ICAL.Component(jCal));
    if (components.every(({ name }) => name === 'vcalendar')) return components;
    return { fault: { line: 1, message: 'the file is no iCalendar file' } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fault: { line: 0, message: `the file cannot be read as iCalendar: ${message}` } };
  }
}

function linesOfEvents(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
}

class CalendarReader {
  readonly #clock: EventClock;
  readonly #siteNamed: (text: string) => NamedSite;
  readonly #entries: RotaEntry[] = [];
  readonly #errors: LineError[] = [];
  /** What was left out of series, to be looked at when all exceptions are known. */
  readonly #leftOut: { readonly line: number; readonly rule: VisitRule; readonly date: string }[] = [];

  constructor(private readonly grounds: CalendarReadingGrounds) {
    this.#clock = new EventClock(grounds.rules.calendar.timeZone);
    this.#siteNamed = siteNames(grounds.directory);
  }

  read(calendars: readonly ICAL.Component[], lines: readonly number[]): RotaReading {
    const events = calendars
      .flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
      .map((event, index): ReadEvent => ({ event, line: lines[index] ?? 0 }));
    const isOurs = calendars.some((calendar) => ownText(calendar, 'travelMinutes') !== null);
    if (events.length === 0 && !isOurs) this.#errors.push({ line: 1, message: 'the file holds no event' });
    for (const group of grouped(events, (event) => [uidOf(event)]).values()) this.#readGroup(group);
    for (const calendar of calendars) this.#readWritten(calendar);
    this.#cancelLeftOut();
    return readingOf(travelMinutesOf(calendars), this.#entries, this.#errors);
  }

  /** A series or single event with its changed instances. */
  #readGroup(group: readonly ReadEvent[]): void {
    const master = group.find(({ event }) => !event.hasProperty('recurrence-id'));
    for (const each of group) {
      try {
        const siteId = this.#siteOf(each.event, master?.event);
        if (each.event.hasProperty('recurrence-id')) this.#readInstance(each, siteId);
        else if (each.event.hasProperty('rrule')) this.#readSeries(each, siteId);
        else this.#readSingle(each, siteId);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const title = textOf(each.event, 'summary').slice(0, 60);
        // The library finds out only here that a value is none.
        const fault = error instanceof UnfitEvent ? error.message : `it cannot be read (${error.message})`;
        this.#errors.push({ line: each.line, message: `event "${title}": ${fault}` });
      }
    }
  }

  #siteOf(event: ICAL.Component, master: ICAL.Component | undefined): string {
    const candidates = [event, ...(master ? [master] : [])];
    for (const candidate of candidates) {
      const own = ownText(candidate, 'site') ?? siteOfUid(textOf(candidate, 'uid'));
      if (own !== null && this.grounds.directory.site(own)) return own;
    }
    const texts = candidates.flatMap((each) => [textOf(each, 'location'), textOf(each, 'summary')]);
    const named = texts.filter((text) => text !== '').map((text) => this.#siteNamed(text));
    const found = named.find((site) => 'siteId' in site);
    if (found) return found.siteId;
    const ambiguous = named.find((site) => 'fault' in site && site.isAmbiguous);
    const fault = ambiguous ?? named[0];
    throw new UnfitEvent(fault && 'fault' in fault ? fault.fault : 'it names no site (LOCATION or SUMMARY)');
  }

  #readSeries({ event, line }: ReadEvent, siteId: string): void {
    if (isCancelled(event)) return;
    const rules = rulesOfSeries(event, siteId, this.#clock);
    for (const rule of rules) this.#entries.push({ line, rule });
    for (const date of this.#datesOf(event, 'exdate')) {
      const rule = rules.find((each) => fallsOn(seriesOf(each), dayOf(date)));
      if (rule) this.#leftOut.push({ line, rule, date });
    }
    this.#readMoreDates({ event, line }, siteId, true);
  }

  #readSingle({ event, line }: ReadEvent, siteId: string): void {
    if (isCancelled(event)) return;
    const { day, from, to } = this.#clock.timesOf(event, false);
    const movedFrom = ownText(event, 'movedFrom');
    const origin = this.#originOf(event, siteId);
    if (movedFrom !== null && isDate(movedFrom)) {
      this.#except(line, { ...origin, kind: 'moved', date: movedFrom, toDate: dateOf(day), from, to });
    } else {
      this.#except(line, { ...origin, kind: 'extra', date: dateOf(day), from, to });
    }
    this.#readMoreDates({ event, line }, siteId, false);
  }

  #readInstance({ event, line }: ReadEvent, siteId: string): void {
    const property = event.getFirstProperty('recurrence-id');
    if (!property) return;
    if (property.getFirstParameter('range'))
      throw new UnfitEvent('it changes all later instances; end the series and begin another one');
    const date = this.#clock.dateOf(property, property.getFirstValue());
    const origin = { ...this.#originOf(event, siteId), date };
    if (isCancelled(event)) {
      this.#except(line, { ...origin, kind: 'cancelled' });
      return;
    }
    const { day, from, to } = this.#clock.timesOf(event, false);
    this.#except(line, { ...origin, kind: 'moved', toDate: dateOf(day), from, to });
  }

  #readMoreDates({ event, line }: ReadEvent, siteId: string, isSeries: boolean): void {
    const dates = this.#datesOf(event, 'rdate');
    if (dates.length === 0) return;
    const { from, to } = this.#clock.timesOf(event, isSeries);
    for (const date of dates) {
      this.#except(line, { ...this.#originOf(event, siteId), kind: 'extra', date, from, to });
    }
  }

  #datesOf(event: ICAL.Component, name: 'exdate' | 'rdate'): string[] {
    return event
      .getAllProperties(name)
      .flatMap((property) =>
        property.getValues().map((value: unknown) => this.#clock.dateOf(property, value)),
      );
  }

  #originOf(event: ICAL.Component, siteId: string) {
    const note = tidyNote(textOf(event, 'description')).slice(0, longestNote).trim();
    const entered = instantOfOffsetText(ownText(event, 'enteredAt') ?? '');
    const earlier = (ownText(event, 'earlier') ?? '').split(',').filter(isDate).slice(0, mostEarlier);
    const at = isoOf(entered ?? this.grounds.at);
    return { siteId, note, enteredBy: ownText(event, 'enteredBy'), at, ...earlierIn(earlier) };
  }

  /** What we wrote beside the events, because no event shows it. */
  #readWritten(calendar: ICAL.Component): void {
    for (const text of ownTexts(calendar, 'rule')) {
      const rule = ruleOfText(text);
      if (rule) this.#entries.push({ line: 0, rule });
      else this.#errors.push({ line: 0, message: 'X-CAMPUSDESK-RULE cannot be read' });
    }
    for (const text of ownTexts(calendar, 'exception')) {
      const exception = exceptionOfText(text);
      if (exception) this.#except(0, exception);
      else this.#errors.push({ line: 0, message: 'X-CAMPUSDESK-EXCEPTION cannot be read' });
    }
  }

  /** An instance that is left out was cancelled, unless nobody would have come on that day or something else is known of it. */
  #cancelLeftOut(): void {
    const openDaysOf = openDaysIn(this.grounds.rules);
    for (const { line, rule, date } of this.#leftOut) {
      const { siteId } = rule;
      const isKnown = this.#entries.some(
        (entry) => 'exception' in entry && isAboutDate(entry.exception, siteId, date),
      );
      const openDays = openDaysOf(this.grounds.directory.site(siteId)?.schoolId ?? '');
      if (isKnown || !takesPlace(rule, dayOf(date), openDays)) continue;
      const at = isoOf(this.grounds.at);
      this.#except(line, { kind: 'cancelled', siteId, date, note: '', enteredBy: null, at });
    }
  }

  #except(line: number, exception: RotaException): void {
    this.#entries.push({ line, exception });
  }
}

function isAboutDate(exception: RotaException, siteId: string, date: string): boolean {
  return exception.siteId === siteId && (exception.date === date || arrivalOf(exception)?.date === date);
}

function ownTexts(calendar: ICAL.Component, field: 'rule' | 'exception'): string[] {
  return calendar
    .getAllProperties(ownFields[field])
    .map((property): unknown => property.getFirstValue())
    .map((value) => (typeof value === 'string' ? value : ''));
}

/** Events without an id belong to nothing but themselves. */
function uidOf({ event, line }: ReadEvent): string {
  return textOf(event, 'uid') || `line ${line}`;
}

function textOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

function isCancelled(event: ICAL.Component): boolean {
  return textOf(event, 'status').toUpperCase() === 'CANCELLED';
}

function travelMinutesOf(calendars: readonly ICAL.Component[]): number {
  const written = calendars
    .map((calendar) => ownText(calendar, 'travelMinutes'))
    .find((text) => text !== null);
  return written !== undefined && /^\d{1,3}$/.test(written) ? Number(written) : defaultTravelMinutes;
}
