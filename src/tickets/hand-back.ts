import type { Instant } from '../sla/index.js';
import type { Rules } from './rules.js';
import type { CallIntention, Ticket } from './ticket.js';
import { withWake } from './wake.js';

/**
 * What passes between a ticket and its channel's own document. Bookkeeping, as what delivery writes: no history entry,
 * never refused, and it can be applied again to a newer version of the ticket.
 */

/** The channel's document took it over, and says it or hands it back. */
export function tellTaken(ticket: Ticket, key: string, rules: Rules, now: Instant): Ticket {
  const outbox = ticket.outbox.filter((entry) => entry.kind !== 'tell' || entry.key !== key);
  return outbox.length === ticket.outbox.length ? ticket : withWake({ ...ticket, outbox }, rules, now);
}

/**
 * It stayed alone in its channel, so that it becomes a message under the ticket's own card. The same ticket where the
 * call is in the outbox or was told already; a tell that is still there goes with it, since that was taken over.
 */
export function handBack(ticket: Ticket, call: CallIntention, rules: Rules, now: Instant): Ticket {
  const isWaiting = ticket.outbox.some(({ kind, key }) => kind === 'call' && key === call.key);
  if (isWaiting || wasTold(ticket, call)) return tellTaken(ticket, call.key, rules, now);
  const outbox = ticket.outbox.filter(({ key }) => key !== call.key);
  return withWake({ ...ticket, outbox: [...outbox, call] }, rules, now);
}

function wasTold(ticket: Ticket, { to, about, entryId }: CallIntention): boolean {
  const told = to === 'helpdesk' ? [] : (ticket.calls[to]?.told ?? []);
  return told.some((each) => each.about === about && each.entryId === entryId);
}
