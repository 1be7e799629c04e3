export { parseCalendar, type CalendarDefinition, type CalendarFile } from './calendar-definition.js';
export { compileCalendar } from './compile-calendar.js';
export { defaultCalendar, defaultCalendarFile } from './default-calendar.js';
export { DefinitionError, type DefinitionProblem } from './definition-error.js';
export {
  firstResponseClock,
  stageDue,
  type FirstResponseClock,
  type FirstResponseFacts,
  type FirstResponseStage,
  type SentReminder,
  type StageDue,
} from './first-response.js';
export { instantOf, isoOf, millisecondsPerMinute, type Instant } from './instant.js';
export { offerAnswerDueAt } from './offer.js';
export { defaultPolicy, parsePolicy, type Policy } from './policy.js';
export { priorityOf, type Urgency } from './priority.js';
export type { ServiceCalendar } from './service-calendar.js';
export { startOfDay } from './start-of-day.js';
