export {
  parseCalendar,
  type CalendarDefinition,
  type CalendarFile,
  type SchoolHolidayService,
} from './calendar-definition.js';
export { compileCalendar } from './compile-calendar.js';
export { defaultCalendar, defaultCalendarFile } from './default-calendar.js';
export type { DayReason } from './day-plan.js';
export { DefinitionError, type DefinitionProblem } from './definition-error.js';
export { explain, type Explanation, type ExplanationStep } from './explanation.js';
export type { HolidayName } from './holidays.js';
export { instantOf, instantOfOffsetText, isoOf, millisecondsPerMinute, type Instant } from './instant.js';
export { localDateIn } from './local-date.js';
export {
  addDays,
  dateOf,
  dayOf,
  isDate,
  millisecondsPerDay,
  weekdayOf,
  weekdays,
  type LocalDay,
  type Weekday,
} from './local-day.js';
export { localTimeOf, type LocalTime } from './local-time.js';
export { parseMovableHolidays, whileSchoolIsOpen, withMovableHolidays } from './movable-holidays.js';
export { offerAnswerDueAt } from './offer.js';
export type { Ladder } from './ladder.js';
export {
  defaultPolicy,
  parsePolicy,
  promisesFor,
  type Policy,
  type PromiseGrounds,
  type Promises,
} from './policy.js';
export { priorityOf, type Urgency } from './priority.js';
export { promiseClock, type Pause, type PromiseClock } from './promise-clock.js';
export {
  isInSchoolHolidays,
  knownSchoolHolidays,
  schoolHolidayRegions,
  type SchoolHolidayRegion,
} from './school-holidays.js';
export type { ServiceCalendar, ServiceInterval } from './service-calendar.js';
export {
  serviceRules,
  withVisits,
  type RulesFiles,
  type ServiceRules,
  type VisitOutlook,
  type VisitTimes,
} from './service-rules.js';
export { previewDays, type PreviewedDay } from './service-preview.js';
export { startOfDay } from './start-of-day.js';
