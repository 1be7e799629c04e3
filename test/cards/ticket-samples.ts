import {
  channelCard,
  contactCard,
  schoolListCard,
  statusCard,
  ticketListCard,
} from '../../src/cards/index.js';
import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import type { Language } from '../../src/i18n/index.js';
import {
  channelView,
  contactView,
  requesterView,
  type RequesterView,
  type Ticket,
} from '../../src/tickets/index.js';
import {
  directory,
  knownIncident,
  manager,
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
    }),
    ...samplesOf('channel', language, {
      ...Object.fromEntries(channelCards),
      incident: channelCard(channelView(member, surroundings), language, placement),
      'same-device': channelCard(channelView(sameDevice(), surroundings), language, placement),
      ...channel,
    }),
    ...samplesOf('moved', language, moved),
    ...samplesOf('contact', language, {
      ...Object.fromEntries(contactCards),
      incident: contactOf(member, language),
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
