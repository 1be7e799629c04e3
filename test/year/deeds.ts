import { sampleDirectory } from '../../src/campus/index.js';
import type { Ticket, TicketRequest } from '../../src/tickets/index.js';
import type { Chance } from '../crash/chance.js';

/** What somebody may do with a ticket that is being worked on, by how often it happens. */
const deeds: Readonly<
  Record<'staff' | 'teacher', readonly (readonly [weight: number, deed: (at: Moment) => TicketRequest])[]>
> = {
  staff: [
    [22, () => ({ verb: 'comment', text: 'The part is ordered.' })],
    [12, () => ({ verb: 'note', text: 'Same as last month.' })],
    [16, () => ({ verb: 'hold', waitingFor: 'requester', untilDate: null, note: 'Which room?' })],
    [4, ({ date }) => ({ verb: 'hold', waitingFor: 'requester', untilDate: date(), note: 'Which room?' })],
    [5, ({ date }) => ({ verb: 'hold', waitingFor: 'vendor', untilDate: date(), note: '' })],
    [3, () => ({ verb: 'hold', waitingFor: 'vendor', untilDate: null, note: '' })],
    [12, ({ date }) => ({ verb: 'plan-visit', untilDate: date(), note: 'We come by.' })],
    [2, ({ date }) => ({ verb: 'plan-visit', untilDate: date(), note: '' })],
    [5, offer],
    [4, assign],
    [5, () => ({ verb: 'release' })],
  ],
  teacher: [
    [14, () => ({ verb: 'comment', text: 'Any news?' })],
    [3, () => ({ verb: 'escalate', text: 'An exam begins.' })],
    [4, ({ chance }) => ({ verb: 'edit', changes: { room: `${Math.floor(chance.between(1, 99))}` } })],
    [2, () => ({ verb: 'withdraw', text: '' })],
  ],
};

interface Moment {
  readonly ticket: Ticket;
  readonly chance: Chance;
  /** A date in the next days (YYYY-MM-DD). */
  readonly date: () => string;
}

const { campuses, dispatchers } = sampleDirectory();

/** One of the things that people do, or a hand-over. */
export function drawDeed(
  what: 'staff' | 'teacher' | 'offer',
  ticket: Ticket,
  chance: Chance,
  date: () => string,
): TicketRequest {
  const moment = { ticket, chance, date };
  if (what === 'offer') return offer(moment);
  let left = chance.between(
    0,
    deeds[what].reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, deed] of deeds[what]) {
    left -= weight;
    if (left < 0) return deed(moment);
  }
  return { verb: 'note', text: '…' };
}

function offer({ ticket, chance }: Moment): TicketRequest {
  const campus = campuses[Math.floor(chance.between(0, campuses.length))];
  const isOther = campus && campus.id !== ticket.handledBy?.campusId && chance.is(0.6);
  const to = isOther
    ? { party: 'campus' as const, campusId: campus.id }
    : { party: 'helpdesk' as const, campusId: null };
  return { verb: 'offer', to, note: 'More of yours.' };
}

function assign({ ticket, chance }: Moment): TicketRequest {
  const campus = campuses.find(({ id }) => id === ticket.handledBy?.campusId);
  const personId = campus ? (campus.deputyId ?? campus.managerId) : dispatchers[0]?.id;
  return {
    verb: 'assign',
    personId: chance.is(0.5) && campus ? campus.managerId : (personId ?? ''),
    note: '',
  };
}
