import { addDays, instantOf, isoOf, startOfDay, type Instant, type ServiceCalendar } from '../sla/index.js';
import { isOpen, type Category, type PromiseResult, type Ticket } from '../tickets/index.js';
import { boardTarget, type BoardTarget } from './board.js';
import { isOverdue } from './digest.js';
import { dateAt, weekOf } from './service-day.js';

/** How many promises were kept, of those that were kept or missed by now. */
export interface Share {
  readonly met: number;
  readonly of: number;
}

/**
 * A week of the help desk in numbers. It counts schools, categories and times, never persons: how somebody works is no
 * business of it (staff council law).
 */
export interface WeeklySummary {
  /** First and last day of the week (YYYY-MM-DD). */
  readonly from: string;
  readonly to: string;
  readonly reported: number;
  readonly solved: number;
  readonly openNow: number;
  readonly overdueNow: number;
  /** Of the reports of that week. */
  readonly firstResponses: Share;
  /** Of the solutions of that week. */
  readonly solutions: Share;
  /** Who has something open, most first. */
  readonly teams: readonly {
    readonly target: BoardTarget;
    readonly open: number;
    readonly overdue: number;
  }[];
  /** What was reported most in that week, most first. */
  readonly categories: readonly { readonly category: Category; readonly reported: number }[];
}

/** The week before the one that holds `now`: [from, before) in ISO instants, and its days. */
export interface SummaryWeek {
  readonly from: string;
  readonly before: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The week that a summary given at `now` tells of. */
export function weekBefore(now: Instant, calendar: ServiceCalendar): SummaryWeek {
  const { monday } = weekOf(dateAt(now, calendar));
  const firstDay = addDays(monday, -7);
  return {
    firstDay,
    lastDay: addDays(monday, -1),
    from: isoOf(startOfDay(firstDay, calendar.timeZone)),
    before: isoOf(startOfDay(monday, calendar.timeZone)),
  };
}

const shownCategories = 3;

/** Adds tickets up, one by one, so that not all of them need to be held at once. */
export class WeeklyCount {
  #reported = 0;
  #solved = 0;
  readonly #firstResponses = { met: 0, of: 0 };
  readonly #solutions = { met: 0, of: 0 };
  readonly #teams = new Map<BoardTarget, { open: number; overdue: number }>();
  readonly #categories = new Map<Category, number>();

  constructor(
    private readonly week: SummaryWeek,
    private readonly now: Instant,
  ) {}

  /** Counts a ticket. Each is to be added once; one that has nothing to do with the week changes nothing. */
  add(ticket: Ticket): void {
    if (this.#isInWeek(ticket.submittedAt)) this.#addReport(ticket);
    if (this.#isInWeek(ticket.resolvedAt)) {
      this.#solved += 1;
      count(this.#solutions, ticket.results.resolution);
    }
    if (isOpen(ticket.state) && ticket.handledBy) {
      const target = boardTarget(ticket.handledBy);
      const team = this.#teams.get(target) ?? { open: 0, overdue: 0 };
      const overdue = team.overdue + (isOverdue(ticket, this.now) ? 1 : 0);
      this.#teams.set(target, { open: team.open + 1, overdue });
    }
  }

  /** What was added so far. */
  summary(): WeeklySummary {
    const teams = [...this.#teams].map(([target, counts]) => ({ target, ...counts }));
    const categories = [...this.#categories].map(([category, reported]) => ({ category, reported }));
    return {
      from: this.week.firstDay,
      to: this.week.lastDay,
      reported: this.#reported,
      solved: this.#solved,
      openNow: teams.reduce((sum, { open }) => sum + open, 0),
      overdueNow: teams.reduce((sum, { overdue }) => sum + overdue, 0),
      firstResponses: { ...this.#firstResponses },
      solutions: { ...this.#solutions },
      teams: teams.sort((one, other) => other.open - one.open || compare(one.target, other.target)),
      categories: categories
        .sort((one, other) => other.reported - one.reported || compare(one.category, other.category))
        .slice(0, shownCategories),
    };
  }

  #addReport(ticket: Ticket): void {
    const { category } = ticket.report;
    this.#reported += 1;
    this.#categories.set(category, (this.#categories.get(category) ?? 0) + 1);
    count(this.#firstResponses, ticket.results.firstResponse);
    if (this.#isStillUnanswered(ticket)) this.#firstResponses.of += 1;
  }

  /** A promise that was missed counts although nobody has answered yet; else whoever never answers would do best. */
  #isStillUnanswered({ state, results, firstResponseDueAt }: Ticket): boolean {
    if (!isOpen(state) || results.firstResponse || firstResponseDueAt === null) return false;
    return instantOf(firstResponseDueAt) < this.now;
  }

  #isInWeek(at: string | null): boolean {
    return at !== null && this.week.from <= at && at < this.week.before;
  }
}

/** Whether there was or is anything in it at all. */
export function isWorthTelling({ reported, solved, openNow }: WeeklySummary): boolean {
  return reported + solved + openNow > 0;
}

function count(share: { met: number; of: number }, result: PromiseResult | null): void {
  if (!result) return;
  share.of += 1;
  if (result.met) share.met += 1;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
