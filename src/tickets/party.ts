import type { HandledBy, Ticket } from './ticket.js';

/** A campus or the help desk: whoever handles a ticket, or is offered one. */
export type Party = Pick<HandledBy, 'party' | 'campusId'>;

/** Whether both are the same campus, or both the help desk; a draft has no party yet. */
export function isSameParty(one: Party | null, other: Party | null): boolean {
  return one?.party === other?.party && one?.campusId === other?.campusId;
}

/** Whether somebody has the ticket: from then on the requester may change the description and the room only. */
export function isTaken(ticket: Ticket): boolean {
  return (ticket.handledBy?.person ?? null) !== null;
}
