import type { Directory } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import type { Ticket } from '../tickets/index.js';
import type { Renderer } from './renderer.js';
import type { OutgoingMessage } from './sender.js';

interface Drawn {
  readonly place: string;
  readonly at: Instant;
  readonly directory: Directory;
  readonly message: OutgoingMessage;
}

/** Times on cards are told to the minute. */
const goodForMs = 1_000;

/**
 * Draws a card once where it is wanted twice in a moment: the answer to a click is the card that the place is then
 * edited to. Cards are kept with the very version of the ticket that they show, and go with it.
 */
export function withRecentCards(renderer: Renderer, directory: () => Directory): Renderer {
  const recent = new WeakMap<Ticket, Drawn[]>();
  return {
    ...renderer,
    card(ticket, place, now, reader) {
      const wanted = {
        place: `${place.name} ${place.detour ?? ''} ${String(place.inChat ?? false)} ${reader ?? ''}`,
        directory: directory(),
      };
      const drawn = (recent.get(ticket) ?? []).filter((each) => Math.abs(now - each.at) < goodForMs);
      const found = drawn.find((each) => each.place === wanted.place && each.directory === wanted.directory);
      if (found) return found.message;
      const message = renderer.card(ticket, place, now, reader);
      recent.set(ticket, [...drawn, { ...wanted, at: now, message }]);
      return message;
    },
  };
}
