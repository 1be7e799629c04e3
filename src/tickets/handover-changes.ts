import { isoOf, offerAnswerDueAt } from '../sla/index.js';
import { checkText, type Change, type ChangeOf } from './change.js';
import { isOfferedWithin, isSameParty } from './party.js';
import type { Place, PlaceName } from './outbox.js';
import type { Ticket } from './ticket.js';

/**
 * Inside one's campus, or by a dispatcher, at once; every other hand-over is an offer. A party that gets it without a
 * person has it as new: its manager in force is called, and somebody there claims it.
 */
export const assign: ChangeOf<'assign'> = (ticket, { handledBy, note = '' }, { actor }) => {
  const problem = checkText(note, { required: false });
  if (problem) return problem;
  const stays = isSameParty(handledBy, ticket.handledBy);
  const mayMoveOut =
    actor.kind === 'person' && (actor.role === 'dispatcher' || actor.role === 'administrator');
  if (!stays && !mayMoveOut) return { code: 'not-allowed', verb: 'assign' };
  const answered = isOfferedWithin(ticket) ? { offer: null } : {};
  const patch = { ...stateAfterAssign(ticket, handledBy.person !== null), handledBy, ...answered };
  const change = stays ? { patch } : movedCard(ticket, { ...patch, offer: null });
  const toSelf = actor.kind === 'person' && actor.id === handledBy.person?.id;
  return { ...change, calls: toSelf ? [] : [{ to: 'channel', about: 'assigned' }] };
};

/** The giver stays responsible and the clock runs on until the offer is accepted. */
export const offer: ChangeOf<'offer'> = (ticket, { to, note }, { actor, now, rules }) => {
  if (actor.kind !== 'person' || isSameParty(to, ticket.handledBy)) return { code: 'nobody-to-offer-to' };
  const problem = checkText(note, { required: false });
  if (problem) return problem;
  const replaced = formerly(ticket.places, 'offer');
  return {
    patch: {
      places: replaced.places,
      offer: {
        to,
        by: { id: actor.id, name: actor.name },
        at: isoOf(now),
        note,
        answerDueAt: isoOf(offerAnswerDueAt(now, rules)),
        reminded: false,
      },
    },
    shows: ['requester', 'channel', 'offer', ...replaced.names],
  };
};

/** The offered card becomes the ticket's card; the giver's reads "moved to …". Within a party the card stays where it is. */
export const accept: ChangeOf<'accept'> = (ticket, { handledBy }) => {
  if (!ticket.offer) return { code: 'nobody-to-offer-to' };
  const state = ticket.state === 'new' ? 'claimed' : ticket.state;
  if (isOfferedWithin(ticket)) return { patch: { state, handledBy, offer: null } };
  const moved = formerly(ticket.places, 'channel');
  return {
    patch: {
      state,
      handledBy,
      offer: null,
      places: moved.places.map((place) => (place.name === 'offer' ? { ...place, name: 'channel' } : place)),
    },
    shows: ['requester', 'channel', ...moved.names],
  };
};

/** The giver is told; where that person is away, the help desk, which finds somebody. */
export const decline: ChangeOf<'decline'> = (ticket, { note }) => {
  if (!ticket.offer) return { code: 'nobody-to-offer-to' };
  const { patch, shows } = withoutOffer(ticket, {});
  const to = isOfferedWithin(ticket) && ticket.handledBy?.party !== 'helpdesk' ? 'helpdesk' : 'channel';
  return (
    checkText(note, { required: false }) ?? {
      patch,
      calls: [{ to, about: 'offer-declined' }],
      shows,
    }
  );
};

/** A change that ends an open offer, if there is one; the card that asked for an answer is brought up to date, too. */
export function withoutOffer(
  ticket: Ticket,
  patch: Partial<Ticket>,
): Pick<Change, 'patch'> & Required<Pick<Change, 'shows'>> {
  const offered = formerly(ticket.places, 'offer');
  return {
    patch: { ...patch, offer: null, places: offered.places },
    shows: ['requester', 'channel', ...offered.names],
  };
}

/** A change after which the ticket belongs to another channel: a new card there, and the old one says where it went. */
export function movedCard(ticket: Ticket, patch: Partial<Ticket>): Change {
  const offered = formerly(ticket.places, 'offer');
  const moved = formerly(offered.places, 'channel');
  return {
    patch: { ...patch, places: moved.places },
    shows: ['requester', 'channel', ...offered.names, ...moved.names],
  };
}

/** What waits goes on waiting for a person; a party begins anew, as after a release. */
function stateAfterAssign({ state }: Ticket, toPerson: boolean): Partial<Ticket> {
  if (!toPerson) return { state: 'new', waitingFor: null, waitingUntil: null, visit: null };
  return { state: state === 'new' ? 'claimed' : state };
}

/** Renames the card at `name`, if there is one, to the next `former-…`. */
export function formerly(
  places: readonly Place[],
  name: PlaceName,
): { readonly places: readonly Place[]; readonly names: readonly PlaceName[] } {
  if (!places.some((place) => place.name === name)) return { places, names: [] };
  const former: PlaceName = `former-${places.filter((place) => place.name.startsWith('former-')).length + 1}`;
  const asked = name === 'offer' ? { wasOffer: true } : {};
  return {
    places: places.map((place) => (place.name === name ? { ...place, name: former, ...asked } : place)),
    names: [former],
  };
}
