import type { HandledBy } from './ticket.js';

/** A campus or the help desk: whoever handles a ticket, or is offered one. */
export type Party = Pick<HandledBy, 'party' | 'campusId'>;

/** Whether both are the same campus, or both the help desk; a draft has no party yet. */
export function isSameParty(one: Party | null, other: Party | null): boolean {
  return one?.party === other?.party && one?.campusId === other?.campusId;
}
