import { z } from 'zod';
import { isDate, weekdays } from '../sla/index.js';
import {
  earlierIn,
  longestNote,
  mostEarlier,
  mostWeeks,
  type RotaException,
  type VisitRule,
} from './rota-content.js';
import { siteAndDateOf, visitIdOf } from './visit.js';

/** Properties of our own, for what iCalendar has no word for. Programs that do not know them leave them alone, or drop them. */
export const ownFields = {
  site: 'x-campusdesk-site',
  startingWeek: 'x-campusdesk-starting-week',
  validFrom: 'x-campusdesk-valid-from',
  validTo: 'x-campusdesk-valid-to',
  /** The last date of the series in the file: a calendar wants holidays as dates, and these end somewhere. */
  writtenUntil: 'x-campusdesk-written-until',
  inSchoolHolidays: 'x-campusdesk-in-school-holidays',
  movedFrom: 'x-campusdesk-moved-from',
  enteredBy: 'x-campusdesk-entered-by',
  enteredAt: 'x-campusdesk-entered-at',
  /** Dates with commas. */
  earlier: 'x-campusdesk-earlier-dates',
  travelMinutes: 'x-campusdesk-travel-minutes',
  /** An exception that no event shows, or not as what it is, as JSON; on the calendar itself. */
  exception: 'x-campusdesk-exception',
  /** A rule without a single day, which no series can show; as above. */
  rule: 'x-campusdesk-rule',
} as const;

/** What is written where there is no date. */
export const noDate = 'NONE';

const host = '@campusdesk';

/** The id of an event that shows the visit of a site on a date, or a series that begins with it. */
export function eventUid(kind: 'visit' | 'moved' | `rule-${string}`, siteId: string, date: string): string {
  return `${kind}.${visitIdOf(siteId, date)}${host}`;
}

/** The site that an event's id names; null where the event is none of ours. */
export function siteOfUid(uid: string): string | null {
  if (!uid.endsWith(host)) return null;
  const visitId = uid.slice(uid.indexOf('.') + 1, -host.length);
  return siteAndDateOf(visitId)?.siteId ?? null;
}

const date = z.string().refine(isDate);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const origin = {
  siteId: z.string(),
  date,
  note: z.string().max(longestNote),
  enteredBy: z.string().nullable(),
  at: z.string().datetime(),
  earlier: z.array(date).min(1).max(mostEarlier).optional(),
};
const writtenException = z.discriminatedUnion('kind', [
  z.object({ ...origin, kind: z.literal('cancelled') }),
  z.object({ ...origin, kind: z.literal('moved'), toDate: date, from: time, to: time }),
  z.object({ ...origin, kind: z.literal('extra'), from: time, to: time }),
]);

const writtenRule = z.object({
  siteId: z.string(),
  weekday: z.enum(weekdays),
  from: time,
  to: time,
  everyWeeks: z.number().int().min(1).max(mostWeeks),
  startingWeek: date,
  validFrom: date.nullable(),
  validTo: date.nullable(),
  inSchoolHolidays: z.boolean(),
});

/** The exception that stands in {@link ownFields.exception}; null where it is none. */
export function exceptionOfText(text: string): RotaException | null {
  const { data } = writtenException.safeParse(jsonOf(text));
  if (!data) return null;
  const { earlier = [], ...exception } = data;
  return { ...exception, ...earlierIn(earlier) };
}

/** The rule that stands in {@link ownFields.rule}; null where it is none. */
export function ruleOfText(text: string): VisitRule | null {
  return writtenRule.safeParse(jsonOf(text)).data ?? null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
