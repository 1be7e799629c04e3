import { z } from 'zod';
import { noticeCard } from '../cards/index.js';
import { findAll } from '../store/index.js';
import { isOfferedWithin, type Ticket } from '../tickets/index.js';
import type { CardClick } from './card-click.js';
import { order } from './order.js';
import type { BotParts } from './parts.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

const asked = z.object({ target: z.string().min(1).max(120) });

/** What one person has open is little; a list of more is for the lists. */
const pageSize = 100;

/**
 * "Take all" under the list of what an absent colleague has: the one who stands in takes over all of it, whatever was added
 * or taken since the list was drawn. Null where the button is another one.
 */
export async function clickStandIn(
  turn: Turn,
  parts: BotParts,
  { verb, data }: CardClick,
): Promise<ClickAnswer | null> {
  if (verb !== 'absence.accept-all') return null;
  const said = asked.safeParse(data);
  if (!said.success) return { text: turn.t.chat.unreadable };
  const counts = { taken: 0, lost: 0 };
  for (const ticket of await offeredTo(turn.person.id, said.data.target, parts)) {
    const id = `absence.accept-all:${ticket.offer?.at ?? ''}:${turn.person.id}`;
    const outcome = await parts.desk.execute(ticket.id, order(turn, id, { verb: 'accept' }), turn.now);
    if (outcome.kind === 'accepted' || outcome.kind === 'replayed') counts.taken += 1;
    else counts.lost += 1;
  }
  const { absences: w } = turn.t;
  if (counts.taken + counts.lost === 0) return { text: w.nothingToAccept };
  const lost = counts.lost === 0 ? [] : [w.notAllAccepted(counts.lost)];
  const sentence = [w.acceptedAll(counts.taken), ...lost].join(' ');
  return { card: noticeCard(sentence, turn.language, { icon: 'resolved', tone: 'good' }) };
}

async function offeredTo(personId: string, party: string, { tickets }: BotParts): Promise<readonly Ticket[]> {
  const found: Ticket[] = [];
  const where = [{ field: 'open.party', equals: party }];
  for await (const { document } of findAll(tickets, { where, pageSize })) {
    if (isOfferedWithin(document) && document.offer?.to.person?.id === personId) found.push(document);
  }
  return found;
}
