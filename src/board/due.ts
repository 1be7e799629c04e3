import { addDays, instantOf, isoOf, type Instant, type ServiceCalendar } from '../sla/index.js';
import type { Board } from './board.js';
import { dateAt, openingFrom, openingOn, weekOf } from './service-day.js';

/** What a board goes by beside itself. */
export interface BoardRules {
  /** The city's service hours. */
  readonly calendar: ServiceCalendar;
  /** How long what comes together is gathered, in milliseconds of the service's clock. */
  readonly gatherMs: number;
}

/** What a board has to say now. */
export interface DueWord {
  /** The day (YYYY-MM-DD) whose digest is due, or null. */
  readonly digestDay: string | null;
  /** The week (`2026-W48`) in which the summary of the week before is due, or null. */
  readonly summaryWeek: string | null;
}

/**
 * What is due now; null where nothing is. Never outside of service hours, nor while what comes with the opening is still
 * gathered. Whatever is due takes all items with it, so that what waited overnight and the digest are one message.
 */
export function dueWord(board: Board, rules: BoardRules, now: Instant): DueWord | null {
  if (!rules.calendar.isOpen(now) || serviceFrom(now, rules) > now) return null;
  const today = dateAt(now, rules.calendar);
  const digestDay = isDigestMissing(board, today) && hasOpened(today, rules, now) ? today : null;
  const summaryWeek = dueWeek(board, today, rules, now);
  const itemsAt = readyAt(board, rules, now);
  const areItemsDue = itemsAt !== null && itemsAt <= now;
  const isDue = digestDay !== null || summaryWeek !== null || areItemsDue || isBannerDue(board);
  return isDue ? { digestDay, summaryWeek } : null;
}

/** Whether the channel reads something else of who is in force than is so. */
export function isBannerDue({ unattended = null, banner = null }: Board): boolean {
  return (unattended === null) !== (banner === null) || unattended?.until !== banner?.until;
}

/** Sets when the system must next act: while somebody is sending, when the lease runs out; else when something is due. */
export function withBoardWake<B extends Board>(board: B, rules: BoardRules, now: Instant): B {
  const wakeAt = board.lease ? board.lease.until : isoOf(nextWord(board, rules, now));
  return { ...board, wakeAt };
}

/** The day and the week (none for a campus) that a new board has missed nothing of, since it was not there at opening. */
export function settledBefore(
  target: Board['target'],
  rules: BoardRules,
  now: Instant,
): Pick<Board, 'digestDays' | 'summaryWeeks'> {
  const today = dateAt(now, rules.calendar);
  const week = weekOf(today);
  const isWeekBegun = openingFrom(week.monday, rules.calendar) + rules.gatherMs <= now;
  return {
    digestDays: hasOpened(today, rules, now) ? [today] : [],
    summaryWeeks: target === 'helpdesk' && isWeekBegun ? [week.id] : [],
  };
}

function nextWord(board: Board, rules: BoardRules, now: Instant): Instant {
  const next = nextOfRest(board, rules, now);
  return isBannerDue(board) ? Math.min(next, serviceFrom(now, rules)) : next;
}

function nextOfRest(board: Board, rules: BoardRules, now: Instant): Instant {
  const itemsAt = readyAt(board, rules, now);
  const digestAt = nextDigest(board, rules, now);
  if (itemsAt === null) return digestAt;
  return Math.min(digestAt, itemsAt > now ? itemsAt : serviceFrom(now, rules));
}

/** When the oldest item was gathered for long enough; outside of service hours, after the next opening. */
function readyAt({ items }: Board, { calendar, gatherMs }: BoardRules, now: Instant): Instant | null {
  if (items.length === 0) return null;
  const oldest = Math.min(...items.map(({ takenInAt }) => instantOf(takenInAt)));
  // What a clock that was ahead took in has waited for long enough.
  const begun = calendar.nextOpening(oldest > now ? now - gatherMs : oldest);
  const gathered = begun + gatherMs;
  return calendar.isOpen(gathered) ? gathered : calendar.nextOpening(gathered) + gatherMs;
}

/** When that which should have been said by now may be: at once, or a moment after the service has opened. */
function serviceFrom(now: Instant, { calendar, gatherMs }: BoardRules): Instant {
  return Math.max(now, calendar.nextOpening(calendar.isOpen(now) ? now - gatherMs : now) + gatherMs);
}

function nextDigest(board: Board, rules: BoardRules, now: Instant): Instant {
  const { calendar, gatherMs } = rules;
  const today = dateAt(now, calendar);
  const opening = isDigestMissing(board, today) ? openingOn(today, calendar) : null;
  if (opening !== null) {
    const at = opening + gatherMs;
    if (at > now) return at;
    // On a day with several windows, what was missed in one can be made up for in the next.
    const again = serviceFrom(now, rules);
    if (dateAt(again, calendar) === today) return again;
  }
  let date = addDays(today, 1);
  // Somebody may have set the clock back, so that the days to come are settled already.
  for (let tries = 0; tries <= board.digestDays.length; tries += 1) {
    const next = openingFrom(date, calendar);
    date = dateAt(next, calendar);
    if (isDigestMissing(board, date)) return next + gatherMs;
    date = addDays(date, 1);
  }
  return openingFrom(date, calendar) + gatherMs;
}

function isDigestMissing({ digestDays }: Board, date: string): boolean {
  return !digestDays.includes(date);
}

function hasOpened(date: string, { calendar, gatherMs }: BoardRules, now: Instant): boolean {
  const opening = openingOn(date, calendar);
  return opening !== null && opening + gatherMs <= now;
}

/** The help desk hears of the last week on the first service day of a week, or later in it if that was missed. */
function dueWeek(board: Board, today: string, rules: BoardRules, now: Instant): string | null {
  if (board.target !== 'helpdesk') return null;
  const week = weekOf(today);
  if (board.summaryWeeks.includes(week.id)) return null;
  const isBegun = openingFrom(week.monday, rules.calendar) <= now;
  return isBegun && hasOpened(today, rules, now) ? week.id : null;
}
