import { contactCard, noticeCard, type Card } from '../cards/index.js';
import { isSameConversation, type OutgoingMessage } from '../delivery/index.js';
import { texts } from '../i18n/index.js';
import { find } from '../store/index.js';
import { contactView, mayRead, type Place, type Reader, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { surroundingsOf } from './surroundings.js';
import type { Turn } from './turn.js';

/**
 * As whom this person reads a ticket where they read just now; null where they may not. Who reported it reads their own
 * card in their chat, also where they work on it.
 */
export function readerHere({ person, now, incoming }: Turn, parts: BotParts, ticket: Ticket): Reader | null {
  const reader = mayRead(person.id, ticket, parts.directory.current(), now);
  const isOwnInChat = ticket.requester.id === person.id && incoming.conversation.kind !== 'channel';
  return reader !== null && isOwnInChat ? 'requester' : reader;
}

/** Whether there is no such ticket for this person: nobody finds out by trying ids. A card that stands there is seen anyway. */
export function isHidden(turn: Turn, parts: BotParts, ticket: Ticket): boolean {
  if (readerHere(turn, parts, ticket) !== null) return false;
  const isDraft = ticket.state === 'draft';
  if (!isDraft && placeClicked(turn, ticket)) return false;
  return isDraft || !parts.directory.current().isStaff(turn.person.id);
}

/** The ticket of this id, whatever its age, drafts left out; null where there is none, or none for this person. */
export async function readableTicket(turn: Turn, parts: BotParts, id: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, id))?.document;
  return ticket && ticket.state !== 'draft' && readerHere(turn, parts, ticket) !== null ? ticket : null;
}

/** The card of the ticket that was clicked, or under which was written. */
export function placeClicked({ incoming }: Turn, ticket: Ticket): Place | undefined {
  const { cardActivityId, threadRoot, conversation } = incoming;
  return ticket.places.find(
    (place) =>
      isSameConversation(place.conversation, conversation) &&
      (place.activityId === cardActivityId || place.activityId === threadRoot),
  );
}

/** The ticket as this person may see it here; null where they may not. */
export function shownTo(turn: Turn, parts: BotParts, ticket: Ticket): OutgoingMessage | null {
  const { renderer } = parts;
  const inChat = turn.incoming.conversation.kind !== 'channel';
  switch (readerHere(turn, parts, ticket)) {
    case 'requester':
      return renderer.card(ticket, { name: 'requester', detour: null }, turn.now);
    case 'staff':
      return renderer.card(ticket, { name: 'channel', detour: null, inChat }, turn.now, turn.language);
    case 'contact':
      return forContact(turn, parts, ticket);
    case null:
      return null;
  }
}

/** What is left to say to somebody who may not see any more what they have just changed. */
export function doneCard({ t, language }: Turn): Card {
  return noticeCard(t.school.done, language);
}

function forContact(turn: Turn, parts: BotParts, ticket: Ticket): OutgoingMessage {
  const { language } = turn;
  const view = contactView(ticket, surroundingsOf(turn, parts));
  const { summaries } = texts(language).cards;
  return {
    summary: summaries.status(texts(language).vocabulary.states[view.state], view.title),
    card: contactCard(view, language),
  };
}
