import type { Clock } from '../clock.js';
import type { Log } from '../logging.js';
import { isOfDatabase, type Page, type StoredDocument, type Versioned } from '../store/index.js';
import type { Rules } from '../tickets/index.js';
import type { Rota } from '../visits/index.js';
import { daysToPrepare, mayBeSent, worklistId, type WorklistDesk } from '../worklists/index.js';
import type { DueSource } from './scheduler.js';

export interface VisitSourceParts {
  readonly rota: () => Rota;
  /** Another one as soon as visits may be others. */
  readonly rotaVersion: () => string;
  readonly campusIds: () => readonly string[];
  readonly worklistDesk: Pick<WorklistDesk, 'send' | 'find' | 'followRota' | 'personInForce'>;
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
 * What the rota makes due: worklists to be sent, and to be brought to a rota that was changed. It has no documents of its
 * own: what is due follows from rota and time, and doing it again, also by another process, changes nothing.
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
    const { rotaVersion, campusIds, rules, clock } = this.parts;
    const version = rotaVersion();
    for (const campusId of campusIds()) {
      for (const date of daysToPrepare(clock.now(), rules.calendar)) {
        await this.#bringList(worklistId(campusId, date));
      }
    }
    this.#followed = version;
  }

  /** A list that fails holds up no other; a database that fails is no fault of the list. */
  async #bringList(id: string): Promise<void> {
    const { worklistDesk, clock, log } = this.parts;
    try {
      const worklist = await worklistDesk.find(id);
      if (worklist) await worklistDesk.followRota(worklist, clock.now());
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      log.warn({ worklistId: id }, 'a list was not brought to the rota', error);
    }
  }
}
