import type { AskedTicket } from '../cards/index.js';
import type { Ticket } from '../tickets/index.js';

/** A ticket or draft as a question names it, so that the button knows which one was meant and how old the card is. */
export function askedTicket({ id, revision, report: { title } }: Ticket): AskedTicket {
  return { id, revision, title };
}
