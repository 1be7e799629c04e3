import { isDate, type Weekday } from '../sla/index.js';

/** When somebody comes to a site, again and again. Times and dates are those of the service's time zone. */
export interface VisitRule {
  readonly siteId: string;
  readonly weekday: Weekday;
  /** `HH:MM`, earlier than `to`: a visit never runs past midnight. */
  readonly from: string;
  readonly to: string;
  /** 1 for each week, 2 for every second one, at most 52. */
  readonly everyWeeks: number;
  /** A date (YYYY-MM-DD) of the first week, from which the weeks are counted; before it there is no visit. Weeks begin on Monday. */
  readonly startingWeek: string;
  /** First date on which the rule counts; null for the starting week on. */
  readonly validFrom: string | null;
  /** Last date on which it counts; null where no end is known. */
  readonly validTo: string | null;
  /** Whether somebody comes although the school is closed: in school holidays and on its movable holidays. */
  readonly inSchoolHolidays: boolean;
}

interface ExceptionOrigin {
  readonly siteId: string;
  /** The date (YYYY-MM-DD) of the visit that is cancelled or moved, or on which there is one more. */
  readonly date: string;
  /** In one line; empty where nobody said why. */
  readonly note: string;
  /** The id of who entered it; null where it came from a file. */
  readonly enteredBy: string | null;
  /** ISO instant at which it was entered. */
  readonly at: string;
  /** Dates on which the visit was to take place meanwhile, before it was moved or cancelled once more. */
  readonly earlier?: readonly string[];
}

/** One date on which something else counts than the rules say. There is at most one for a site and date. */
export type RotaException = ExceptionOrigin &
  (
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'moved'; readonly toDate: string; readonly from: string; readonly to: string }
    | { readonly kind: 'extra'; readonly from: string; readonly to: string }
  );

/** The visiting rota of the city, as it is stored, imported and exported. */
export interface RotaContent {
  /** What it takes from one street to another within a campus, in wall minutes. */
  readonly travelMinutes: number;
  readonly rules: readonly VisitRule[];
  readonly exceptions: readonly RotaException[];
}

/** Rarer visits than this are single dates. */
export const mostWeeks = 52;
/** So many dates of a visit that is moved again and again are remembered. */
export const mostEarlier = 10;
/** Characters of a note. */
export const longestNote = 200;
/** Between two streets of one campus, where nothing else is said. */
export const defaultTravelMinutes = 15;

/** Visits lie within these dates; in any other year somebody has mistyped. */
export const firstRotaDate = '2000-01-01';
export const lastRotaDate = '2199-12-31';

/** Whether a visit can be on that date. */
export function isRotaDate(text: string): boolean {
  return isDate(text) && firstRotaDate <= text && text <= lastRotaDate;
}

/** A rota without any visit. */
export const emptyRota: RotaContent = { travelMinutes: defaultTravelMinutes, rules: [], exceptions: [] };

/** Earlier dates as an exception has them: none is no entry. */
export function earlierIn(dates: readonly string[]): Pick<RotaException, 'earlier'> {
  return dates.length === 0 ? {} : { earlier: dates };
}

/** Where an exception leads: the date and times of the visit that takes place because of it. */
export interface Arrival {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

/** The visit that takes place because of the exception; null for a cancelled one. */
export function arrivalOf(exception: RotaException): Arrival | null {
  if (exception.kind === 'cancelled') return null;
  const { from, to } = exception;
  return { date: exception.kind === 'moved' ? exception.toDate : exception.date, from, to };
}

/** What was decided about the visit that was to take place at a site on a date, and does not any more. */
export function exceptionThatTook(
  { exceptions }: Pick<RotaContent, 'exceptions'>,
  siteId: string,
  date: string,
): RotaException | undefined {
  const ofSite = exceptions.filter((exception) => exception.siteId === siteId && exception.kind !== 'extra');
  return (
    ofSite.find((exception) => exception.date === date) ??
    exceptions.find((exception) => exception.siteId === siteId && exception.earlier?.includes(date))
  );
}

/** Minutes from midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** A note as it is kept: one line without white space around it. */
export function tidyNote(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
