import {
  channelCard,
  contactCard,
  movedCard,
  offerEndedCard,
  schoolListCard,
  statusCard,
  ticketListCard,
} from '../../src/cards/index.js';
import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import type { Language } from '../../src/i18n/index.js';
import { isoOf } from '../../src/sla/index.js';
import {
  channelView,
  contactView,
  plannedVisit,
  requesterView,
  type RequesterView,
  type Ticket,
} from '../../src/tickets/index.js';
import {
  deputy,
  directory,
  knownIncident,
  manager,
  nextVisits,
  now,
  report,
  rules,
  situations,
  submitted,
  surroundings,
  ticket,
} from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const onePage = { verb: 'school.page', pages: [], next: null } as const;
const placement = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;

/** A ticket's cards in each situation: the requester's, the channel's, what stays elsewhere, and the list of them. */
export function ticketSamples(language: Language): readonly SampleCard[] {
  const all = Object.entries(situations(language));
  const { status, channel, moved } = byDelivery(language);
  const member = ticket({ incident: knownIncident }, language);
  const statusCards = all.map(([name, one]) => [name, statusOf(one, language)] as const);
  const channelCards = all.map(([name, one]) => {
    const detour = name === 'new-calm' ? 'not-linked' : null;
    const mentions = name === 'new' ? [{ id: 'id-manager', name: manager.name }] : [];
    const card = channelCard(channelView(one, surroundings), language, { ...placement, detour, mentions });
    return [name, card] as const;
  });
  const views = all.map(([, one]) => requesterView(one, surroundings));
  const contactCards = all.map(([name, one]) => [name, contactOf(one, language)] as const);
  return [
    ...samplesOf('status', language, {
      ...Object.fromEntries(statusCards),
      incident: statusOf(member, language),
      ...status,
      'waiting-planned': statusOf(planned(language), language),
      'waiting-vendor-open-end': statusOf(openEnd(language), language),
    }),
    ...samplesOf('channel', language, {
      ...Object.fromEntries(channelCards),
      incident: channelCard(channelView(member, surroundings), language, placement),
      'same-device': channelCard(channelView(sameDevice(), surroundings), language, placement),
      ...channel,
      ...onChannel(language),
    }),
    ...samplesOf('moved', language, { ...moved, ...movedCards(language) }),
    ...samplesOf('contact', language, {
      ...Object.fromEntries(contactCards),
      incident: contactOf(member, language),
      'waiting-planned': contactOf(planned(language), language),
      'waiting-vendor-open-end': contactOf(openEnd(language), language),
    }),
    ...samplesOf('ticket-list', language, {
      full: ticketListCard(views, language),
      empty: ticketListCard([], language),
      page: ticketListCard(views.slice(0, 10), language, {
        verb: 'own.page',
        pages: ['x'.repeat(80)],
        next: 'y'.repeat(80),
      }),
      'of-a-school': schoolListCard(views.slice(0, 3), onePage, language),
      'of-many-schools': schoolListCard(ofSeveralSchools(views), { ...onePage, next: 'x' }, language),
      'of-a-school-empty': schoolListCard([], onePage, language),
    }),
  ];
}

function statusOf(one: Ticket, language: Language) {
  return statusCard(requesterView(one, surroundings), language);
}

function contactOf(one: Ticket, language: Language) {
  return contactCard(contactView(one, surroundings), language);
}

/** It waits for a visit of the rota, from when to when is known. */
function planned(language: Language): Ticket {
  const [visit] = nextVisits('site-main', now, 1);
  return ticket(
    {
      ...situations(language)['waiting-visit'],
      ...(visit && { visit: plannedVisit(visit), waitingUntil: isoOf(visit.from) }),
    },
    language,
  );
}

/** It waits for the supplier, and nobody knows until when. */
function openEnd(language: Language): Ticket {
  return ticket({ ...situations(language)['waiting-vendor'], waitingUntil: null }, language);
}

/** What the channel's card says beside: offers to others, and where and why it stands. */
function onChannel(language: Language) {
  const { offered = ticket(), helpdesk = ticket() } = situations(language);
  const draw = (one: Ticket, placed: Partial<Parameters<typeof channelCard>[2]> = {}) =>
    channelCard(channelView(one, surroundings), language, { ...placement, ...placed });
  const offer = offered.offer;
  const standIn = { id: deputy.id, name: deputy.name };
  const toDeputy = { party: 'campus', campusId: 'campus-7', person: standIn } as const;
  const late = '2026-11-24T07:40:00.000Z';
  return {
    'waiting-planned': draw(planned(language)),
    'waiting-vendor-open-end': draw(openEnd(language)),
    'asked-to-stand-in': draw({ ...offered, offer: offer && { ...offer, to: toDeputy, note: '' } }),
    'offered-to-helpdesk': draw({
      ...offered,
      offer: offer && { ...offer, to: { party: 'helpdesk', campusId: null } },
    }),
    'offer-late': draw({ ...offered, offer: offer && { ...offer, answerDueAt: late } }, { as: 'offer' }),
    'offer-gone': draw(ticket({}, language), { as: 'offer' }),
    'post-failed': draw(ticket({}, language), { detour: 'post-failed' }),
    'in-chat': draw(helpdesk, { hasThread: false }),
  };
}

function movedCards(language: Language) {
  const { helpdesk = ticket(), new: one = ticket() } = situations(language);
  const draw = (moved: Ticket) => movedCard(channelView(moved, surroundings), true, language);
  return {
    'to-campus': draw(one),
    'to-helpdesk': draw(helpdesk),
    'offer-declined': offerEndedCard(channelView(one, surroundings), true, language),
    'offer-ended': offerEndedCard(channelView(helpdesk, surroundings), false, language),
  };
}

function ofSeveralSchools(views: readonly RequesterView[]): readonly RequesterView[] {
  return views.map((view, index) => (index === 0 ? { ...view, school: 'Abend-Realschule' } : view));
}

/** The same cards as delivery draws them, with the deputy in force. */
function byDelivery(language: Language) {
  const renderer = createTicketRenderer({
    directory: () => directory({ absent: true }),
    rules,
    channelLanguage: language,
  });
  const draw = (name: 'offer' | 'former-1' | 'requester' | 'channel', one = ticket({}, language)) =>
    renderer.card(one, { name, detour: null }, now).card ?? {};
  return {
    status: { 'with-deputy': draw('requester') },
    channel: {
      'with-deputy': draw('channel'),
      'asked-to-take': draw('offer', situations(language)['offered']),
    },
    moved: { away: draw('former-1') },
  };
}

function sameDevice(): Ticket {
  const one = ticket();
  if (!one.handledBy) return one;
  const sent = {
    verb: 'submit',
    report,
    handledBy: one.handledBy,
    card: null,
    sameDeviceAs: 'Q2W3E4',
  } as const;
  return { ...one, history: [{ ...submitted, command: sent }] };
}
