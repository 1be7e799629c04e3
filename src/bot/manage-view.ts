import { manageCard, type Card, type RelatedTicket } from '../cards/index.js';
import { namesSameThing } from '../intake/index.js';
import { find, Unreadable } from '../store/index.js';
import { channelView, likelyDuplicates, mayRead, type ChannelView, type Ticket } from '../tickets/index.js';
import { openOfSchool } from './known-reports.js';
import type { BotParts } from './parts.js';
import { surroundingsOf } from './surroundings.js';
import type { Turn } from './turn.js';

/** So many other tickets are read for one card. */
const mostRead = 25;
/** A duplicate of a duplicate of one: longer chains nobody makes. */
const longestChain = 10;

/** The card on which a ticket is arranged, with the tickets that belong to it as they are now, and those that look the same. */
export async function arrangingCard(turn: Turn, parts: BotParts, ticket: Ticket): Promise<Card> {
  const [related, ofSchool] = await Promise.all([
    relatedTo(turn, parts, ticket),
    openOfSchool(parts, ticket.report.schoolId),
  ]);
  const known = new Set(related.map((each) => each.ticket.id));
  // Whoever got one report of a school from another campus has nothing to do with the others.
  const others = ofSchool.filter((each) => !known.has(each.id) && isOpenTo(turn, parts, each));
  const likely = likelyDuplicates(ticket, others, namesSameThing);
  const view = {
    ticket: seen(turn, parts, ticket),
    related,
    likely: likely.map((each) => seen(turn, parts, each)),
  };
  return manageCard(view, turn.language);
}

/**
 * The tickets that belong together with one. What was merged is read by whoever reads the one that goes on for it; that one,
 * and what is only linked, by whoever may read it anyway. In which one it goes on the ticket says by itself.
 */
export async function relatedTo(
  turn: Turn,
  parts: BotParts,
  ticket: Ticket,
): Promise<readonly RelatedTicket[]> {
  const named: readonly (readonly [RelatedTicket['relation'], string | null | undefined])[] = [
    ['goes-on', ticket.followed?.id],
    ...ticket.absorbed.map(({ id }) => ['duplicate', id] as const),
    ['split-from', ticket.splitFrom],
    ...ticket.links.filter((id) => id !== ticket.splitFrom).map((id) => ['linked', id] as const),
  ];
  const found = await Promise.all(
    named.slice(0, mostRead).map(async ([relation, id]) => {
      const other = id ? await readable(parts, id) : null;
      return other && other.state !== 'draft' ? [{ relation, other }] : [];
    }),
  );
  return found
    .flat()
    .filter(({ relation, other }) => relation === 'duplicate' || isOpenTo(turn, parts, other))
    .map(({ relation, other }) => ({ relation, ticket: seen(turn, parts, other) }));
}

/** Null where there is none, and where it cannot be read: the ticket that is arranged goes on without it. */
async function readable({ tickets, log }: BotParts, ticketId: string): Promise<Ticket | null> {
  try {
    return (await find(tickets, ticketId))?.document ?? null;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    log.warn({ ticket: ticketId }, 'a card leaves out a ticket that cannot be read', error);
    return null;
  }
}

/** Whether this person may read the ticket as the staff do. */
function isOpenTo({ person, now }: Turn, { directory }: BotParts, ticket: Ticket): boolean {
  return mayRead(person.id, ticket, directory.current(), now) === 'staff';
}

/** The ticket of this id; where it is a duplicate, the one that goes on for it. Null where there is none. */
export async function goesOnAs(parts: BotParts, ticketId: string): Promise<Ticket | null> {
  let ticket = (await find(parts.tickets, ticketId))?.document ?? null;
  for (let hops = 0; ticket?.followed && hops < longestChain; hops += 1) {
    ticket = (await find(parts.tickets, ticket.followed.id))?.document ?? null;
  }
  return ticket === null || ticket.state === 'draft' ? null : ticket;
}

function seen(turn: Turn, parts: BotParts, ticket: Ticket): ChannelView {
  return channelView(ticket, surroundingsOf(turn, parts));
}
