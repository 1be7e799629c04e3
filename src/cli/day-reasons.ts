import type { DayReason } from '../sla/index.js';

/** What decides on a day's windows, in words; nothing where it is the weekday as ever. */
export const dayReasons: Readonly<Record<DayReason, string>> = {
  shortened: 'set for this date',
  closed: 'closed on this date',
  'closed-every-year': 'closed each year',
  'public-holiday': 'public holiday',
  'movable-holiday': 'movable holiday of the school',
  'school-holidays': 'school holidays',
  weekday: '',
};
