import { isoOf, type Instant } from '../sla/index.js';
import { nextDeadline } from './deadlines.js';
import type { Rules } from './rules.js';
import type { Ticket } from './ticket.js';

/**
 * Sets when the system must next act: with something to send, when the sender's lease runs out (or at once);
 * else at the next deadline. An empty outbox needs no lease.
 */
export function withWake(ticket: Ticket, rules: Rules, now: Instant): Ticket {
  if (ticket.outbox.length > 0) {
    return { ...ticket, wakeAt: ticket.lease?.until ?? isoOf(now) };
  }
  const next = nextDeadline(ticket, rules, now);
  return { ...ticket, lease: null, wakeAt: next === null ? null : isoOf(next) };
}
