import { instantOf, type Instant } from '../sla/index.js';
import { isOpen, type Ticket } from '../tickets/index.js';

const last = '9999';

/** By the ticket's next promise that is to be kept, those without one last; the older report first. */
export function byNextPromise<T>(all: readonly T[], ticketOf: (each: T) => Ticket): readonly T[] {
  return all
    .map((each) => ({ each, key: orderOf(ticketOf(each)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ each }) => each);
}

function orderOf({ nextPromiseAt, submittedAt, id }: Ticket): string {
  return `${nextPromiseAt ?? last} ${submittedAt ?? last} ${id}`;
}

/** Whether a promise should have been kept by now. */
export function isOverdue(ticket: Pick<Ticket, 'state' | 'nextPromiseAt'>, now: Instant): boolean {
  return isOpen(ticket.state) && ticket.nextPromiseAt !== null && instantOf(ticket.nextPromiseAt) < now;
}
