import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import type { Language } from '../../src/i18n/index.js';
import { callSubjects, type CallSubject } from '../../src/tickets/outbox.js';
import { directory, entry, now, rules, situations, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** The messages that call somebody to a ticket: about each subject, to the requester and to a channel. */
export function callSamples(language: Language): readonly SampleCard[] {
  const renderer = createTicketRenderer({ directory: () => directory(), rules, channelLanguage: language });
  const history = [
    ...(situations(language)['resolved']?.history ?? []),
    entry({ verb: 'plan-visit', until: '2026-11-25', note: '' }, 'staff', 30),
    entry({ verb: 'reopen', text: 'Geht wieder nicht.', assigneeInForce: true }, 'requester', 31),
    entry({ verb: 'remind', stage: 'last-visit', dueAt: '2026-11-25T08:00:00.000Z' }, 'system', 32),
  ];
  const cards = (['requester', 'channel'] as const).flatMap((to) =>
    callSubjects.map((about) => {
      const verb = new Map(Object.entries(verbs)).get(about);
      const entryId = history.find(({ command }) => command.verb === verb)?.id ?? null;
      const known = situations(language)[situationOf(about)] ?? ticket();
      const one = verb === undefined ? known : { ...known, history };
      const message = renderer.call(one, { to, told: [{ about, entryId }] }, now);
      return [`${to}-${about}`, message.card ?? {}] as const;
    }),
  );
  return samplesOf('message', language, Object.fromEntries(cards));
}

/** What a message quotes, or takes its time from. */
const verbs = {
  comment: 'comment',
  'requester-comment': 'reopen',
  visit: 'plan-visit',
  resolved: 'resolve',
  'last-visit': 'remind',
};

/** The situation in which somebody is called about this. */
function situationOf(about: CallSubject): string {
  if (about === 'closed-for-silence') return 'closed-no-reply';
  if (about === 'requester-silent') return 'waiting-reminded';
  if (about === 'resolved') return 'resolved';
  if (about === 'resolution-100') return 'resolution-overdue';
  if (about.startsWith('resolution')) return 'resolution-short';
  return about.startsWith('first-response') ? 'overdue' : 'commented';
}
