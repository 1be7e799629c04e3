import {
  afterBulkPage,
  afterTelling,
  claimBulk,
  pageOf,
  requestOf,
  stageOf,
  type BulkJob,
  type BulkPlace,
  type BulkResult,
} from '../bulk/index.js';
import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { instantOf } from '../sla/index.js';
import {
  find,
  findAll,
  isOfDatabase,
  isOvertaken,
  type Collection,
  type Page,
  type Versioned,
} from '../store/index.js';
import type { NextVisits, Outcome, Ticket, TicketDesk } from '../tickets/index.js';
import { workClaimedPage } from './claimed-page.js';
import type { DueSource } from './scheduler.js';

/** While a job goes on, its card is brought up to date so often. */
const shownEveryMs = 3_000;

export interface BulkSourceParts {
  readonly bulks: Collection<BulkJob>;
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  /** By the visiting rota as it is now; nothing can be planned where it is not given. */
  readonly nextVisits?: NextVisits;
  /**
   * Tells how far a job is, and its end. Returns where that now stands; throws where it shall be tried again.
   */
  readonly tell: (job: BulkJob) => Promise<BulkPlace>;
  readonly clock: Clock;
  /** For how many milliseconds of the clock a process reserves a job. */
  readonly claimMs: number;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Commands to many tickets, one page at each look of the scheduler. Each ticket gets an ordinary command of the person who
 * ordered it, who is asked for the right then: what a process that died did already is known by the command's id.
 */
export class BulkSource implements DueSource<BulkJob> {
  readonly name = 'bulk';

  constructor(private readonly parts: BulkSourceParts) {}

  async due(now: string, limit: number, continuation?: string): Promise<Page<BulkJob>> {
    return this.parts.bulks.due(now, limit, continuation);
  }

  /** @throws StoreError, SendError; that another process was faster is no error */
  async handle(due: Versioned<BulkJob>): Promise<void> {
    switch (stageOf(due.document)) {
      case 'work':
        return this.#work(due);
      case 'tell':
        return this.#tell(due);
      case 'remove':
        return this.#remove(due);
    }
  }

  /** Jobs that wait longer than any process may reserve them: a clock that was ahead wrote that. */
  async *astray(from: string, before: string): AsyncGenerator<Versioned<BulkJob>, void, undefined> {
    const { bulks, clock, claimMs } = this.parts;
    const where = [{ field: 'wakeAt', from, before }];
    for await (const found of findAll(bulks, { where, pageSize: 100 })) {
      const { toldAt, wakeAt } = found.document;
      if (toldAt === null && instantOf(wakeAt) > clock.now() + claimMs) yield found;
    }
  }

  async #work(due: Versioned<BulkJob>): Promise<void> {
    const { bulks, clock, claimMs } = this.parts;
    const page = await workClaimedPage(bulks, due, {
      claimed: (job) => claimBulk(job, clock.now(), claimMs),
      work: async (job) => this.#page(job),
      after: (job, results) => afterBulkPage(job, results, clock.now()),
    });
    if (!page) return;
    const { shownAt, finishedAt } = page.written.document;
    const isFresh = shownAt !== null && clock.now() - instantOf(shownAt) < shownEveryMs;
    // Its end is told by the next look.
    if (finishedAt === null && !isFresh) await this.#tell(page.written);
  }

  async #tell(due: Versioned<BulkJob>): Promise<void> {
    const { bulks, clock, claimMs, tell } = this.parts;
    await workClaimedPage(bulks, due, {
      claimed: (job) => claimBulk(job, clock.now(), claimMs),
      work: tell,
      after: (job, place) => afterTelling(job, place, clock.now()),
    });
  }

  async #remove({ document, version }: Versioned<BulkJob>): Promise<void> {
    try {
      await this.parts.bulks.remove(document.id, version);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }

  async #page(job: BulkJob): Promise<readonly BulkResult[]> {
    const results: BulkResult[] = [];
    for (const ticketId of pageOf(job)) results.push(await this.#change(job, ticketId));
    return results;
  }

  /** A ticket that fails holds up no other; a database that fails is no fault of the ticket. */
  async #change(job: BulkJob, ticketId: string): Promise<BulkResult> {
    try {
      return await this.#give(job, ticketId);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      this.parts.log.warn({ ticketId, bulkId: job.id }, 'a ticket was not changed with the others', error);
      return { ticketId, kind: 'failed' };
    }
  }

  async #give(job: BulkJob, ticketId: string): Promise<BulkResult> {
    const { id, by, command } = job;
    const { tickets, desk, nextVisits, clock } = this.parts;
    const now = clock.now();
    const ticket = (await find(tickets, ticketId))?.document;
    if (!ticket) return { ticketId, kind: 'refused', refusal: { code: 'not-found' } };
    const request = requestOf(job, ticket, nextVisits, now);
    if (request === 'as-wanted') return { ticketId, kind: 'done' };
    if (typeof request === 'string') return { ticketId, kind: 'refused', refusal: { code: request } };
    const actor = { kind: 'person', personId: by.id, name: by.name } as const;
    const order = { id: `${id}:${command.verb}:${ticketId}`, actor, command: request };
    return resultOf(ticketId, await desk.execute(ticketId, order, now));
  }
}

function resultOf(ticketId: string, outcome: Outcome): BulkResult {
  if (outcome.kind === 'refused') return { ticketId, kind: 'refused', refusal: outcome.refusal };
  return { ticketId, kind: outcome.kind === 'gone' ? 'failed' : 'done' };
}
