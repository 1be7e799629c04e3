import type { Instant } from '../sla/instant.js';
import type { Call, CallIntention, Place, Ticket } from '../tickets/ticket.js';
import type { OutgoingMessage } from './sender.js';

/** Turns a ticket as it is now into what a place shows, or into the message that calls somebody to it. */
export interface Renderer {
  /** The ticket's card for one place. */
  card(ticket: Ticket, place: Pick<Place, 'name' | 'detour'>, now: Instant): OutgoingMessage;
  /** The message that tells these events to these people. */
  call(
    ticket: Ticket,
    call: { readonly to: CallIntention['to']; readonly told: Call['told'] },
    now: Instant,
  ): OutgoingMessage;
}
