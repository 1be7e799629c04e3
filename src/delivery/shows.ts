import type { Clock } from '../clock.js';
import type { Language } from '../i18n/index.js';
import {
  formerly,
  recordShown,
  showIntention,
  withWake,
  type ConversationKey,
  type Place,
  type ShowIntention,
  type Ticket,
} from '../tickets/index.js';
import { failureOf, type Attempt } from './attempt.js';
import type { Fact, LeasedTicket } from './leased-ticket.js';
import type { Renderer } from './renderer.js';
import { targetOf, type Candidate, type Routing } from './routing.js';
import type { Transport } from './transport.js';

export interface ShowParts {
  readonly transport: Transport;
  readonly routing: Routing;
  readonly renderer: Renderer;
  readonly clock: Clock;
  /** The language of whoever reads a personal chat; undefined where nobody is known to. */
  readonly languageIn: (chat: ConversationKey) => Promise<Language | undefined>;
}

/** A card's place says which revision it shows; this one makes every card older than its ticket. */
const showsNothingYet = -1;

/** Brings one place up to date: edits its card, or posts it where there is none or it was deleted. */
export class Shows {
  constructor(private readonly parts: ShowParts) {}

  /** @throws LeaseLost, StoreError, AbortError */
  async deliver(leased: LeasedTicket, entry: ShowIntention, signal: AbortSignal): Promise<Attempt> {
    const card = placeOf(leased.ticket, entry);
    if (!card) return this.#post(leased, entry, undefined, signal);
    if (card.shownRevision >= leased.ticket.revision) return { kind: 'done', fact: upToDate(entry) };
    const edited = await this.#edit(leased, entry, card, signal);
    const isLost = edited.kind === 'undeliverable' && edited.reason !== 'rejected';
    const canBePostedAnew = !card.name.startsWith('former-');
    return isLost && canBePostedAnew ? this.#post(leased, entry, card, signal) : edited;
  }

  async #edit(
    leased: LeasedTicket,
    entry: ShowIntention,
    card: Place,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const { transport, renderer, clock } = this.parts;
    let revision = card.shownRevision;
    const compose = async () => {
      const ticket = await leased.fresh();
      const place = placeOf(ticket, entry);
      if (!place || !isSameCard(place, card)) return null;
      revision = ticket.revision;
      return renderer.card(ticket, place, clock.now(), await this.#readerAt(place));
    };
    try {
      const sent = await transport.edit(card.conversation, card.activityId, compose, signal);
      return sent === 'not-wanted'
        ? { kind: 'look-again' }
        : { kind: 'done', fact: edited(entry, card, revision) };
    } catch (error) {
      return failureOf(error);
    }
  }

  /** Posts in the first conversation that takes it. A time-out counts as not arrived: only a card with an id can be edited. */
  async #post(
    leased: LeasedTicket,
    entry: ShowIntention,
    lost: Place | undefined,
    signal: AbortSignal,
  ): Promise<Attempt> {
    let failure: Attempt = { kind: 'undeliverable', reason: 'nowhere' };
    for (const candidate of await this.parts.routing.card(leased.ticket, entry.place)) {
      failure = await this.#postTo(candidate, leased, entry, lost, signal);
      if (failure.kind !== 'undeliverable') return failure;
    }
    return failure;
  }

  /** A new card is written down at once, so that little time is left in which a crash would double it. */
  async #postTo(
    { conversation, detour, inChat = false }: Candidate,
    leased: LeasedTicket,
    entry: ShowIntention,
    lost: Place | undefined,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const { transport, renderer, clock } = this.parts;
    const target = targetOf(leased.ticket, entry.place);
    let revision = showsNothingYet;
    const compose = async () => {
      const ticket = await leased.fresh();
      if (targetOf(ticket, entry.place) !== target || !isFree(ticket, entry, lost)) return null;
      revision = ticket.revision;
      const reader = await this.#readerAt({ conversation, inChat });
      return renderer.card(ticket, { name: entry.place, detour, inChat }, clock.now(), reader);
    };
    try {
      const sent = await transport.post(conversation, undefined, compose, signal);
      if (sent === 'not-wanted') return { kind: 'look-again' };
      const place: Place = {
        name: entry.place,
        conversation,
        ...sent,
        shownRevision: revision,
        detour,
        ...(inChat && { inChat }),
      };
      await leased.record([posted(entry, place, target, lost)]);
      return { kind: 'look-again' };
    } catch (error) {
      return failureOf(error);
    }
  }

  async #readerAt({
    conversation,
    inChat,
  }: Pick<Place, 'conversation' | 'inChat'>): Promise<Language | undefined> {
    return inChat === true ? this.parts.languageIn(conversation) : undefined;
  }
}

function placeOf(ticket: Ticket, { place }: ShowIntention): Place | undefined {
  return ticket.places.find(({ name }) => name === place);
}

function isSameCard(one: Place, other: Place): boolean {
  return (
    one.activityId === other.activityId &&
    one.conversation.conversationId === other.conversation.conversationId
  );
}

/** Whether a new card may take the place: it has none, or still the one that was lost. */
function isFree(ticket: Ticket, entry: ShowIntention, lost: Place | undefined): boolean {
  const standing = placeOf(ticket, entry);
  return standing === undefined || (lost !== undefined && isSameCard(standing, lost));
}

function upToDate(entry: ShowIntention): Fact {
  return (ticket, rules, now) => {
    const place = placeOf(ticket, entry);
    return place ? recordShown(ticket, { key: entry.key, place }, rules, now) : ticket;
  };
}

/** The card may have got another place meanwhile; that place then has an intention of its own. */
function edited(entry: ShowIntention, card: Place, revision: number): Fact {
  return (ticket, rules, now) => {
    const place = ticket.places.find((each) => isSameCard(each, card));
    if (place?.name !== card.name) return ticket;
    return recordShown(ticket, { key: entry.key, place: { ...place, shownRevision: revision } }, rules, now);
  };
}

/**
 * A card stands where there was none. If the ticket belongs to another channel by now, or somebody else posted a card
 * there, this one is a former card and shall say so; an offered card that was accepted is the ticket's card.
 */
function posted(
  entry: ShowIntention,
  place: Place,
  target: ReturnType<typeof targetOf>,
  lost: Place | undefined,
): Fact {
  return (ticket, rules, now) => {
    if (targetOf(ticket, entry.place) === target && isFree(ticket, entry, lost)) {
      return recordShown(ticket, { key: entry.key, place }, rules, now);
    }
    const becameChannel = showIntention('channel');
    if (targetOf(ticket, 'channel') === target && isFree(ticket, becameChannel, undefined)) {
      const channel: Place = { ...place, name: 'channel' };
      return recordShown(ticket, { key: becameChannel.key, place: channel }, rules, now);
    }
    const strayed = { ...place, detour: null, shownRevision: showsNothingYet };
    const others = ticket.places.filter(({ name }) => name !== place.name);
    const standing = ticket.places.filter(({ name }) => name === place.name);
    const { places, names } = formerly([...others, strayed], place.name);
    const outbox = withShows(ticket, names);
    return withWake({ ...ticket, places: [...standing, ...places], outbox }, rules, now);
  };
}

/** The ticket's card shall stand in another channel; the one that stands now shall say where it went. */
export function movedToAnotherChannel(ticket: Ticket): Ticket {
  const { places, names } = formerly(ticket.places, 'channel');
  const outdated = places.map((place) =>
    names.includes(place.name) ? { ...place, detour: null, shownRevision: showsNothingYet } : place,
  );
  return { ...ticket, places: outdated, outbox: withShows(ticket, ['channel', ...names]) };
}

function withShows(ticket: Ticket, places: readonly Place['name'][]): Ticket['outbox'] {
  const waiting = new Set(ticket.outbox.map(({ key }) => key));
  return [...ticket.outbox, ...places.map(showIntention).filter(({ key }) => !waiting.has(key))];
}
