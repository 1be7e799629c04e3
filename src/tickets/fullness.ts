import type { Verb } from './commands.js';
import type { Ticket } from './ticket.js';

/**
 * What people write may fill so much of a document (a store takes 2 MB). The rest is kept for bringing the ticket to
 * its end, for the clock and for delivery: whoever fills a ticket must not make it immortal.
 */
const bytesForPeople = 1_800_000;
/** Shorter histories cannot fill it, whatever their texts are made of. */
const entriesThatFit = 40;
const endings: ReadonlySet<Verb> = new Set<Verb>([
  'claim',
  'release',
  'assign',
  'accept',
  'decline',
  'resume',
  'resolve',
  'close',
  'withdraw',
  'merge',
  'unmerge',
]);

/** Whether a command with people's words would make the ticket fuller than people's words may. `ticket` is as the command leaves it. */
export function isTooFull(ticket: Ticket, verb: Verb): boolean {
  if (endings.has(verb) || ticket.history.length <= entriesThatFit) return false;
  return new TextEncoder().encode(JSON.stringify(ticket)).length > bytesForPeople;
}
