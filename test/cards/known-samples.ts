import { channelCard, draftCard, noExtras, statusCard, type DraftExtras } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import { channelView, draftView, requesterView } from '../../src/tickets/index.js';
import { directory, report, submitted, surroundings, ticket } from './fixtures.js';
import type { SampleCard } from './samples.js';

const incident = {
  id: 'network:100001:2026-11-24:1',
  title: 'WLAN im Neubau gestört',
  status: 'Ein Techniker ist unterwegs.',
  statusAt: '2026-11-24T07:40:00.000Z',
};

/** Drafts of which something is known already, and the cards of a ticket that is a part of an incident. */
export function knownCards(language: Language): readonly SampleCard[] {
  const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [] }, language);
  const known = { ticketId: 'Q2W3E4', title: report.title, room: '204', state: 'claimed' } as const;
  const extras: Readonly<Record<string, Partial<DraftExtras>>> = {
    incident: { incident },
    own: { duplicate: { ...known, relation: 'own' } },
    device: { duplicate: { ...known, relation: 'device' } },
    school: {
      known: [
        { ...known, relation: 'school' },
        { ...known, room: null, state: 'new', relation: 'school' },
      ],
    },
  };
  const member = ticket({ incident }, language);
  const plain = ticket({}, language);
  const handledBy = plain.handledBy;
  const sent = handledBy && {
    verb: 'submit' as const,
    report,
    handledBy,
    card: null,
    sameDeviceAs: 'Q2W3E4',
  };
  const sameDevice = { ...plain, history: sent ? [{ ...submitted, command: sent }] : [] };
  const as = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;
  return [
    ...Object.entries(extras).map(([name, more]) => ({
      name: `draft-known-${name}-${language}`,
      language,
      card: draftCard(draftView(draft, directory()), language, { ...noExtras, ...more }),
    })),
    {
      name: `status-incident-${language}`,
      language,
      card: statusCard(requesterView(member, surroundings), language),
    },
    {
      name: `channel-incident-${language}`,
      language,
      card: channelCard(channelView(member, surroundings), language, as),
    },
    {
      name: `channel-same-device-${language}`,
      language,
      card: channelCard(channelView(sameDevice, surroundings), language, as),
    },
  ];
}
