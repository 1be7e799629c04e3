import { instantOf, type Instant } from '../sla/index.js';
import { isOpen, type Ticket } from '../tickets/index.js';

/** Tickets by the next promise that is to be kept, those without one last; the older report first. */
export function byNextPromise<T extends Pick<Ticket, 'nextPromiseAt' | 'submittedAt' | 'id'>>(
  tickets: readonly T[],
): readonly T[] {
  const last = '9999';
  const keyOf = ({ nextPromiseAt, submittedAt, id }: T): string =>
    `${nextPromiseAt ?? last} ${submittedAt ?? last} ${id}`;
  return tickets
    .map((ticket) => ({ ticket, key: keyOf(ticket) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ ticket }) => ticket);
}

/** Whether a promise should have been kept by now. */
export function isOverdue(ticket: Pick<Ticket, 'state' | 'nextPromiseAt'>, now: Instant): boolean {
  return isOpen(ticket.state) && ticket.nextPromiseAt !== null && instantOf(ticket.nextPromiseAt) < now;
}
