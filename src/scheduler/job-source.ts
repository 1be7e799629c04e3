import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import {
  find,
  isOfDatabase,
  Unreadable,
  type Collection,
  type Page,
  type Versioned,
} from '../store/index.js';
import type { Instant, ServiceCalendar } from '../sla/index.js';
import {
  isSameGrounds,
  type Outcome,
  type Ticket,
  type TicketCommand,
  type TicketDesk,
  type TicketGrounds,
} from '../tickets/index.js';
import { workClaimedPage } from './claimed-page.js';
import { ticketsAfter } from './job-page.js';
import {
  afterPage,
  claimJob,
  isJobFor,
  jobId,
  waitsTooLong,
  type JobCounts,
  type JobPage,
  type JobVersions,
  type RecomputeJob,
} from './job.js';
import type { DueSource } from './scheduler.js';

type JobOutcome = keyof JobCounts;
type RerouteCommand = Extract<TicketCommand, { verb: 'reroute' }>;

const system = { kind: 'system' } as const;
/** So often a ticket is looked at again that somebody else wrote in between. */
const attempts = 5;
/** A directory comes to a few commands for a ticket, such as an offer and its reason. */
const mostReroutings = 4;

export interface JobMetrics {
  /** So many tickets of a page had this outcome. */
  recomputed(outcome: JobOutcome, tickets: number): void;
}

export interface JobSourceParts {
  readonly jobs: Collection<RecomputeJob>;
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  /** With what this process counts now. */
  readonly versions: () => JobVersions;
  /** What promises depend on, by the directory as it is now. */
  readonly groundsOf: (ticket: Ticket) => TicketGrounds;
  /** What the directory of today comes to for a ticket; null where nothing has to be done. */
  readonly reroutingOf: (ticket: Ticket, now: Instant) => RerouteCommand | null;
  /** Tells channels whether anybody is in force; again with each look, and for the same nothing happens. */
  readonly announce?: () => Promise<void>;
  /** The service hours of the city: outside of them no card is posted that can wait. */
  readonly calendar: Pick<ServiceCalendar, 'isOpen' | 'nextOpening'>;
  readonly clock: Clock;
  /** For how many milliseconds of the clock a process reserves the job for one page. */
  readonly claimMs: number;
  readonly log: Pick<Log, 'info' | 'warn'>;
  readonly metrics?: JobMetrics;
  /** Tickets for one page; 50 unless told otherwise. */
  readonly pageSize?: number;
}

/**
 * The job on open tickets, one page at each look of the scheduler, so that people's own commands come between. It is kept
 * by one conditional write before and one after each page: of several processes one has the page, and if that dies another
 * does the page again, which changes nothing that was done. A job of other rules, or of a directory that this process has
 * not read yet, is left alone.
 */
export class JobSource implements DueSource<RecomputeJob> {
  readonly name = 'jobs';

  constructor(private readonly parts: JobSourceParts) {}

  async due(now: string, limit: number, continuation?: string): Promise<Page<RecomputeJob>> {
    const page = await this.parts.jobs.due(now, limit, continuation);
    return { ...page, items: page.items.filter(({ document }) => this.#isOwn(document)) };
  }

  /** @throws StoreError; that another process was faster is no error */
  async handle(due: Versioned<RecomputeJob>): Promise<void> {
    const { jobs, clock, claimMs } = this.parts;
    const page = await workClaimedPage(jobs, due, {
      claimed: (job) => claimJob(job, clock.now(), claimMs),
      work: async (job) => this.#work(job),
      after: (job, result) => afterPage(job, result, clock.now(), this.#opening()),
    });
    if (page) this.#tell(page.written.document, page.result);
  }

  async *astray(from: string, before: string): AsyncGenerator<Versioned<RecomputeJob>, void, undefined> {
    const { jobs, clock } = this.parts;
    const found = await find(jobs, jobId);
    const wakeAt = found?.document.wakeAt;
    if (!found || typeof wakeAt !== 'string' || wakeAt < from || wakeAt >= before) return;
    if (this.#isOwn(found.document) && waitsTooLong(found.document, clock.now(), this.#opening()))
      yield found;
  }

  #opening(): Instant {
    const { calendar, clock } = this.parts;
    return calendar.nextOpening(clock.now());
  }

  #isOwn(job: RecomputeJob): boolean {
    return isJobFor(job, this.parts.versions());
  }

  async #work(job: RecomputeJob): Promise<JobPage> {
    const { pageSize = 50 } = this.parts;
    if (job.cursor === null) await this.parts.announce?.();
    const { tickets, isLast } = await ticketsAfter(this.parts.tickets, job.cursor, pageSize);
    const counts: Record<JobOutcome, number> = { done: 0, postponed: 0, unchanged: 0, refused: 0, failed: 0 };
    const failedIds: string[] = [];
    for (const ticket of tickets) {
      const outcome = await this.#bring(ticket, job);
      counts[outcome] += 1;
      if (outcome === 'failed') failedIds.push(ticket.id);
    }
    return { ...counts, failedIds, lastId: tickets.at(-1)?.id ?? null, isLast };
  }

  /** A ticket that fails is noted and holds up no other; a database that fails is no fault of the ticket. */
  async #bring(ticket: Ticket | Unreadable, job: RecomputeJob): Promise<JobOutcome> {
    try {
      if (ticket instanceof Unreadable) throw ticket;
      const recomputed = await this.#recompute(ticket, job);
      return gravest(recomputed, await this.#reroute(ticket, job));
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      this.parts.log.warn({ ticketId: ticket.id }, 'a ticket was not brought to the rules in force', error);
      return 'failed';
    }
  }

  async #recompute(ticket: Ticket, { rulesVersion }: RecomputeJob): Promise<JobOutcome> {
    const { desk, groundsOf, clock } = this.parts;
    const grounds = groundsOf(ticket);
    if (ticket.rulesVersion === rulesVersion && isSameGrounds(ticket.grounds, grounds)) return 'unchanged';
    // With the revision: rules may come back, and older instances write in between; the ticket has then another one.
    const id = `recompute:${rulesVersion}:${ticket.revision}`;
    const command = { verb: 'recompute', rulesVersion, grounds } as const;
    return outcomeOf(await desk.execute(ticket.id, { id, actor: system, command }, clock.now()));
  }

  /** What was found of a ticket that somebody wrote meanwhile is refused, and found anew. */
  async #reroute(listed: Ticket, { dayVersion }: RecomputeJob): Promise<JobOutcome> {
    const { desk, clock, tickets, reroutingOf } = this.parts;
    let done: JobOutcome = 'unchanged';
    let ticket: Ticket | undefined = listed;
    for (let commands = 0, tries = 0; ticket && commands < mostReroutings && tries < attempts;) {
      const command = reroutingOf(ticket, clock.now());
      if (!command) return done;
      if (this.#waitsForOpening(ticket, command)) return 'postponed';
      const id = `reroute:${command.does}:${dayVersion}:${ticket.revision}`;
      const outcome = await desk.execute(ticket.id, { id, actor: system, command }, clock.now());
      const isOutdated = outcome.kind === 'refused' && outcome.refusal.code === 'nothing-to-do';
      if (isOutdated) tries += 1;
      else commands += 1;
      done = isOutdated ? done : gravest(done, outcomeOf(outcome));
      if (done === 'refused' || done === 'failed') return done;
      ticket = (await find(tickets, ticket.id))?.document;
    }
    return ticket ? 'failed' : done;
  }

  /** A new card calls people by itself: what can wait disturbs nobody at night. */
  #waitsForOpening({ priority }: Ticket, { does }: RerouteCommand): boolean {
    const { calendar, clock } = this.parts;
    return does === 'move' && priority !== 'P1' && !calendar.isOpen(clock.now());
  }

  /** Numbers only: which tickets failed stands in the job. */
  #tell({ looks }: RecomputeJob, page: JobPage): void {
    const { log, metrics } = this.parts;
    for (const outcome of ['done', 'postponed', 'unchanged', 'refused', 'failed'] as const) {
      if (page[outcome] > 0) metrics?.recomputed(outcome, page[outcome]);
    }
    const look = looks.at(-1);
    if (!look) return;
    const { done, postponed, unchanged, refused, failed, finishedAt } = look;
    const counts = { look: looks.length, done, postponed, unchanged, refused, failed };
    if (finishedAt !== null) log.info(counts, 'all open tickets were looked at');
    else if (page.done > 0) log.info(counts, 'open tickets are being brought to the rules in force');
  }
}

function outcomeOf(outcome: Outcome): JobOutcome {
  switch (outcome.kind) {
    case 'accepted':
      return 'done';
    case 'replayed':
      return 'unchanged';
    case 'gone':
      return 'refused';
    case 'refused':
      return outcome.refusal.code === 'ticket-full' ? 'failed' : 'refused';
  }
}

const byGravity: readonly JobOutcome[] = ['failed', 'postponed', 'refused', 'done', 'unchanged'];

/** Of what became of a ticket in two respects that which says more. */
function gravest(one: JobOutcome, other: JobOutcome): JobOutcome {
  return byGravity.find((each) => each === one || each === other) ?? one;
}
