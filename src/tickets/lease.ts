import { instantOf, isoOf, millisecondsPerMinute, type Instant } from '../sla/index.js';
import type { Rules } from './rules.js';
import type { Lease, Ticket } from './ticket.js';
import { withWake } from './wake.js';

/** The id under which a process takes leases, and for how long: milliseconds of the service's clock. */
export interface LeaseTerms {
  readonly owner: string;
  readonly milliseconds: number;
  /**
   * The longest lease that any process on the store may take; 10 minutes unless told otherwise. One that ends later was
   * taken by a clock that was ahead, and is not believed.
   */
  readonly longest?: number;
}

/** A document that one process at a time sends for. */
type Leased = Pick<Ticket, 'lease'>;

const longestUnlessTold = 10 * millisecondsPerMinute;

/** Reserves the sending for one process, from now on and for as long as its terms say. */
export function takeLease(ticket: Ticket, terms: LeaseTerms, rules: Rules, now: Instant): Ticket {
  return withWake(leased(ticket, terms, now), rules, now);
}

/** Gives the lease back, so that another process can go on at once. A foreign lease is left alone. */
export function releaseLease(ticket: Ticket, owner: string, rules: Rules, now: Instant): Ticket {
  return isLeasedBy(ticket, owner) ? withWake({ ...ticket, lease: null }, rules, now) : ticket;
}

/** The document with a lease as the terms say; when it is to be looked at again is another matter. */
export function leased<D extends Leased>(document: D, terms: LeaseTerms, now: Instant): D {
  return { ...document, lease: { owner: terms.owner, until: isoOf(now + terms.milliseconds) } };
}

/** Whether this process has taken a lease, however long ago, and not given it back. */
export function isLeasedBy({ lease }: Leased, owner: string): boolean {
  return lease?.owner === owner;
}

/** Whether another process than the terms' owner is sending for this document now. */
export function isLeasedByOther({ lease }: Leased, terms: LeaseTerms, now: Instant): boolean {
  return lease !== null && lease.owner !== terms.owner && holds(lease, terms, now);
}

/** Whether the terms' owner holds the lease for at least half of the time for which it takes one. */
export function holdsLongEnough({ lease }: Leased, terms: LeaseTerms, now: Instant): boolean {
  if (lease?.owner !== terms.owner || !holds(lease, terms, now)) return false;
  return instantOf(lease.until) >= now + terms.milliseconds / 2;
}

/** Whether there is something to send for which no process has a lease that counts now. */
export function lacksSender(ticket: Ticket, terms: LeaseTerms, now: Instant): boolean {
  return ticket.outbox.length > 0 && (ticket.lease === null || !holds(ticket.lease, terms, now));
}

function holds({ until }: Lease, { longest = longestUnlessTold }: LeaseTerms, now: Instant): boolean {
  const end = instantOf(until);
  return end > now && end <= now + longest;
}
