import {
  boardTarget,
  campusOfBoard,
  weekBefore,
  WeeklyCount,
  type Board,
  type BoardFacts,
  type DueWord,
  type WeeklySummary,
} from '../board/index.js';
import type { Clock } from '../clock.js';
import { instantOf, isoOf, millisecondsPerDay, type ServiceCalendar } from '../sla/index.js';
import { find, findAll, Unreadable, type Collection, type Condition } from '../store/index.js';
import { openStates, type Ticket } from '../tickets/index.js';

export interface BoardFactsParts {
  readonly tickets: Collection<Ticket>;
  readonly calendar: ServiceCalendar;
  readonly clock: Clock;
  /** Hears of each ticket that digest or summary had to leave out. */
  readonly onUnreadable: (ticket: Unreadable) => void;
}

const pageSize = 200;
const atOnce = 16;
/** A report may be older than its submission by as long as a draft lives (7 days), and a day for a service that stood still. */
const oldestDraftMs = 8 * millisecondsPerDay;

/** What was read for a board. */
export interface ReadFacts extends BoardFacts {
  /** Tickets of its items that are there and cannot be read, by id: nobody can tell yet whether they still matter. */
  readonly unreadable: ReadonlyMap<string, Unreadable>;
}

/** Reads what a board is decided with: its tickets, and what digest and summary tell of where they are due. */
export async function readFacts(board: Board, due: DueWord, parts: BoardFactsParts): Promise<ReadFacts> {
  return {
    ...(await ticketsOf(board, parts)),
    open: due.digestDay === null ? null : await openTickets(board, parts),
    summary: due.summaryWeek === null ? null : await summary(parts),
  };
}

async function ticketsOf(
  { items }: Board,
  parts: BoardFactsParts,
): Promise<Pick<ReadFacts, 'tickets' | 'unreadable'>> {
  const ids = [...new Set(items.map(({ ticketId }) => ticketId))];
  const tickets = new Map<string, Ticket>();
  const unreadable = new Map<string, Unreadable>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce).map((id) => readable(id, parts));
    for (const each of await Promise.all(some)) {
      if (each instanceof Unreadable) unreadable.set(each.id, each);
      else if (each) tickets.set(each.id, each);
    }
  }
  return { tickets, unreadable };
}

/** One ticket that cannot be read keeps no other from being told of. */
async function readable(id: string, { tickets }: BoardFactsParts): Promise<Ticket | Unreadable | null> {
  try {
    return (await find(tickets, id))?.document ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

async function openTickets(
  { target }: Board,
  { tickets, onUnreadable }: BoardFactsParts,
): Promise<readonly Ticket[]> {
  const campusId = campusOfBoard(target);
  // The help desk's are few among all; an index for them would be written with every ticket, and read once a day.
  const whose: Condition[] = campusId === null ? [] : [{ field: 'handledBy.campusId', equals: campusId }];
  const open: Ticket[] = [];
  const where = [...whose, { field: 'state', in: openStates }];
  for await (const { document } of findAll(tickets, { where, pageSize, onUnreadable })) {
    if (document.handledBy && boardTarget(document.handledBy) === target) open.push(document);
  }
  return open;
}

async function summary({ tickets, calendar, clock, onUnreadable }: BoardFactsParts): Promise<WeeklySummary> {
  const now = clock.now();
  const week = weekBefore(now, calendar);
  const count = new WeeklyCount(week, now);
  const counted = new Set<string>();
  const inWeek = { from: week.from, before: week.before };
  const questions: readonly Condition[] = [
    { field: 'createdAt', from: isoOf(instantOf(week.from) - oldestDraftMs), before: week.before },
    { field: 'resolvedAt', ...inWeek },
    { field: 'state', in: openStates },
  ];
  for (const question of questions) {
    for await (const { document } of findAll(tickets, { where: [question], pageSize, onUnreadable })) {
      if (counted.has(document.id)) continue;
      counted.add(document.id);
      count.add(document);
    }
  }
  return count.summary();
}
