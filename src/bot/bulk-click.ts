import { bulkLimit, targetName, type BulkJob } from '../bulk/index.js';
import { bulkCard, withWayBack, type ListTarget } from '../cards/index.js';
import { listedIds } from '../tickets/index.js';
import { mayBulk, mayClose } from './bulk-choices.js';
import { readBulk, type BulkSaid } from './bulk-forms.js';
import { orderedOnce } from './bulk-order.js';
import type { CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

/**
 * Handles a command to many tickets of a list. Null where the button is none. It is only written down here, so that the
 * answer comes at once; each ticket is asked later whether this person may.
 */
export async function clickBulk(turn: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer | null> {
  if (!click.verb.startsWith('bulk.')) return null;
  const { lists, chat } = turn.t;
  const said = readBulk(click);
  if (said === null) return { text: chat.unreadable };
  if (!mayBulk(turn, parts)) return { text: lists.bulk.notAllowed };
  if ('wrong' in said) return { text: lists.errors[said.wrong] };
  if (said.command.verb === 'close' && !mayClose(turn, parts)) return { text: lists.bulk.closeNotAllowed };
  const ticketIds = await meantIds(turn, parts, said);
  if (ticketIds.length === 0) return { text: lists.errors.tickets };
  const { command, drawn, all, target } = said;
  const pressed = [drawn, command, all ? target : ticketIds];
  const job = await orderedOnce(turn, parts.bulks, { command, ticketIds }, pressed);
  return { card: orderedCard(job, target, turn, parts) };
}

/** Those that were chosen, or all that the list holds now. */
async function meantIds(
  { person, now }: Turn,
  { tickets, directory }: BotParts,
  { all, ticketIds, target }: BulkSaid,
): Promise<readonly string[]> {
  if (!all || !('filter' in target)) return ticketIds;
  const list = { tickets, directory: directory.current(), now };
  return listedIds(list, person.id, { filter: target.filter, most: bulkLimit });
}

function orderedCard(
  job: BulkJob,
  target: ListTarget,
  { now, language }: Turn,
  { directory, rules }: BotParts,
): ReturnType<typeof bulkCard> {
  const to = targetName(job.command, directory.current());
  const { timeZone } = rules.calendar;
  return withWayBack(bulkCard({ job, to, mention: null, now, timeZone }, language), target, language);
}
