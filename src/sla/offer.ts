import type { Instant } from './instant.js';
import type { ServiceRules } from './service-rules.js';

/** When an unanswered offer of a ticket goes to the help desk: as many service minutes after it was made as the ladder says. */
export function offerAnswerDueAt(
  offeredAt: Instant,
  { calendar, policy }: Pick<ServiceRules, 'calendar' | 'policy'>,
): Instant {
  return calendar.due(offeredAt, policy.ladder.offerAnswerAfter);
}
