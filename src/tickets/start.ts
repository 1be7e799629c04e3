import type { AbsorbedTicket, HistoryEntry, Ticket } from './ticket.js';

/** When its own requester began to wait: at submit, or with the report that it was a part of. Null for a draft. */
export function ownStart(history: readonly HistoryEntry[]): string | null {
  const entry = history.find(({ command }) => command.verb === 'submit');
  if (entry?.command.verb !== 'submit') return null;
  return entry.command.since ?? entry.at;
}

/** From when its clocks count with these duplicates: from whoever of all reported it first (ISO). */
export function startedAtOf(ticket: Ticket, absorbed: readonly AbsorbedTicket[]): string {
  const own = ownStart(ticket.history) ?? ticket.submittedAt ?? ticket.createdAt;
  return absorbed.reduce((first, { submittedAt }) => (submittedAt < first ? submittedAt : first), own);
}

/**
 * From when the clocks counted once this had happened, by what had become one with the ticket until then: what was frozen
 * is explained by it.
 * @param until ISO; null for what counts now
 */
export function startAsOf(ticket: Ticket, until: string | null): string | null {
  const own = ownStart(ticket.history);
  if (own === null || until === null) return ticket.submittedAt;
  const starts = new Map<string, string>();
  for (const { at, command } of ticket.history) {
    if (at > until) break;
    if (command.verb === 'absorb') starts.set(command.ticket.id, command.ticket.submittedAt);
    if (command.verb === 'expel') starts.delete(command.ticketId);
  }
  return [own, ...starts.values()].toSorted()[0] ?? own;
}
