import { newBoard, takeIn, type Board, type BoardItem, type BoardTarget } from '../../src/board/index.js';
import { compileCalendar, defaultCalendar, instantOf } from '../../src/sla/index.js';

/** The help desk's hours, and 20 seconds for what comes together. */
export const boardRules = { calendar: compileCalendar(defaultCalendar), gatherMs: 20_000 };

/** A board that was made at this instant (ISO). */
export function board(at: string, target: BoardTarget = 'campus-campus-7'): Board {
  return newBoard(target, boardRules, instantOf(at));
}

/** A warning about the first response of a ticket. */
export function item(ticketId: string, changes: Partial<BoardItem> = {}): Omit<BoardItem, 'takenInAt'> {
  return {
    key: `${ticketId}:${changes.about ?? 'first-response-75'}`,
    ticketId,
    target: 'campus-campus-7',
    to: 'channel',
    about: 'first-response-75',
    entryId: null,
    at: '2026-11-24T08:00:00.000Z',
    detour: null,
    ...changes,
  };
}

/** The board with items that it took in at an instant (ISO). */
export function holding(given: Board, at: string, ...items: readonly Omit<BoardItem, 'takenInAt'>[]): Board {
  return takeIn(given, items, boardRules, instantOf(at));
}
