import type { Instant } from '../sla/index.js';
import type { Rules } from './rules.js';
import type { CallIntention } from './outbox.js';
import type { Ticket } from './ticket.js';
import { withWake } from './wake.js';

/**
 * What passes between a ticket and its channel's own document. Bookkeeping, as what delivery writes: no history entry,
 * never refused, and it can be applied again to a newer version of the ticket.
 */

/** More than can be handed back before a process that died is noticed. */
const rememberedKeys = 20;

/** The channel's document took it over, and says it or hands it back. */
export function tellTaken(ticket: Ticket, key: string, rules: Rules, now: Instant): Ticket {
  const outbox = ticket.outbox.filter((entry) => entry.kind !== 'tell' || entry.key !== key);
  return outbox.length === ticket.outbox.length ? ticket : withWake({ ...ticket, outbox }, rules, now);
}

/**
 * It stayed alone in its channel, so that it becomes a message under the ticket's own card; once, whatever has become of
 * that message meanwhile. A tell that is still there goes with it, since that was taken over.
 */
export function handBack(ticket: Ticket, call: CallIntention, rules: Rules, now: Instant): Ticket {
  const known = ticket.handedBack ?? [];
  if (known.includes(call.key)) return tellTaken(ticket, call.key, rules, now);
  const outbox = [...ticket.outbox.filter(({ key }) => key !== call.key), call];
  const handedBack = [...known, call.key].slice(-rememberedKeys);
  return withWake({ ...ticket, outbox, handedBack }, rules, now);
}
