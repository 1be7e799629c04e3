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
