import type { Log } from '../logging.js';
import { takeLease, isLeasedByOther, unclosedStates, withWake, type Ticket } from '../tickets/index.js';
import { findAll, NotFound, VersionMismatch, type Unreadable, type Versioned } from '../store/index.js';
import { isSameConversation, type ChannelTarget } from './conversation-records.js';
import type { LeaseParts } from './leased-ticket.js';
import { targetOf, type Routing } from './routing.js';
import { movedToAnotherChannel } from './shows.js';

export interface ReroutingParts extends LeaseParts {
  readonly routing: Routing;
  /** Gets each ticket whose card is to move and for which this process holds the lease. */
  readonly deliver: (written: Versioned<Ticket>) => void;
  /** Names each ticket that cannot be read, so that its card stays where it is. */
  readonly log: Pick<Log, 'warn'>;
}

const pageSize = 100;

/**
 * Moves the cards of tickets that are not closed to where they belong as channels are linked now.
 * A card that is elsewhere because the post failed moves only if its own channel was just linked (`linked`):
 * else each round would fail again and leave one more card behind.
 * @returns how many tickets got an intention
 */
export async function rerouteTickets(parts: ReroutingParts, linked?: ChannelTarget): Promise<number> {
  const where = [{ field: 'state', in: unclosedStates }];
  const onUnreadable = (error: Unreadable): void => {
    parts.log.warn({ ticketId: error.id }, 'the card of a ticket was not moved', error);
  };
  let moved = 0;
  for await (const found of findAll(parts.tickets, { where, pageSize, onUnreadable })) {
    if (await reroute(found, parts, linked)) moved += 1;
  }
  return moved;
}

async function reroute(
  found: Versioned<Ticket>,
  parts: ReroutingParts,
  linked?: ChannelTarget,
): Promise<boolean> {
  const { tickets, rules, lease, clock } = parts;
  for (let { document: ticket, version } = found; ;) {
    if (!(await isMisplaced(ticket, parts.routing, linked))) return false;
    const now = clock.now();
    const moved = movedToAnotherChannel(ticket);
    const isForeign = isLeasedByOther(ticket, lease, now);
    const wanted = isForeign ? withWake(moved, rules, now) : takeLease(moved, lease, rules, now);
    try {
      const written = await tickets.replace(wanted, version);
      if (!isForeign) parts.deliver(written);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      if (!(error instanceof VersionMismatch)) throw error;
      ({ document: ticket, version } = await tickets.get(ticket.id));
    }
  }
}

async function isMisplaced(ticket: Ticket, routing: Routing, linked?: ChannelTarget): Promise<boolean> {
  const best = await routing.bestChannel(ticket);
  if (!best) return false;
  const card = ticket.places.find(({ name }) => name === 'channel');
  if (!card) return true;
  if (card.detour === 'post-failed' && targetOf(ticket, 'channel') !== linked) return false;
  return !isSameConversation(card.conversation, best);
}
