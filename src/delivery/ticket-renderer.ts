import type { Directory } from '../campus/index.js';
import {
  channelCard,
  excerpt,
  messageCard,
  movedCard,
  offerEndedCard,
  plainLine,
  stateWord,
  statusCard,
  type Card,
  type Mention,
} from '../cards/index.js';
import { channelLanguage, texts, type Language } from '../i18n/index.js';
import type { Instant } from '../sla/index.js';
import {
  type Place,
  type Ticket,
  channelView,
  isUrgent,
  requesterView,
  type CallSubject,
  type ChannelView,
  type NextVisits,
  type Rules,
  type Surroundings,
} from '../tickets/index.js';
import { callLook, eventOf, isReminder } from './call-events.js';
import { mentionsFor, personInForce } from './mentions.js';
import type { Renderer } from './renderer.js';
import type { OutgoingMessage } from './sender.js';

export interface TicketRendererOptions {
  /** The directory as it is now. */
  readonly directory: () => Directory;
  /** What promises are measured by; times are shown in its zone. */
  readonly rules: Rules;
  /** Where a client finds a photo without a login; photos are only counted where this is missing or says null. */
  readonly photoUrl?: (id: string) => string | null;
  /** The title of a self-help article in a language; null where it is not known any more. */
  readonly articleTitle?: (id: string, language: Language) => string | null;
  /** When somebody comes to a site; cards say nothing of it where this is missing. */
  readonly nextVisits?: NextVisits;
  /** The language of all channels; German unless told. */
  readonly channelLanguage?: Language;
}

/**
 * Draws tickets for their readers: the requester in their own language, channels in the channels' language.
 * A new urgent ticket mentions the manager in force on the card itself, so that one post is enough.
 */
export function createTicketRenderer(options: TicketRendererOptions): Renderer {
  const language = options.channelLanguage ?? channelLanguage;
  const { articleTitle } = options;
  const surroundings = (now: Instant, reading = language): Surroundings => ({
    directory: options.directory(),
    now,
    rules: options.rules,
    ...(options.photoUrl && { photoUrl: options.photoUrl }),
    ...(options.nextVisits && { nextVisits: options.nextVisits }),
    ...(articleTitle && { articleTitle: (id: string) => articleTitle(id, reading) }),
  });
  return {
    card(ticket, place, now, reader) {
      if (place.name === 'requester')
        return requesterMessage(ticket, surroundings(now, ticket.requester.language));
      if (place.name === 'channel' || place.name === 'offer') {
        const spoken = place.inChat === true ? (reader ?? language) : language;
        return channelMessage(ticket, place, surroundings(now, spoken), spoken);
      }
      return place.wasOffer === true
        ? offerEndedMessage(ticket, surroundings(now), language)
        : movedMessage(ticket, surroundings(now), language);
    },
    call: (ticket, call, now) => callMessage(ticket, call, surroundings(now), language),
  };
}

function requesterMessage(ticket: Ticket, surroundings: Surroundings): OutgoingMessage {
  const { language } = ticket.requester;
  const view = requesterView(ticket, surroundings);
  const t = texts(language);
  const summary = t.cards.summaries.status(stateWord(view, t), oneLine(view.title));
  return { summary, card: statusCard(view, language) };
}

function channelMessage(
  ticket: Ticket,
  place: Parameters<Renderer['card']>[1],
  surroundings: Surroundings,
  language: Language,
): OutgoingMessage {
  const view = channelView(ticket, surroundings);
  const mentions = place.detour === null ? cardMentions(ticket, place.name, surroundings) : [];
  const as = place.name === 'offer' ? 'offer' : 'channel';
  const card = channelCard(view, language, {
    as,
    detour: place.detour,
    mentions,
    hasThread: place.inChat !== true,
  });
  const { summaries } = texts(language).cards;
  if (as === 'offer') return message(summaries.offer(oneLine(view.title)), card, mentions);
  const t = texts(language);
  const summary =
    view.state === 'new'
      ? summaries.new(newLine(view, language))
      : summaries.status(stateWord(view, t), oneLine(view.title));
  return message(summary, card, mentions);
}

/** For a notification: what is broken, where, who is affected, and until when somebody is to answer. */
function newLine(view: ChannelView, language: Language): string {
  const t = texts(language);
  const { promise } = view;
  const due = promise?.of === 'first-response' && promise.urgency !== 'overdue' ? promise.dueAt : null;
  const parts = [
    oneLine(view.title),
    view.room === null ? '' : oneLine(view.room),
    view.scope === null || view.scope === 'one' ? '' : t.vocabulary.scopes[view.scope],
    due === null ? '' : t.times.until(due, view.now, view.timeZone),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/**
 * Whom a card calls by itself, so that one post is enough: an urgent ticket that was just submitted, or has come with its
 * school, the manager in force, one that is offered the manager who is asked.
 */
function cardMentions(ticket: Ticket, place: Place['name'], surroundings: Surroundings): readonly Mention[] {
  if (place === 'offer') return personInForce(ticket.offer?.to.campusId ?? null, surroundings);
  const last = ticket.history.at(-1)?.command;
  const isNewHere = last?.verb === 'submit' || (last?.verb === 'reroute' && last.does === 'move');
  if (!isUrgent(ticket.priority) || !isNewHere) return [];
  return personInForce(ticket.handledBy?.campusId ?? null, surroundings);
}

function movedMessage(ticket: Ticket, surroundings: Surroundings, language: Language): OutgoingMessage {
  const t = texts(language);
  const view = channelView(ticket, surroundings);
  const isInOwnChannel = ticket.places.find(({ name }) => name === 'channel')?.detour === null;
  const summary = t.cards.summaries.moved(oneLine(view.title));
  return { summary, card: movedCard(view, isInOwnChannel, language) };
}

/** Read by those who were asked, in a channel to which nothing has moved. */
function offerEndedMessage(ticket: Ticket, surroundings: Surroundings, language: Language): OutgoingMessage {
  const view = channelView(ticket, surroundings);
  const answered = ticket.history.findLast(({ command }) => offerVerbs.has(command.verb));
  const card = offerEndedCard(view, answered?.command.verb === 'decline', language);
  return { summary: texts(language).cards.summaries.offerEnded(oneLine(view.title)), card };
}

/** What begins or ends that somebody is asked. */
const offerVerbs: ReadonlySet<string> = new Set([
  'offer',
  'accept',
  'decline',
  'assign',
  'reroute',
  'resolve',
]);

function callMessage(
  ticket: Ticket,
  { to, told }: Parameters<Renderer['call']>[1],
  surroundings: Surroundings,
  channelLanguage: Language,
): OutgoingMessage {
  const reader = to === 'requester' ? 'requester' : 'channel';
  const language = reader === 'requester' ? ticket.requester.language : channelLanguage;
  const t = texts(language);
  const events = told.map((event) => eventOf(ticket, event, reader, surroundings, language));
  const last = told.at(-1)?.about ?? 'comment';
  const mentions = mentionsFor(ticket, to, told, surroundings);
  const subjects = new Set(told.map(({ about }) => about));
  const requester = requesterView(ticket, surroundings);
  const channel = channelView(ticket, surroundings);
  const ended = subjects.has('resolved') || subjects.has('closed-for-silence');
  const asks = reader === 'requester' && ended && requester.can.reopen;
  const card = messageCard(
    reader === 'requester' ? requester : channel,
    {
      ...callLook(last),
      word: t.calls.words[last],
      events,
      question: asks ? t.calls.stillBroken : '',
      mentions,
      reader,
      answers: reader === 'requester' || !isReminder(last),
      can: {
        claim: reader === 'channel' && isReminder(last) && channel.can.claim,
        comment:
          (reader === 'requester' ? requester : channel).can.comment && answerable(subjects, reader) && !asks,
        reopen: asks,
        rate: asks && requester.can.rate,
      },
    },
    language,
  );
  const quote = events.at(-1)?.quote ?? '';
  const detail = quote === '' ? oneLine(requester.title) : `${oneLine(requester.title)} – ${oneLine(quote)}`;
  return message(t.calls.summary(t.calls.words[last], detail), card, mentions);
}

/** What asks for a word in return, so that the form stands right below. */
const toRequester: readonly CallSubject[] = ['comment', 'visit', 'requester-silent'];
const toChannel: readonly CallSubject[] = [
  'requester-comment',
  'reopened',
  'exam-now',
  'next-update',
  'waiting-over',
];

function answerable(subjects: ReadonlySet<string>, reader: 'requester' | 'channel'): boolean {
  return reader === 'requester'
    ? toRequester.some((about) => subjects.has(about))
    : toChannel.some((about) => subjects.has(about));
}

function message(summary: string, card: Card, mentions: readonly Mention[] = []): OutgoingMessage {
  return { summary, card, ...(mentions.length > 0 && { mentions }) };
}

/** User text for a notification: one short line that is no markup. */
function oneLine(text: string): string {
  return plainLine(excerpt(text.replace(/\s+/gu, ' ').trim(), 80));
}
