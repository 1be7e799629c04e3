import ICAL from 'ical.js';
import { grouped, type Directory } from '../campus/index.js';
import {
  dateOf,
  dayOf,
  localDateIn,
  localTimeOf,
  type Instant,
  type LocalDay,
  type ServiceRules,
} from '../sla/index.js';
import { eventUid, noDate, ownFields } from './ical-fields.js';
import { icalTime, zoneComponent } from './ical-zone.js';
import { daysBetween, seriesOf, type Series } from './occurrences.js';
import { openDaysIn, yearOf, type OpenDays } from './open-days.js';
import {
  arrivalOf,
  minuteOf,
  type Arrival,
  type RotaContent,
  type RotaException,
  type VisitRule,
} from './rota-content.js';
import { takesPlace } from './site-visits.js';
import { siteTitle } from './site-names.js';

/** What a calendar is written with. */
export interface CalendarGrounds {
  readonly directory: Directory;
  readonly rules: ServiceRules;
  readonly now: Instant;
}

/** So many days ahead a calendar says which visits a holiday cancels; a series without an end is written up to there. */
const daysAhead = 730;

/**
 * The rota as an iCalendar file (RFC 5545): a weekly series for each rule, with the days on which nobody comes left out,
 * and single or moved events for the exceptions. Sites that the directory does not know are left out. `readRotaCalendar`
 * reads the same rota from it.
 */
export function writeRotaCalendar(content: RotaContent, grounds: CalendarGrounds): string {
  return new CalendarWriter(content, grounds).text();
}

class CalendarWriter {
  readonly #calendar = new ICAL.Component('vcalendar');
  readonly #timeZone: string;
  readonly #today: LocalDay;
  readonly #openDaysOf: (schoolId: string) => OpenDays;
  readonly #stamp: ICAL.Time;
  readonly #exceptionsOf: ReadonlyMap<string, readonly RotaException[]>;
  /** Exceptions that an event shows as what they are. */
  readonly #shown = new Set<RotaException>();

  constructor(
    private readonly content: RotaContent,
    private readonly grounds: CalendarGrounds,
  ) {
    const { rules, now } = grounds;
    this.#timeZone = rules.calendar.timeZone;
    this.#today = dayOf(localDateIn(this.#timeZone)(now));
    this.#openDaysOf = openDaysIn(rules);
    this.#exceptionsOf = grouped(content.exceptions, ({ siteId }) => [siteId]);
    this.#stamp = ICAL.Time.fromJSDate(new Date(now), true);
  }

  text(): string {
    const calendar = this.#calendar;
    calendar.addPropertyWithValue('version', '2.0');
    calendar.addPropertyWithValue('prodid', '-//Campusdesk//Visiting rota//EN');
    calendar.addPropertyWithValue('method', 'PUBLISH');
    addText(calendar, ownFields.travelMinutes, String(this.content.travelMinutes));
    const { rules, exceptions } = this.content;
    const series = rules
      .filter(({ siteId }) => this.isKnown(siteId))
      .map((rule) => ({ rule, series: seriesOf(rule) }));
    const first = Math.min(this.#today, ...series.map((each) => each.series.first));
    const last = Math.max(this.#today, ...series.map((each) => each.series.first)) + daysAhead;
    calendar.addSubcomponent(zoneComponent(this.#timeZone, yearOf(first) - 1, yearOf(last) + 1));
    for (const each of series) this.addSeries(each.rule, each.series);
    for (const exception of exceptions) this.addSingle(exception);
    for (const exception of exceptions) {
      if (!this.#shown.has(exception) && this.isKnown(exception.siteId))
        addText(calendar, ownFields.exception, JSON.stringify(exception));
    }
    return `${calendar.toString()}\r\n`;
  }

  private addSeries(rule: VisitRule, series: Series): void {
    const { first, last } = series;
    if (first > last) {
      addText(this.#calendar, ownFields.rule, JSON.stringify(rule));
      return;
    }
    const until = Math.min(last, Math.max(this.#today, first) + daysAhead);
    const uid = eventUid(
      `rule-${rule.weekday}${rule.from.replace(':', '')}-${rule.everyWeeks}`,
      rule.siteId,
      dateOf(first),
    );
    const event = this.event(rule.siteId, uid, { date: dateOf(first), from: rule.from, to: rule.to });
    const recurrence = new ICAL.Recur({
      freq: 'WEEKLY',
      interval: rule.everyWeeks,
      until: this.untilOf(until, rule),
    });
    event.addPropertyWithValue('rrule', recurrence);
    addText(event, ownFields.startingWeek, rule.startingWeek);
    addText(event, ownFields.validFrom, rule.validFrom ?? noDate);
    addText(event, ownFields.validTo, rule.validTo ?? noDate);
    addText(event, ownFields.writtenUntil, dateOf(until));
    addText(event, ownFields.inSchoolHolidays, rule.inSchoolHolidays ? 'TRUE' : 'FALSE');
    this.#calendar.addSubcomponent(event);
    const minute = minuteOf(rule.from);
    for (const day of daysBetween(series, first, until)) {
      const moved = this.movedFrom(rule.siteId, day);
      if (moved) this.addMoved(moved, uid, day, minute);
      else if (!this.isVisitedByRule(rule, day)) this.addTime(event, 'exdate', day, minute);
    }
  }

  /** Clocks show the time of the visit, so the last one counts whatever a program takes the end for. */
  private untilOf(day: LocalDay, { from }: VisitRule): ICAL.Time {
    const at = localTimeOf(this.#timeZone)(day, minuteOf(from));
    return ICAL.Time.fromJSDate(new Date(at), true);
  }

  /** The exception that brings the visit of this day to another one, where it takes place. */
  private movedFrom(siteId: string, day: LocalDay): RotaException | undefined {
    return this.ofSite(siteId).find(
      (exception) =>
        exception.kind === 'moved' && dayOf(exception.date) === day && this.isShownAsEvent(exception),
    );
  }

  private isVisitedByRule(rule: VisitRule, day: LocalDay): boolean {
    const date = dateOf(day);
    const isOtherwise = this.ofSite(rule.siteId).some(
      (exception) => exception.date === date || arrivalOf(exception)?.date === date,
    );
    return !isOtherwise && takesPlace(rule, day, this.openDays(rule.siteId));
  }

  private addMoved(exception: RotaException, uid: string, day: LocalDay, minute: number): void {
    const arrival = arrivalOf(exception);
    if (!arrival || this.#shown.has(exception)) return;
    const event = this.event(exception.siteId, uid, arrival);
    this.addTime(event, 'recurrence-id', day, minute);
    this.addExceptional(event, exception);
  }

  /** An event of its own for what no series shows. */
  private addSingle(exception: RotaException): void {
    const arrival = arrivalOf(exception);
    if (!arrival || this.#shown.has(exception) || !this.isShownAsEvent(exception)) return;
    const { siteId, kind, date } = exception;
    const event = this.event(siteId, eventUid(kind === 'moved' ? 'moved' : 'visit', siteId, date), arrival);
    if (kind === 'moved') addText(event, ownFields.movedFrom, date);
    this.addExceptional(event, exception);
  }

  private addExceptional(event: ICAL.Component, exception: RotaException): void {
    const { note, enteredBy, at, earlier = [] } = exception;
    if (note !== '') event.addPropertyWithValue('description', note);
    if (enteredBy !== null) addText(event, ownFields.enteredBy, enteredBy);
    addText(event, ownFields.enteredAt, at);
    if (earlier.length > 0) addText(event, ownFields.earlier, earlier.join(','));
    this.#calendar.addSubcomponent(event);
    this.#shown.add(exception);
  }

  private event(siteId: string, uid: string, { date, from, to }: Arrival): ICAL.Component {
    const { directory } = this.grounds;
    const site = directory.site(siteId);
    const school = site && directory.school(site.schoolId);
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', uid);
    event.addPropertyWithValue('dtstamp', this.#stamp);
    this.addTime(event, 'dtstart', dayOf(date), minuteOf(from));
    this.addTime(event, 'dtend', dayOf(date), minuteOf(to));
    event.addPropertyWithValue('summary', siteTitle(directory, siteId));
    event.addPropertyWithValue(
      'location',
      `${site?.street ?? ''}, ${school?.postcode ?? ''} ${school?.town ?? ''}`,
    );
    addText(event, ownFields.site, siteId);
    return event;
  }

  private addTime(event: ICAL.Component, name: string, day: LocalDay, minute: number): void {
    const property = new ICAL.Property(name);
    property.setParameter('tzid', this.#timeZone);
    property.setValue(icalTime({ day, minute }));
    event.addProperty(property);
  }

  private isShownAsEvent(exception: RotaException): boolean {
    const arrival = arrivalOf(exception);
    return (
      arrival !== null &&
      this.isKnown(exception.siteId) &&
      this.openDays(exception.siteId).hasService(dayOf(arrival.date))
    );
  }

  private isKnown(siteId: string): boolean {
    return this.grounds.directory.site(siteId) !== undefined;
  }

  private ofSite(siteId: string): readonly RotaException[] {
    return this.#exceptionsOf.get(siteId) ?? [];
  }

  private openDays(siteId: string): OpenDays {
    return this.#openDaysOf(this.grounds.directory.site(siteId)?.schoolId ?? '');
  }
}

function addText(component: ICAL.Component, name: string, text: string): void {
  const property = new ICAL.Property(name);
  property.resetType('text');
  property.setValue(text);
  component.addProperty(property);
}
