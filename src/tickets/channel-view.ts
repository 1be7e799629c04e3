import type { Directory } from '../campus/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import type { Verb } from './commands.js';
import { informView, type InformView } from './inform-view.js';
import { mayMove } from './moves.js';
import { isOfferedWithin } from './party.js';
import type { PersonRef, Ticket } from './ticket.js';
import {
  facts,
  spoken,
  teamName,
  type CommentView,
  type Surroundings,
  type TicketFacts,
} from './ticket-facts.js';
import { saidByDuplicate, togetherView, type TogetherView } from './together-view.js';
import type { VisitTime } from './visit-times.js';
import type { WaitingReason } from './vocabulary.js';

/** What the people of the channel see, with the buttons of the manager in force. */
export interface ChannelView extends TicketFacts {
  readonly reader: 'channel';
  readonly requesterName: string;
  /** The last internal note, or word of a duplicate's requester. */
  readonly lastNote: CommentView | null;
  /** Persons to whom it can be assigned. */
  readonly colleagues: readonly PersonRef[];
  /** Other campuses to which it can be handed. */
  readonly campuses: readonly { readonly id: string; readonly name: string }[];
  /** The provider's name, where it can be handed there. */
  readonly provider: string | null;
  /** Whether another party has to accept it first: not from the help desk, which arranges tickets. */
  readonly asksOthers: boolean;
  readonly offer: OfferView | null;
  /** The next visits at its site, for one of which it can be planned. */
  readonly visits: readonly VisitTime[];
  /** The id of the open ticket of the same device that there was when this one came; null where there was none. */
  readonly sameDeviceAs: string | null;
  /** What the requester has to be told by phone, because the bot does not reach that person. */
  readonly toInform: readonly InformView[];
  readonly together: TogetherView;
  readonly can: {
    readonly claim: boolean;
    readonly resolve: boolean;
    readonly comment: boolean;
    readonly note: boolean;
    readonly release: boolean;
    /** To a colleague, or to another party. */
    readonly assign: boolean;
    /** The offer to whoever stands in; what another party is offered is answered there. */
    readonly accept: boolean;
    /** For whom it can be put on hold now; empty where it cannot. */
    readonly hold: readonly WaitingReason[];
    readonly resume: boolean;
    readonly reopen: boolean;
    readonly close: boolean;
    readonly merge: boolean;
    readonly unmerge: boolean;
    readonly split: boolean;
    readonly link: boolean;
    readonly setPriority: boolean;
  };
}

export interface OfferView {
  /** Name of the campus or the provider; null means the help desk. */
  readonly to: string | null;
  /** Who is asked to stand in for an assignee of the same party; null where another party is asked. */
  readonly standIn: string | null;
  readonly by: string;
  readonly note: string;
  readonly answerDueAt: Instant;
}

/** So many visits can be chosen; for a later one there is the date. */
const visitsOffered = 4;

/** What the channel sees of a ticket: everything, and the buttons of the manager in force in this state. */
export function channelView(ticket: Ticket, surroundings: Surroundings): ChannelView {
  const reader = readerOf(ticket);
  const may = (verb: Verb): boolean => mayMove(reader, verb, ticket.state);
  const note = ticket.history.findLast(
    ({ command: { verb } }) => verb === 'note' || verb === 'comment-of-duplicate',
  );
  const byHold: readonly WaitingReason[] = may('hold') ? ['requester', 'vendor'] : [];
  const byVisit: readonly WaitingReason[] = may('plan-visit') && ticket.state !== 'waiting' ? ['visit'] : [];
  return {
    ...facts(ticket, surroundings),
    reader: 'channel',
    requesterName: ticket.requester.name,
    lastNote: (note && saidByDuplicate(note)) ?? spoken(note, ticket),
    colleagues: colleagues(ticket, surroundings),
    campuses: surroundings.directory.campuses.filter(({ id }) => id !== ticket.handledBy?.campusId),
    provider: reader === 'provider' ? null : (surroundings.directory.provider?.name ?? null),
    asksOthers: reader !== 'dispatcher',
    offer: offerView(ticket, surroundings.directory),
    visits: byVisit.length > 0 ? visitsToChoose(ticket, surroundings) : [],
    sameDeviceAs: sameDeviceAs(ticket),
    toInform: informView(ticket),
    together: togetherView(ticket),
    can: {
      claim: may('claim'),
      resolve: may('resolve'),
      comment: may('comment'),
      note: may('note'),
      release: may('release'),
      assign: may('assign') || may('offer'),
      accept: isOfferedWithin(ticket),
      hold: [...byHold, ...byVisit],
      resume: may('resume'),
      reopen: may('reopen') && ticket.state === 'resolved',
      close: may('close'),
      merge: may('merge') && ticket.merging === null,
      unmerge: ticket.absorbed.length > 0 || (may('unmerge') && ticket.followed !== null),
      split: may('split'),
      link: may('link'),
      setPriority: may('set-priority'),
    },
  };
}

function visitsToChoose(
  { report: { siteId } }: Ticket,
  { nextVisits, now }: Surroundings,
): readonly VisitTime[] {
  return siteId === null ? [] : (nextVisits?.(siteId, now, visitsOffered) ?? []);
}

/** As whom the people of a channel press its buttons. */
function readerOf({ handledBy }: Ticket): 'dispatcher' | 'manager' | 'provider' {
  switch (handledBy?.party) {
    case 'helpdesk':
      return 'dispatcher';
    case 'provider':
      return 'provider';
    case 'campus':
    case undefined:
      return 'manager';
  }
}

/** The provider's people take what they do by themselves. */
function colleagues(ticket: Ticket, { directory, now }: Surroundings): readonly PersonRef[] {
  const handled = ticket.handledBy;
  if (!handled || handled.party === 'provider') return [];
  const people =
    handled.party === 'helpdesk' || handled.campusId === null
      ? directory.dispatchers
      : directory.colleagues(handled.campusId, now);
  return people.map(({ id, name }) => ({ id, name }));
}

function sameDeviceAs({ history }: Ticket): string | null {
  const submitted = history.find(({ command }) => command.verb === 'submit')?.command;
  return submitted?.verb === 'submit' ? (submitted.sameDeviceAs ?? null) : null;
}

function offerView(ticket: Ticket, directory: Directory): OfferView | null {
  const { offer } = ticket;
  if (!offer) return null;
  return {
    to: teamName(offer.to, directory),
    standIn: isOfferedWithin(ticket) ? (offer.to.person?.name ?? null) : null,
    by: offer.by.name,
    note: offer.note,
    answerDueAt: instantOf(offer.answerDueAt),
  };
}
