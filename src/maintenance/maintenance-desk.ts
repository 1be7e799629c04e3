import type { Directory, Site } from '../campus/index.js';
import { localDateIn, type Instant } from '../sla/index.js';
import { find, Unreadable, untilWritten, type Collection, type DocumentStore } from '../store/index.js';
import { archiveCollection, logCollection } from './collections.js';
import { checkedSite, checksAt, isDue, type CheckLine } from './checks.js';
import type { MaintenanceOrder, MaintenanceRefusal } from './commands.js';
import { decideMaintenance } from './decide.js';
import {
  archiveId,
  logId,
  newLog,
  type CheckResult,
  type MaintenanceArchive,
  type MaintenanceLog,
} from './maintenance-log.js';
import { PlanBook } from './plan-book.js';
import { mayMaintain } from './rights.js';
import type { VisitDates } from './visit-dates.js';

/** Everything of maintenance that is stored. */
export interface MaintenanceRecords {
  readonly plan: PlanBook;
  readonly logs: Collection<MaintenanceLog>;
  readonly archive: Collection<MaintenanceArchive>;
}

/** Opens plan, logs and archive; makes those that are missing. @throws StoreError */
export async function openMaintenance(store: DocumentStore): Promise<MaintenanceRecords> {
  return {
    plan: await PlanBook.open(store),
    logs: await store.collection(logCollection),
    archive: await store.collection(archiveCollection),
  };
}

export interface MaintenanceDeskParts extends MaintenanceRecords {
  readonly directory: () => Directory;
  readonly visits: () => VisitDates;
  /** The service's time zone (IANA name), in which days are counted. */
  readonly timeZone: string;
  /** Hears of each log that cannot be read: the lists go on without its site. */
  readonly onUnreadable: (log: Unreadable) => void;
}

export type MaintenanceOutcome =
  | { readonly kind: 'accepted' | 'replayed'; readonly log: MaintenanceLog }
  | { readonly kind: 'refused'; readonly refusal: MaintenanceRefusal };

/** The one road on which logs change, and the place to ask what is to be done. */
export class MaintenanceDesk {
  readonly #dateOf: (at: Instant) => string;

  constructor(private readonly parts: MaintenanceDeskParts) {
    this.#dateOf = localDateIn(parts.timeZone);
  }

  /** The plan in force. */
  plan() {
    return this.parts.plan.current();
  }

  /** Read, decide, one conditional write; then what is too old for the log goes to the archive. @throws StoreError */
  async execute(siteId: string, order: MaintenanceOrder, now: Instant): Promise<MaintenanceOutcome> {
    const outcome = await untilWritten(() => this.#attempt(siteId, order, now));
    if (outcome.kind !== 'refused' && outcome.log.toArchive.length > 0) await this.#archive(siteId);
    return outcome;
  }

  /** The id of the visit of a site on a date (YYYY-MM-DD); null where there is none. */
  visitIdOn(siteId: string, date: string): string | null {
    return this.parts.visits().idOn(siteId, date);
  }

  /** The log of a site; null where nothing was done there yet. @throws StoreError */
  async log(siteId: string): Promise<MaintenanceLog | null> {
    return (await find(this.parts.logs, logId(siteId)))?.document ?? null;
  }

  /**
   * The next check of each kind at these sites, as it stands on a date, site by site in the order given; without the sites
   * whose log cannot be read.
   * @param on YYYY-MM-DD, the day of a visit or today
   * @throws StoreError
   */
  async checks(sites: readonly Site[], on: string): Promise<readonly CheckLine[]> {
    const plan = this.plan();
    if (plan.kinds.length === 0) return [];
    const directory = this.parts.directory();
    const visits = this.parts.visits();
    const lines: (readonly CheckLine[])[] = [];
    // A campus has at most 17 sites; the city's 170 are read in such portions.
    for (let start = 0; start < sites.length; start += 17) {
      const portion = sites.slice(start, start + 17).map(async (site) => {
        const read = await this.#readable(site.id);
        return read ? checksAt(plan, checkedSite(site, directory), read.log, visits, on) : [];
      });
      lines.push(...(await Promise.all(portion)));
    }
    return lines.flat();
  }

  /** Of {@link checks} what is due or overdue: the longest overdue first, then by due date. @throws StoreError */
  async due(sites: readonly Site[], on: string): Promise<readonly CheckLine[]> {
    const lines = await this.checks(sites, on);
    return lines
      .filter(isDue)
      .toSorted((one, other) => other.overdueDays - one.overdueDays || compare(one.dueOn, other.dueOn));
  }

  async #readable(siteId: string): Promise<{ readonly log: MaintenanceLog | null } | null> {
    try {
      return { log: await this.log(siteId) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.parts.onUnreadable(error);
      return null;
    }
  }

  async #attempt(siteId: string, order: MaintenanceOrder, now: Instant): Promise<MaintenanceOutcome> {
    const { logs } = this.parts;
    const directory = this.parts.directory();
    const site = directory.site(siteId);
    if (!site) return { kind: 'refused', refusal: { code: 'unknown-site' } };
    if (!mayMaintain(order.by.id, site, directory, now)) {
      return { kind: 'refused', refusal: { code: 'not-allowed' } };
    }
    const found = await find(logs, logId(siteId));
    const decision = decideMaintenance(found?.document ?? newLog(siteId), order, {
      plan: this.plan(),
      site: checkedSite(site, directory),
      now,
      today: this.#dateOf(now),
    });
    if (decision.kind !== 'accepted') return decision;
    await (found ? logs.replace(decision.log, found.version) : logs.create(decision.log));
    return decision;
  }

  /** First into the archive, where a second time changes nothing, then out of the log: a crash between loses nothing. */
  async #archive(siteId: string): Promise<void> {
    const old = (await this.log(siteId))?.toArchive ?? [];
    for (const result of old) await untilWritten(() => this.#archiveOne(siteId, result));
    await untilWritten(async () => {
      const found = await find(this.parts.logs, logId(siteId));
      if (!found) return;
      const ids = new Set(old.map(({ id }) => id));
      const toArchive = found.document.toArchive.filter(({ id }) => !ids.has(id));
      if (toArchive.length === found.document.toArchive.length) return;
      await this.parts.logs.replace({ ...found.document, toArchive }, found.version);
    });
  }

  async #archiveOne(siteId: string, result: CheckResult): Promise<void> {
    const { archive } = this.parts;
    const { kindId } = result;
    const year = result.on.slice(0, 4);
    const id = archiveId(siteId, kindId, year);
    const found = await find(archive, id);
    if (!found) {
      await archive.create({ id, schemaVersion: 1, siteId, kindId, year, results: [result] });
    } else if (!found.document.results.some((each) => each.id === result.id)) {
      const results = [...found.document.results, result];
      await archive.replace({ ...found.document, results }, found.version);
    }
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
