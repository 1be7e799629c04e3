import {
  campusOfBoard,
  weekBefore,
  WeeklyCount,
  type Board,
  type BoardFacts,
  type DueWord,
  type WeeklySummary,
} from '../board/index.js';
import type { Clock } from '../clock.js';
import type { ServiceCalendar } from '../sla/index.js';
import { find, findAll, type Collection, type Condition } from '../store/index.js';
import { ticketStates, isOpen, type Ticket } from '../tickets/index.js';

export interface BoardFactsParts {
  readonly tickets: Collection<Ticket>;
  readonly calendar: ServiceCalendar;
  readonly clock: Clock;
}

const pageSize = 200;
const openStates = ticketStates.filter(isOpen);
const atOnce = 16;

/** Reads what a board is decided with: its tickets, and what digest and summary tell of where they are due. */
export async function readFacts(board: Board, due: DueWord, parts: BoardFactsParts): Promise<BoardFacts> {
  return {
    tickets: await ticketsOf(board, parts),
    open: due.digestDay === null ? null : await openTickets(board, parts),
    summary: due.summaryWeek === null ? null : await summary(parts),
  };
}

async function ticketsOf({ items }: Board, { tickets }: BoardFactsParts): Promise<BoardFacts['tickets']> {
  const ids = [...new Set(items.map(({ ticketId }) => ticketId))];
  const found: (readonly [string, Ticket])[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce).map((id) => find(tickets, id));
    for (const each of await Promise.all(some)) if (each) found.push([each.document.id, each.document]);
  }
  return new Map(found);
}

async function openTickets({ target }: Board, { tickets }: BoardFactsParts): Promise<readonly Ticket[]> {
  const campusId = campusOfBoard(target);
  const whose: Condition =
    campusId === null
      ? { field: 'handledBy.party', equals: 'helpdesk' }
      : { field: 'handledBy.campusId', equals: campusId };
  const open: Ticket[] = [];
  const where = [whose, { field: 'state', in: openStates }];
  for await (const { document } of findAll(tickets, { where, pageSize })) open.push(document);
  return open;
}

async function summary({ tickets, calendar, clock }: BoardFactsParts): Promise<WeeklySummary> {
  const now = clock.now();
  const week = weekBefore(now, calendar);
  const count = new WeeklyCount(week, now);
  const counted = new Set<string>();
  const inWeek = { from: week.from, before: week.before };
  const questions: readonly Condition[] = [
    { field: 'submittedAt', ...inWeek },
    { field: 'resolvedAt', ...inWeek },
    { field: 'state', in: openStates },
  ];
  for (const question of questions) {
    for await (const { document } of findAll(tickets, { where: [question], pageSize })) {
      if (counted.has(document.id)) continue;
      counted.add(document.id);
      count.add(document);
    }
  }
  return count.summary();
}
