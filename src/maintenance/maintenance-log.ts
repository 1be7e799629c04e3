import type { StoredDocument } from '../store/index.js';
import type { PersonRef } from '../tickets/ticket.js';
import { storableSiteId } from '../visits/index.js';
import type { Words } from './plan.js';

/** How one item of a checklist was found. `skipped`: it was not looked at. */
export const outcomes = ['ok', 'fault', 'skipped'] as const;
export type ItemOutcome = (typeof outcomes)[number];

/** One item as it was asked then, and what was found. */
export interface ItemResult {
  readonly itemId: string;
  readonly text: Words;
  readonly outcome: ItemOutcome;
  /** What was measured, or the id of what was chosen; null where there is none. */
  readonly value: number | string | null;
  readonly unit: string;
  readonly note: string;
  /** The ticket of the fault. Its id is here before the ticket is made; `isMade` tells that it was. */
  readonly ticket: { readonly id: string; readonly isMade: boolean } | null;
}

/** One check that was done, or left out with a reason. */
export interface CheckResult {
  /** Kind and planned date: a planned check has one result. */
  readonly id: string;
  readonly kindId: string;
  readonly name: Words;
  /** The planned date that this settles, and with it all earlier ones (YYYY-MM-DD). */
  readonly plannedOn: string;
  readonly outcome: 'done' | 'left-out';
  readonly at: string;
  /** The day of `at` in the service's time zone (YYYY-MM-DD). */
  readonly on: string;
  readonly by: PersonRef;
  /** The visit during which it was done; null where it was at another time. */
  readonly visitId: string | null;
  /** What was noticed, or why it was left out. */
  readonly note: string;
  readonly items: readonly ItemResult[];
  readonly corrected: { readonly at: string; readonly by: PersonRef } | null;
}

/** How one kind of check stands at a site. */
export interface KindLog {
  /** The latest planned date that is settled; what is due next is the first one after it (YYYY-MM-DD). */
  readonly settledThrough: string;
  /** The day on which it was last really done (YYYY-MM-DD); null where it was only left out. */
  readonly lastDoneOn: string | null;
  /** The last two, oldest first. */
  readonly results: readonly CheckResult[];
}

/** All checks of one site: one document, one conditional write for each command. */
export interface MaintenanceLog extends StoredDocument {
  readonly schemaVersion: 1;
  readonly siteId: string;
  readonly kinds: Readonly<Record<string, KindLog>>;
  /** Results that have to go into the archive and are removed here once they are there. */
  readonly toArchive: readonly CheckResult[];
  /** Ids of the last 50 accepted commands. */
  readonly commandIds: readonly string[];
  /** Grows by one with each accepted command. */
  readonly revision: number;
}

/** Older results of one kind of check at one site in one year. */
export interface MaintenanceArchive extends StoredDocument {
  readonly schemaVersion: 1;
  readonly siteId: string;
  readonly kindId: string;
  readonly year: string;
  /** In the order in which they were archived. */
  readonly results: readonly CheckResult[];
}

/** The log of a site at which nothing was done yet. */
export function newLog(siteId: string): MaintenanceLog {
  return {
    id: logId(siteId),
    schemaVersion: 1,
    siteId,
    kinds: {},
    toArchive: [],
    commandIds: [],
    revision: 0,
  };
}

/** The id of a site's log. Ids of sites may hold any letters, ids of documents may not. */
export function logId(siteId: string): string {
  return storableSiteId(siteId);
}

export function archiveId(siteId: string, kindId: string, year: string): string {
  return `${logId(siteId)}.${kindId}.${year}`;
}

/** The result with this id, among those that the log still holds. */
export function resultOf(log: MaintenanceLog | null, resultId: string): CheckResult | undefined {
  return Object.values(log?.kinds ?? {})
    .flatMap(({ results }) => results)
    .find(({ id }) => id === resultId);
}
