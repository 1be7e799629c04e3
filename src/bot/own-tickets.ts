import { instantOf } from '../sla/index.js';
import { find } from '../store/index.js';
import { ticketStates, unclosedStates, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

const answerWindowWallMs = 24 * 3_600_000;
const listed = 50;

/** The person's newest tickets, drafts left out; at most 50. */
export async function ownTickets(turn: Turn, parts: BotParts): Promise<readonly Ticket[]> {
  const page = await parts.tickets.query({
    where: [
      { field: 'requester.id', equals: turn.person.id },
      { field: 'state', in: ticketStates.filter((state) => state !== 'draft') },
    ],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: listed,
  });
  return page.items.map(({ document }) => document);
}

/** One's own ticket, whatever its age; null where there is none of this id or it is not (yet) a ticket of this person. */
export async function ownTicket(turn: Turn, parts: BotParts, id: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, id))?.document;
  return ticket?.requester.id === turn.person.id && ticket.state !== 'draft' ? ticket : null;
}

/** What a new message may belong to: a question or comment that came within 24 h, or a solution. */
export type OpenTalk =
  | { readonly kind: 'answer'; readonly ticket: Ticket }
  | { readonly kind: 'still-broken'; readonly ticket: Ticket };

/** The ticket whose last word, within 24 h, was said to this person, newest first; null where there is none. */
export async function openTalk(turn: Turn, parts: BotParts): Promise<OpenTalk | null> {
  const page = await parts.tickets.query({
    where: [
      { field: 'requester.id', equals: turn.person.id },
      { field: 'state', in: unclosedStates },
    ],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: listed,
  });
  const spoken = page.items
    .map(({ document: ticket }) => ({ ticket, at: lastSaidToRequester(ticket) }))
    .filter(({ at }) => at !== null && turn.now - at < answerWindowWallMs)
    .toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  const ticket = spoken[0]?.ticket;
  if (!ticket) return null;
  return { kind: ticket.state === 'resolved' ? 'still-broken' : 'answer', ticket };
}

/** When the staff last said something to the requester that the requester has not answered; null where answered. */
function lastSaidToRequester(ticket: Ticket): number | null {
  for (const { command, actor, at } of ticket.history.toReversed()) {
    if (actor.kind === 'person' && actor.role === 'requester') return null;
    if (command.verb === 'comment' || command.verb === 'resolve') return instantOf(at);
    if (command.verb === 'hold' && command.waitingFor === 'requester') return instantOf(at);
  }
  return null;
}
