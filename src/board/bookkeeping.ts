import { isoOf, type Instant } from '../sla/index.js';
import { isLeasedBy, leased, type Detour, type LeaseTerms } from '../tickets/index.js';
import { targetId, type Board, type BoardItem, type BoardTarget } from './board.js';
import { settledBefore, withBoardWake, type BoardRules, type DueWord } from './due.js';

/** More than come while a process that died in the middle of telling is noticed. */
const rememberedKeys = 1_000;
const rememberedDays = 14;

/** A board without items. It says nothing of the day and the week that were open before it was there. */
export function newBoard(target: BoardTarget, rules: BoardRules, now: Instant): Board {
  const board: Board = {
    id: targetId(target),
    schemaVersion: 1,
    target,
    items: [],
    takenIn: [],
    ...settledBefore(target, rules, now),
    attempts: 0,
    lease: null,
    wakeAt: null,
  };
  return withBoardWake(board, rules, now);
}

/** Takes items in, each once; the same board where all of them are known. A foreign lease is left alone. */
export function takeIn(
  board: Board,
  items: readonly Omit<BoardItem, 'takenInAt'>[],
  rules: BoardRules,
  now: Instant,
): Board {
  const known = new Set([...board.takenIn, ...board.items.map(({ key }) => key)]);
  const each = new Map(items.map((item) => [item.key, item]));
  const fresh = [...each.values()].filter(({ key }) => !known.has(key));
  if (fresh.length === 0) return board;
  return withBoardWake(
    {
      ...board,
      items: [...board.items, ...fresh.map((item) => ({ ...item, takenInAt: isoOf(now) }))],
      takenIn: [...board.takenIn, ...fresh.map(({ key }) => key)].slice(-rememberedKeys),
    },
    rules,
    now,
  );
}

/** What became of what was due: these items are said or pointless, and so are the digest and the summary. */
export function settle(
  board: Board,
  settled: DueWord & { readonly keys: readonly string[] },
  rules: BoardRules,
  now: Instant,
): Board {
  return withBoardWake(
    {
      ...board,
      items: board.items.filter(({ key }) => !settled.keys.includes(key)),
      digestDays: remember(board.digestDays, settled.digestDay),
      summaryWeeks: remember(board.summaryWeeks, settled.summaryWeek),
      attempts: 0,
    },
    rules,
    now,
  );
}

/** Items went to another board. Their keys are forgotten, since they may come back when the channel does. */
export function giveAway(board: Board, keys: readonly string[], rules: BoardRules, now: Instant): Board {
  return withBoardWake(
    {
      ...board,
      items: board.items.filter(({ key }) => !keys.includes(key)),
      takenIn: board.takenIn.filter((key) => !keys.includes(key)),
    },
    rules,
    now,
  );
}

/** The item as another target's board gets it, with the reason. */
export function detoured(item: BoardItem, detour: Detour | null): Omit<BoardItem, 'takenInAt'> {
  const { takenInAt: _takenInAt, ...rest } = item;
  return { ...rest, detour };
}

/** One more round in which nothing could be sent. */
export function countRound(board: Board): Board {
  return { ...board, attempts: board.attempts + 1 };
}

/** Reserves the sending for one process. */
export function takeBoardLease(board: Board, terms: LeaseTerms, rules: BoardRules, now: Instant): Board {
  return withBoardWake(leased(board, terms, now), rules, now);
}

/** Gives the lease back. A foreign one is left alone. */
export function releaseBoardLease(board: Board, owner: string, rules: BoardRules, now: Instant): Board {
  return isLeasedBy(board, owner) ? withBoardWake({ ...board, lease: null }, rules, now) : board;
}

function remember(said: readonly string[], now: string | null): readonly string[] {
  return now === null || said.includes(now) ? said : [...said, now].slice(-rememberedDays);
}
