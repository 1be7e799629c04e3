import { bulkLimit } from '../bulk/index.js';
import { isAway } from '../campus/index.js';
import { bulkCard } from '../cards/index.js';
import { findAll } from '../store/index.js';
import { isOfferedWithin, type Ticket } from '../tickets/index.js';
import { orderedOnce } from './bulk-order.js';
import type { CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

/** What one person has open is little. */
const pageSize = 100;

/**
 * "Take all" under the list of what an absent colleague has: the one who stands in takes over all of it, whatever was added
 * or taken since the list was drawn. Only written down here, as every command to many tickets. Null where the button is
 * another one.
 */
export async function clickStandIn(
  turn: Turn,
  parts: BotParts,
  { verb }: CardClick,
): Promise<ClickAnswer | null> {
  if (verb !== 'absence.accept-all') return null;
  const offered = await offeredTo(turn, parts);
  if (offered.length === 0) return { text: turn.t.absences.nothingToAccept };
  const ticketIds = offered.map(({ id }) => id);
  const pressed = ['accept', offered.map(({ id, offer }) => [id, offer?.at])];
  const job = await orderedOnce(turn, parts.bulks, { command: { verb: 'accept' }, ticketIds }, pressed);
  const { timeZone } = parts.rules.calendar;
  return { card: bulkCard({ job, to: null, mention: null, now: turn.now, timeZone }, turn.language) };
}

/** Of the tickets of those who are away today, by the directory alone, what this person is asked to take over. */
async function offeredTo(
  { person, now }: Turn,
  { tickets, directory }: BotParts,
): Promise<readonly Ticket[]> {
  const current = directory.current();
  const day = current.dayOf(now);
  const away = current.people.filter((each) => isAway(each, day)).map(({ id }) => id);
  if (!current.isStaff(person.id) || away.length === 0) return [];
  const found: Ticket[] = [];
  const where = [{ field: 'open.personId', in: away }];
  for await (const { document } of findAll(tickets, { where, pageSize })) {
    if (isOfferedWithin(document) && document.offer?.to.person?.id === person.id) found.push(document);
    if (found.length === bulkLimit) break;
  }
  return found;
}
