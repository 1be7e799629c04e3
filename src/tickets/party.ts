import type { Rerouting } from './commands.js';
import type { HandledBy, Ticket } from './ticket.js';

/** A campus, the help desk or the provider: whoever handles a ticket, or is offered one. */
export type Party = Pick<HandledBy, 'party' | 'campusId'>;

/** A party in one word: `campus-<id>`, `helpdesk` or `provider`. */
export function partyKey({ party, campusId }: Party): string {
  return party === 'campus' ? `campus-${campusId ?? ''}` : party;
}

/** Whether both are the same campus, both the help desk or both the provider; a draft has no party yet. */
export function isSameParty(one: Party | null, other: Party | null): boolean {
  return one?.party === other?.party && one?.campusId === other?.campusId;
}

/** Whether somebody has the ticket: from then on the requester may change the description and the room only. */
export function isTaken(ticket: Ticket): boolean {
  return (ticket.handledBy?.person ?? null) !== null;
}

/** Whether nobody has a ticket any more after the directory did this to it. */
export function takesClaim(does: Rerouting): boolean {
  return does === 'move' || does === 'free';
}

/**
 * Whether an open offer asks one person of the party that has the ticket: who stands in for an assignee who is away. The
 * card that the party has asks then; there is no other one.
 */
export function isOfferedWithin({ offer, handledBy }: Pick<Ticket, 'offer' | 'handledBy'>): boolean {
  return offer !== null && (offer.to.person ?? null) !== null && isSameParty(offer.to, handledBy);
}
