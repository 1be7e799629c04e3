import { isoOf, type Instant } from '../../src/sla/index.js';
import { newDraft, type HandledBy, type Report, type Ticket } from '../../src/tickets/index.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const teachers = 9_000;
const schools = 155;
const campuses = 13;

/** How many of the tickets are due at `now`; the others wake within the next ten days. */
export interface OpenTickets {
  readonly count: number;
  readonly due: number;
  readonly now: Instant;
}

/** Tickets that somebody works on, about 3 KB each, in an order that has nothing to do with when they wake. */
export function* openTickets({ count, due, now }: OpenTickets): Generator<Ticket, void, undefined> {
  const everySoMany = Math.floor(count / due);
  for (let index = 0; index < count; index += 1) {
    const isDue = index % everySoMany === 0 && index / everySoMany < due;
    // Steps that share no factor with the ranges: each value is met, none in a row.
    const wakeAt = isDue
      ? now - ((index * 7_919) % (60 * minute))
      : now + minute + ((index * 104_729) % (10 * day));
    yield openTicket(index, wakeAt, now);
  }
}

function openTicket(index: number, wakeAt: Instant, now: Instant): Ticket {
  const person = (kind: string, number: number) => ({
    id: `${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name: `Alexandra Beispielhausen ${number}`,
  });
  const requester = { ...person('a0000000', index % teachers), language: 'de' as const };
  const manager = person('b0000000', index % campuses);
  const submittedAt = now - (index % (20 * day));
  const report = reportOf(index);
  const handledBy: HandledBy = {
    party: 'campus',
    campusId: `campus-${index % campuses}`,
    person: manager,
    reason: { code: 'campus-of-school' },
  };
  const entry = (number: number) => ({
    id: `${number}:${index}:command`,
    at: isoOf(submittedAt + number * 30 * minute),
  });
  const byRequester = { kind: 'person', id: requester.id, name: requester.name, role: 'requester' } as const;
  const byManager = { kind: 'person', ...manager, role: 'manager' } as const;
  const history: Ticket['history'] = [
    { ...entry(0), actor: byRequester, command: { verb: 'submit', report, handledBy, card: null } },
    { ...entry(1), actor: byManager, command: { verb: 'claim' } },
    { ...entry(2), actor: byManager, command: { verb: 'comment', text: 'x'.repeat(60) } },
    { ...entry(3), actor: byRequester, command: { verb: 'comment', text: 'x'.repeat(60) } },
  ];
  const draft = newDraft({ id: idOf(index), requester, report, follows: null }, submittedAt);
  return {
    ...draft,
    state: 'claimed',
    priority: 'P3',
    handledBy,
    submittedAt: isoOf(submittedAt),
    firstResponseDueAt: isoOf(submittedAt + day),
    firstRespondedAt: isoOf(submittedAt + 30 * minute),
    history,
    commandIds: history.map(({ id }) => id),
    revision: history.length,
    places: (['requester', 'channel'] as const).map((name) => ({
      name,
      conversation: {
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        conversationId: `19:${'c'.repeat(32)}${index % teachers}@thread.tacv2`,
      },
      activityId: String(1_700_000_000_000 + index),
      shownRevision: history.length,
      detour: null,
    })),
    wakeAt: isoOf(wakeAt),
  };
}

function reportOf(index: number): Report {
  const school = index % schools;
  return {
    category: 'network',
    alternatives: ['display', 'ipad-software'],
    title: 'The tablets of the class find no network',
    description: 'x'.repeat(120),
    room: `R ${index % 300}`,
    deviceTag: null,
    scope: 'class',
    blocked: false,
    schoolId: String(100_000 + school),
    siteId: `${100_000 + school}-1`,
    bestTime: null,
    phone: null,
  };
}

/** Six characters, another one for each number below 2^30; neighbours are far apart, as in life. */
function idOf(index: number): string {
  let rest = Number((BigInt(index) * 387_420_489n) % (1n << 30n));
  let id = '';
  for (let place = 0; place < 6; place += 1) {
    id += alphabet.charAt(rest % 32);
    rest = Math.floor(rest / 32);
  }
  return id;
}
