import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import {
  findAll,
  isOvertaken,
  type Collection,
  type Page,
  type StoredDocument,
  type Versioned,
} from '../store/index.js';
import { openStates, withWake, type Rules, type Ticket, type TicketDesk } from '../tickets/index.js';
import type { Rota } from '../visits/index.js';
import { daysToPrepare, mayBeSent, movedVisit, worklistId, type WorklistDesk } from '../worklists/index.js';
import type { DueSource } from './scheduler.js';

export interface VisitSourceParts {
  readonly rota: () => Rota;
  /** Another one as soon as visits may be others. */
  readonly rotaVersion: () => string;
  readonly campusIds: () => readonly string[];
  readonly worklistDesk: Pick<WorklistDesk, 'send' | 'find' | 'followRota' | 'personInForce'>;
  readonly tickets: Collection<Ticket>;
  readonly desk: Pick<TicketDesk, 'execute'>;
  readonly rules: Rules;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** A campus on a day of visits. */
interface CampusDay {
  readonly campusId: string;
  readonly date: string;
}

const rotaId = 'rota';

/**
 * What the rota makes due: worklists to be sent, and tickets and worklists to be brought to a rota that was changed. It has
 * no documents of its own: what is due follows from rota and time, and doing it again, also by another process, changes
 * nothing.
 */
export class VisitSource implements DueSource {
  readonly name = 'visits';

  /** By the id of a list for whom that was seen to. */
  readonly #sent = new Map<string, string | null>();
  #followed: string | null = null;
  #days: { readonly key: string; readonly days: ReadonlyMap<string, CampusDay> } | null = null;

  constructor(private readonly parts: VisitSourceParts) {}

  async due(now: string, limit: number): Promise<Page<StoredDocument>> {
    const { rota, rules, clock, rotaVersion } = this.parts;
    const at = clock.now();
    const ids = [...this.#campusDays()].flatMap(([id, { campusId, date }]) => {
      if (this.#sent.get(id) === this.#idInForce({ campusId, date })) return [];
      const visits = rota().visitsOn(rota().siteIdsOf(campusId), date);
      return mayBeSent(date, visits, at, rules.calendar) ? [id] : [];
    });
    const all = rotaVersion() === this.#followed ? ids : [rotaId, ...ids];
    const items = all.slice(0, limit).map((id): Versioned<StoredDocument> => {
      return { document: { id, schemaVersion: 1, wakeAt: now }, version: '' };
    });
    return Promise.resolve({ items, unreadable: [] });
  }

  /** @throws StoreError */
  async handle({ document: { id } }: Versioned<StoredDocument>): Promise<void> {
    if (id === rotaId) {
      await this.#followRota();
      return;
    }
    const day = this.#campusDays().get(id);
    if (!day) return;
    const inForce = this.#idInForce(day);
    await this.parts.worklistDesk.send(day.campusId, day.date, this.parts.clock.now());
    this.#sent.set(id, inForce);
  }

  #idInForce(day: CampusDay): string | null {
    return this.parts.worklistDesk.personInForce(day)?.id ?? null;
  }

  /** Reckoned once for each day and rota. */
  #campusDays(): ReadonlyMap<string, CampusDay> {
    const { rota, campusIds, rules, clock } = this.parts;
    const dates = daysToPrepare(clock.now(), rules.calendar);
    const key = [rota().version, ...dates].join(' ');
    if (this.#days?.key === key) return this.#days.days;
    const days = campusIds()
      .flatMap((campusId) => dates.map((date) => ({ campusId, date })))
      .filter(({ campusId, date }) => rota().visitsOn(rota().siteIdsOf(campusId), date).length > 0)
      .map((day) => [worklistId(day.campusId, day.date), day] as const);
    this.#days = { key, days: new Map(days) };
    return this.#days.days;
  }

  async #followRota(): Promise<void> {
    const { rotaVersion, worklistDesk, campusIds, rules, clock } = this.parts;
    const version = rotaVersion();
    for (const campusId of campusIds()) {
      for (const date of daysToPrepare(clock.now(), rules.calendar)) {
        const worklist = await worklistDesk.find(worklistId(campusId, date));
        if (worklist) await worklistDesk.followRota(worklist, clock.now());
      }
    }
    await this.#bringTickets();
    this.#followed = version;
  }

  /** By a changed rota other reminders are due, and what waits for a visit may have to wait for another one. */
  async #bringTickets(): Promise<void> {
    const where = [{ field: 'open.state', in: openStates }];
    for await (const found of findAll(this.parts.tickets, { where, pageSize: 100 })) {
      if (!(await this.#moveTicket(found.document))) await this.#wakeAnew(found);
    }
  }

  /**
   * What waits for a visit that does not take place any more goes to the one that does, and its requester hears of it. True
   * where that is so.
   */
  async #moveTicket({ id: ticketId, visit, revision }: Ticket): Promise<boolean> {
    const { desk, rota, clock, log } = this.parts;
    const moved = visit && movedVisit(visit, rota(), clock.now());
    if (!visit || !moved) return false;
    const { to: next, why: note } = moved;
    // With the revision: a visit may be moved, moved back and moved again.
    const id = `rota:${String(revision)}:${visit.id}:${next.id}:${next.from}`;
    const command = { verb: 'plan-visit', until: next.from, note, visit: next } as const;
    const outcome = await desk.execute(ticketId, { id, actor: { kind: 'system' }, command }, clock.now());
    if (outcome.kind === 'refused')
      log.warn({ ticketId, code: outcome.refusal.code }, 'a planned visit was not moved');
    return outcome.kind !== 'refused';
  }

  /** What is to be sent wakes it anyway. Whoever writes in between knows the rota, or reads it anew and comes by as well. */
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
