import type { Policy, ServiceCalendar } from '../sla/index.js';

/** What decisions are measured by: the service calendar and the targets. Loaded once, passed in. */
export interface Rules {
  readonly calendar: ServiceCalendar;
  readonly policy: Policy;
}
