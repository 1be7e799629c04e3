import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import type { Language } from '../../src/i18n/index.js';
import { callSubjects, type CallSubject } from '../../src/tickets/outbox.js';
import {
  claim,
  deputy,
  directory,
  entry,
  handledByCampus,
  manager,
  now,
  prioritySet,
  report,
  rules,
  situations,
  ticket,
} from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** The messages that call somebody to a ticket: about each subject, to the requester and to a channel. */
export function callSamples(language: Language): readonly SampleCard[] {
  const draw = (absent: boolean) =>
    createTicketRenderer({ directory: () => directory({ absent }), rules, channelLanguage: language });
  const renderer = draw(false);
  const history = [
    ...(situations(language)['resolved']?.history ?? []),
    entry({ verb: 'plan-visit', until: '2026-11-25', note: '' }, 'staff', 30),
    entry({ verb: 'reopen', text: 'Geht wieder nicht.', assigneeInForce: true }, 'requester', 31),
    entry({ verb: 'remind', stage: 'last-visit', dueAt: '2026-11-25T08:00:00.000Z' }, 'system', 32),
    entry({ verb: 'escalate', text: 'Um 10 Uhr beginnt die Prüfung.' }, 'requester', 33),
    entry({ verb: 'withdraw', text: 'Es geht wieder.' }, 'requester', 34),
    entry({ verb: 'offer', to: { party: 'campus', campusId: 'campus-8' }, note: handOver }, 'staff', 35),
    entry({ verb: 'decline', note: 'Das Gebäude gehört zu Campus 7.' }, 'staff', 36),
    entry({ verb: 'assign', handledBy: handledByCampus, note: handOver }, 'staff', 37),
    entry({ verb: 'merge-refused', into: 'Q2W3E4', refusal: 'other-party' }, 'system', 38),
    entry(
      { verb: 'order-refused', order: 'link', target: 'Q2W3E4', refusal: 'not-found', said: null },
      'system',
      39,
    ),
    entry({ verb: 'set-priority', priority: 'P1', reason: prioritySet.reason }, 'staff', 40),
    entry({ verb: 'split', ticketId: 'R5T6Y7', report, handledBy: handledByCampus }, 'staff', 41),
    entry(awayToday, 'system', 42),
    entry({ verb: 'unmerge', text: 'Ein anderes Gerät.', assigneeInForce: true, grounds }, 'requester', 43),
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
  const { claimed = ticket() } = situations(language);
  const idOf = (verb: string): string | null =>
    history.find(({ command }) => command.verb === verb)?.id ?? null;
  const late = { ...claimed, resolutionDueAt: '2026-11-24T07:40:00.000Z' };
  const moved = entry({ verb: 'plan-visit', until: '2026-11-26T07:00:00.000Z', note: '' }, 'system', 44);
  const several = [
    { about: 'comment', entryId: idOf('comment') },
    { about: 'resolved', entryId: idOf('resolve') },
  ] as const;
  const told = (to: 'requester' | 'channel', about: CallSubject, entryId: string | null) =>
    ({ to, told: [{ about, entryId }] }) as const;
  const others = {
    'requester-several': renderer.call(
      { ...(situations(language)['resolved'] ?? claimed), history },
      { to: 'requester', told: several },
      now,
    ),
    'requester-asked-without-words': renderer.call(claimed, told('requester', 'comment', claim.id), now),
    'requester-visit-moved': renderer.call(
      { ...claimed, history: [...history, moved] },
      told('requester', 'visit', moved.id),
      now,
    ),
    'channel-manager-away': draw(true).call(late, told('channel', 'resolution-100', null), now),
  };
  const beside = Object.entries(others).map(([name, { card }]) => [name, card ?? {}] as const);
  return samplesOf('message', language, Object.fromEntries([...cards, ...beside]));
}

const handOver = 'Die Nebenstelle liegt bei euch.';
const grounds = { schoolType: null, campusId: 'campus-7' };
const awayToday = {
  verb: 'reroute',
  does: 'offer',
  from: handledByCampus,
  handledBy: handledByCampus,
  grounds,
  away: { id: manager.id, name: manager.name },
  standIn: { id: deputy.id, name: deputy.name },
} as const;

/** What a message quotes, or takes its time from. */
const verbs = {
  comment: 'comment',
  'requester-comment': 'reopen',
  reopened: 'reopen',
  visit: 'plan-visit',
  resolved: 'resolve',
  'last-visit': 'remind',
  'exam-now': 'escalate',
  withdrawn: 'withdraw',
  offer: 'offer',
  'offer-declined': 'decline',
  'offer-absence': 'reroute',
  assigned: 'assign',
  'merge-refused': 'merge-refused',
  'order-refused': 'order-refused',
  'priority-raised': 'set-priority',
  'split-off': 'split',
  unmerged: 'unmerge',
};

/** The situation in which somebody is called about this. */
function situationOf(about: CallSubject): string {
  if (about === 'closed-for-silence') return 'closed-no-reply';
  if (about === 'requester-silent') return 'waiting-reminded';
  if (about === 'resolved') return 'resolved';
  if (about.startsWith('offer')) return 'offered';
  if (about === 'resolution-100') return 'resolution-overdue';
  if (about.startsWith('resolution')) return 'resolution-short';
  return about.startsWith('first-response') ? 'overdue' : 'commented';
}
