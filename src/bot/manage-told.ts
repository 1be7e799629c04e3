import { find } from '../store/index.js';
import { formatTicketId, type Ticket, type TicketRequest } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** What has become of a command that arranges a ticket, and the ticket as it is then. */
export interface Arranged {
  readonly ticket: Ticket;
  /** Null where the card says all. */
  readonly told: string | null;
  readonly isRefused?: boolean;
}

/** Another ticket answers within a moment; whoever pressed waits no longer than this for it. */
const looks = 8;
const pauseWallMilliseconds = 150;

/** Waits a moment for what other tickets have to say, and puts into words what was done, with which ticket. */
export async function arranged(
  turn: Turn,
  parts: BotParts,
  ticket: Ticket,
  request: TicketRequest,
): Promise<Arranged> {
  const { done } = turn.t.together;
  switch (request.verb) {
    case 'merge':
      return afterMerge(turn, parts, ticket, request.into);
    case 'split': {
      const made = await lookFor(parts, async () => (await find(parts.tickets, request.ticketId))?.document);
      const id = formatTicketId(request.ticketId);
      return { ticket, told: made ? done.split(id) : done.splitting(id) };
    }
    case 'link':
      return { ticket, told: done.linked(formatTicketId(request.ticketId)) };
    case 'unlink':
      return { ticket, told: done.unlinked(formatTicketId(request.ticketId)) };
    default:
      return { ticket, told: null };
  }
}

async function afterMerge(turn: Turn, parts: BotParts, ticket: Ticket, into: string): Promise<Arranged> {
  const { done, mergeRefused } = turn.t.together;
  const id = formatTicketId(into);
  const settled = await lookFor(parts, async () => {
    const now = (await find(parts.tickets, ticket.id))?.document;
    return now?.merging ? undefined : now;
  });
  if (!settled) return { ticket, told: done.merging(id) };
  if (settled.followed) return { ticket: settled, told: done.merged(formatTicketId(settled.followed.id)) };
  const refused = settled.history.findLast(({ command }) => command.verb === 'merge-refused')?.command;
  const told = refused?.verb === 'merge-refused' ? mergeRefused(id, refused.refusal) : null;
  return { ticket: settled, told, isRefused: true };
}

async function lookFor<T>({ clock }: BotParts, look: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let left = looks; left > 0; left -= 1) {
    const found = await look();
    if (found !== undefined) return found;
    await clock.wait(pauseWallMilliseconds);
  }
  return undefined;
}
