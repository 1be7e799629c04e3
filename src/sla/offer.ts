import type { Instant } from './instant.js';
import type { ServiceCalendar } from './service-calendar.js';

const serviceMinutesToAnswer = 60;

/** When an unanswered offer of a ticket goes to the help desk: 60 service minutes after it was made. */
export function offerAnswerDueAt(offeredAt: Instant, calendar: ServiceCalendar): Instant {
  return calendar.due(offeredAt, serviceMinutesToAnswer);
}
