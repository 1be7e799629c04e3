import type { Language } from '../i18n/index.js';
import type { Instant } from '../sla/index.js';
import type { Call, CallIntention, Place, Ticket } from '../tickets/index.js';
import type { OutgoingMessage } from './sender.js';

/** Turns an intention of the outbox into what people see, from the ticket as it is now. */
export interface Renderer {
  /**
   * The card that shows the ticket at a place: to its requester in that person's language, in a channel in the channels'
   * language, to staff in their own chat in the `reader`'s.
   */
  card(
    ticket: Ticket,
    place: Pick<Place, 'name' | 'detour' | 'inChat' | 'wasOffer'>,
    now: Instant,
    reader?: Language,
  ): OutgoingMessage;
  /** The message that calls somebody; several events that came within 60 s make one message. */
  call(
    ticket: Ticket,
    call: { readonly to: CallIntention['to']; readonly told: Call['told'] },
    now: Instant,
  ): OutgoingMessage;
}
