import { createBoardRenderer } from '../../src/delivery/index.js';
import type { BoardItem, BoardMessage, WeeklySummary } from '../../src/board/index.js';
import type { Language } from '../../src/i18n/index.js';
import type { CallSubject, Ticket } from '../../src/tickets/index.js';
import {
  deputy,
  directory,
  entry,
  handledByCampus,
  manager,
  now,
  report,
  rules,
  ticket,
} from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const reminded = entry(
  { verb: 'remind', stage: 'first-response-100', dueAt: '2026-11-24T07:50:00.000Z' },
  'system',
  20,
);
const warned = entry(
  { verb: 'remind', stage: 'resolution-75', dueAt: '2026-11-24T11:30:00.000Z' },
  'system',
  21,
);

const offered = entry(
  {
    verb: 'reroute',
    does: 'offer',
    from: handledByCampus,
    handledBy: handledByCampus,
    grounds: { schoolType: null, campusId: 'campus-7' },
    away: { id: manager.id, name: manager.name },
    standIn: { id: deputy.id, name: deputy.name },
  },
  'system',
  22,
);

/** A channel's own messages: reminders alone, with the morning's list, a long list, and the help desk's week. */
export function boardSamples(language: Language): readonly SampleCard[] {
  const renderer = createBoardRenderer({
    directory: () => directory({ absent: true }),
    rules,
    channelLanguage: language,
  });
  const cards = Object.entries(messages()).map(
    ([name, message]) => [name, renderer.board(message, { inChat: false }, now).card ?? {}] as const,
  );
  return samplesOf('board', language, Object.fromEntries(cards));
}

/** What a channel may be told at once, by name. */
export function messages(): Readonly<Record<string, BoardMessage>> {
  const [late, soon] = [lateTicket(), soonTicket()];
  const reminders = [
    { ticket: late, items: [item(late, 'first-response-100', reminded.id)] },
    { ticket: soon, items: [item(soon, 'resolution-75', warned.id)] },
  ];
  const open = Array.from({ length: 20 }, (_, index) => openTicket(index));
  const campus = { target: 'campus-campus-7', summary: null } as const;
  return {
    reminders: { ...campus, reminders, open: null },
    morning: { ...campus, reminders, open: [late, soon, ...open.slice(0, 2)] },
    absence: {
      ...campus,
      reminders: [standInTicket('DDDDDD'), standInTicket('EEEEEE')].map((each) => ({
        ticket: each,
        items: [item(each, 'offer-absence', offered.id)],
      })),
      open: null,
    },
    long: { ...campus, reminders: [], open },
    week: { target: 'helpdesk', reminders: [], open: open.slice(0, 2), summary: week },
  };
}

function lateTicket(): Ticket {
  return ticket({ id: 'AAAAAA', nextPromiseAt: '2026-11-24T07:50:00.000Z', history: [reminded] });
}

function soonTicket(): Ticket {
  return ticket({
    id: 'BBBBBB',
    state: 'claimed',
    handledBy: { ...handledByCampus, person: { id: manager.id, name: manager.name } },
    report: { ...report, title: 'Beamer flackert', room: '204' },
    firstRespondedAt: '2026-11-24T07:40:00.000Z',
    nextPromiseAt: '2026-11-24T11:30:00.000Z',
    history: [warned],
  });
}

function standInTicket(id: string): Ticket {
  const assignee = { id: manager.id, name: manager.name };
  const standIn = { id: deputy.id, name: deputy.name };
  return ticket({
    id,
    state: 'claimed',
    handledBy: { ...handledByCampus, person: assignee },
    history: [offered],
    offer: {
      to: { party: 'campus', campusId: 'campus-7', person: standIn },
      by: assignee,
      at: '2026-11-24T06:30:00.000Z',
      note: '',
      answerDueAt: '2026-11-24T08:30:00.000Z',
      reminded: false,
    },
  });
}

function openTicket(index: number): Ticket {
  return ticket({
    id: `C${String(index).padStart(5, '0')}`,
    report: { ...report, title: `Drucker ${index + 1} druckt nicht`, room: `R ${index + 1}` },
    nextPromiseAt: index % 5 === 4 ? null : `2026-11-24T${10 + (index % 4)}:00:00.000Z`,
  });
}

function item({ id }: Ticket, about: CallSubject, entryId: string): BoardItem {
  return {
    key: `${id}:${about}`,
    ticketId: id,
    target: 'campus-campus-7',
    to: 'channel',
    about,
    entryId,
    at: '2026-11-24T07:59:00.000Z',
    takenInAt: '2026-11-24T07:59:30.000Z',
    detour: null,
  };
}

const week: WeeklySummary = {
  from: '2026-11-16',
  to: '2026-11-22',
  reported: 50,
  solved: 44,
  openNow: 23,
  overdueNow: 2,
  firstResponses: { met: 46, of: 50 },
  solutions: { met: 41, of: 44 },
  teams: [
    { target: 'campus-campus-7', open: 20, overdue: 2 },
    { target: 'helpdesk', open: 3, overdue: 0 },
  ],
  categories: [
    { category: 'network', reported: 18 },
    { category: 'printer', reported: 11 },
    { category: 'account', reported: 7 },
  ],
};
