import { instantOf, isoOf, type Instant } from '../sla/index.js';
import type { Rules } from './rules.js';
import type { Ticket } from './ticket.js';
import { withWake } from './wake.js';

/** The id under which a process takes leases, and for how long: milliseconds of the service's clock. */
export interface LeaseTerms {
  readonly owner: string;
  readonly milliseconds: number;
}

/** Reserves the sending for one process, from now on and for as long as its terms say. */
export function takeLease(ticket: Ticket, terms: LeaseTerms, rules: Rules, now: Instant): Ticket {
  const lease = { owner: terms.owner, until: isoOf(now + terms.milliseconds) };
  return withWake({ ...ticket, lease }, rules, now);
}

/** Gives the lease back, so that another process can go on at once. A foreign lease is left alone. */
export function releaseLease(ticket: Ticket, owner: string, rules: Rules, now: Instant): Ticket {
  return ticket.lease?.owner === owner ? withWake({ ...ticket, lease: null }, rules, now) : ticket;
}

/** Whether another process than `owner` is sending for this ticket now. */
export function isLeasedByOther(ticket: Ticket, owner: string, now: Instant): boolean {
  return ticket.lease !== null && ticket.lease.owner !== owner && instantOf(ticket.lease.until) > now;
}
