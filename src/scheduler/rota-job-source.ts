import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { shortDigest } from '../short-digest.js';
import { instantOf, millisecondsPerMinute } from '../sla/index.js';
import {
  find,
  isOfDatabase,
  isOvertaken,
  Unreadable,
  untilWritten,
  type Collection,
  type Page,
  type Versioned,
} from '../store/index.js';
import { withWake, type Rules, type Ticket, type TicketDesk } from '../tickets/index.js';
import type { Rota, RotaContent } from '../visits/index.js';
import { movedVisit, moveIdOf } from '../worklists/index.js';
import { workClaimedPage } from './claimed-page.js';
import { secondLookAfterMs } from './job.js';
import {
  afterRotaPage,
  begunRotaJob,
  claimRotaJob,
  rotaJobId,
  sitesOfPage,
  type RotaFacts,
  type RotaJob,
} from './rota-job.js';
import type { DueSource } from './scheduler.js';

export interface RotaJobParts {
  readonly rotaJobs: Collection<RotaJob>;
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  readonly rota: () => Rota;
  /** Another one whenever visits may be others; asked for each second. */
  readonly rotaVersion: () => string;
  /** Of rules, calendars and directory: with another one visits may be others everywhere. */
  readonly rotaGrounds: () => string;
  readonly siteIds: () => readonly string[];
  readonly rules: Rules;
  readonly clock: Clock;
  /** For how many milliseconds of the clock a process reserves a page. */
  readonly claimMs: number;
  readonly log: Pick<Log, 'warn' | 'error'>;
  /** Tickets for one page; 50 unless told otherwise. */
  readonly pageSize?: number;
}

/** A job that nobody goes on with for so long belongs to processes that there are no more. */
const orphanedAfterMs = 2 * millisecondsPerMinute;

/**
 * Brings open tickets to a rota that was changed, one page at each look: of the sites that the change concerns, of all
 * where rules, calendars or directory are others. Doing it again changes nothing.
 */
export class RotaJobSource implements DueSource<RotaJob> {
  readonly name = 'rota-jobs';
  #begunFor: string | null = null;

  constructor(private readonly parts: RotaJobParts) {}

  async due(now: string, limit: number, continuation?: string): Promise<Page<RotaJob>> {
    await this.#begin();
    const page = await this.parts.rotaJobs.due(now, limit, continuation);
    const version = this.parts.rotaVersion();
    const isOwn = ({ document }: Versioned<RotaJob>): boolean => document.version === version;
    if (page.items.some((each) => !isOwn(each) && this.#isOrphaned(each.document))) this.#begunFor = null;
    return { ...page, items: page.items.filter(isOwn) };
  }

  /** @throws StoreError; that another process was faster is no error */
  async handle(due: Versioned<RotaJob>): Promise<void> {
    const { rotaJobs, clock, claimMs } = this.parts;
    await workClaimedPage(rotaJobs, due, {
      claimed: (job) => claimRotaJob(job, clock.now(), claimMs),
      work: async (job) => this.#page(job),
      after: (job, page) => afterRotaPage(job, page, clock.now()),
    });
  }

  async *astray(from: string, before: string): AsyncGenerator<Versioned<RotaJob>, void, undefined> {
    const { rotaJobs, clock, claimMs } = this.parts;
    const found = await find(rotaJobs, rotaJobId);
    const wakeAt = found?.document.wakeAt;
    if (!found || typeof wakeAt !== 'string' || wakeAt < from || wakeAt >= before) return;
    if (instantOf(wakeAt) > clock.now() + Math.max(claimMs, secondLookAfterMs)) yield found;
  }

  /** Costs nothing where this process knows the same rota as the last time. */
  async #begin(): Promise<void> {
    const { rotaJobs, rotaVersion, clock, log } = this.parts;
    const version = rotaVersion();
    if (this.#begunFor === version) return;
    try {
      await untilWritten(async () => {
        const found = await find(rotaJobs, rotaJobId);
        if (found?.document.version === version) return;
        const job = begunRotaJob(found?.document ?? null, this.#facts(version), clock.now());
        await (found ? rotaJobs.replace(job, found.version) : rotaJobs.create(job));
      });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      log.error(
        {},
        'the job that brings tickets to the rota cannot be read; this process begins none',
        error,
      );
    }
    this.#begunFor = version;
  }

  #facts(version: string): RotaFacts {
    const { rota, rotaGrounds, siteIds } = this.parts;
    return { version, grounds: rotaGrounds(), siteIds: siteIds(), digests: digestsOf(rota().content) };
  }

  #isOrphaned({ wakeAt }: RotaJob): boolean {
    return wakeAt !== null && instantOf(wakeAt) + orphanedAfterMs < this.parts.clock.now();
  }

  async #page(job: RotaJob): Promise<{ readonly lastId: string | null; readonly isLast: boolean }> {
    const { tickets, pageSize = 50 } = this.parts;
    const { afterId } = job;
    const page = await tickets.query({
      where: [
        { field: 'open.siteId', in: [...sitesOfPage(job)] },
        ...(afterId === null ? [] : [{ field: 'id', from: afterId }]),
      ],
      // `from` includes the ticket that was the last one.
      limit: pageSize + 1,
    });
    for (const each of page.items) if (each.document.id !== afterId) await this.#bring(each);
    for (const { id } of page.unreadable) this.#tellUnreadable(id);
    const ids = [...page.items.map(({ document }) => document.id), ...page.unreadable.map(({ id }) => id)];
    return { lastId: ids.sort().at(-1) ?? null, isLast: page.continuation === undefined };
  }

  #tellUnreadable(ticketId: string): void {
    this.parts.log.warn({ ticketId }, 'a ticket cannot be read, and was not brought to the rota');
  }

  /** A ticket that fails holds up no other; a database that fails is no fault of the ticket. */
  async #bring(found: Versioned<Ticket>): Promise<void> {
    try {
      if (!(await this.#move(found.document))) await this.#wakeAnew(found);
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      this.parts.log.warn({ ticketId: found.document.id }, 'a ticket was not brought to the rota', error);
    }
  }

  /**
   * What waits for a visit that does not take place any more goes to the one that does, and its requester hears of it. True
   * where that is so.
   */
  async #move(ticket: Ticket): Promise<boolean> {
    const { desk, rota, clock, log } = this.parts;
    const moved = movedVisit(ticket, rota(), clock.now());
    if (!moved || !ticket.visit) return false;
    const { id: ticketId, visit } = ticket;
    const { to: next, why: note } = moved;
    const id = moveIdOf(ticket, next);
    const command = { verb: 'plan-visit', until: (next ?? visit).from, note, visit: next } as const;
    const outcome = await desk.execute(ticketId, { id, actor: { kind: 'system' }, command }, clock.now());
    if (outcome.kind === 'refused')
      log.warn({ ticketId, code: outcome.refusal.code }, 'a planned visit was not moved');
    return outcome.kind !== 'refused';
  }

  /**
   * By a changed rota other reminders are due. What is to be sent wakes it anyway. Whoever writes in between knows the rota,
   * or the second look comes by.
   */
  async #wakeAnew({ document: ticket, version }: Versioned<Ticket>): Promise<void> {
    const { tickets, rules, clock } = this.parts;
    if (ticket.outbox.length > 0) return;
    const woken = withWake(ticket, rules, clock.now());
    if (woken.wakeAt === ticket.wakeAt) return;
    try {
      await tickets.replace(woken, version);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}

/** By site what the rota says of it: enough to see that it is another one. */
function digestsOf({ rules, exceptions }: Pick<RotaContent, 'rules' | 'exceptions'>): Map<string, string> {
  const bySite = new Map<string, unknown[]>();
  for (const said of [...rules, ...exceptions]) {
    const ofSite = bySite.get(said.siteId);
    if (ofSite) ofSite.push(said);
    else bySite.set(said.siteId, [said]);
  }
  return new Map([...bySite].map(([siteId, said]) => [siteId, shortDigest(new Set(said))]));
}
