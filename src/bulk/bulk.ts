import type { Language } from '../i18n/language.js';
import { isoOf, millisecondsPerDay, type Instant } from '../sla/index.js';
import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';
import type { ConversationKey, PersonRef, TicketRequest } from '../tickets/index.js';
import type { Refusal } from '../tickets/decision.js';

/**
 * What is asked of many tickets: a person's own command, a visit, which is another one at each site, or to take what that
 * person was asked to take over from an absent colleague.
 */
export type BulkCommand =
  | Extract<TicketRequest, { readonly verb: 'assign' | 'offer' | 'resolve' | 'close' }>
  | { readonly verb: 'next-visit'; readonly note: string }
  | { readonly verb: 'accept' };

/** What became of one ticket. `failed` could not be read or written. */
export type BulkResult =
  | { readonly ticketId: string; readonly kind: 'done' | 'failed' }
  | {
      readonly ticketId: string;
      readonly kind: 'refused';
      /** `no-visit`: nobody comes to its site. `not-offered`: that person is not, or no longer, asked to take it over. */
      readonly refusal: Refusal | { readonly code: 'no-visit' | 'not-offered' };
    };

/** Where a command to many tickets was given, and the card that tells how far it is. */
export interface BulkPlace {
  readonly conversation: ConversationKey;
  /** The message of the channel under which is answered; null in a chat. */
  readonly root: string | null;
  /** Null until there is a card. */
  readonly activityId: string | null;
}

/** One command of one person to many tickets; it is worked off page by page, and told when it is over. */
export interface BulkJob extends StoredDocument {
  readonly schemaVersion: 1;
  readonly by: PersonRef;
  readonly language: Language;
  readonly command: BulkCommand;
  /** Each once, in the order of the list; at most {@link bulkLimit}. */
  readonly ticketIds: readonly string[];
  /** Of the first ones, as many as were dealt with. */
  readonly results: readonly BulkResult[];
  readonly place: BulkPlace;
  readonly orderedAt: string;
  /** When its card last told how far it is. */
  readonly shownAt: string | null;
  readonly finishedAt: string | null;
  /** When its end was told. */
  readonly toldAt: string | null;
  readonly wakeAt: string;
}

/** What a person orders. */
export type BulkOrder = Pick<BulkJob, 'id' | 'by' | 'language' | 'command' | 'ticketIds'> & {
  readonly place: Omit<BulkPlace, 'activityId'>;
};

/** More tickets are not changed by one command. */
export const bulkLimit = 200;
const pageLength = 10;
/** So long a job is known after its end, so that a click that is repeated gives no second one. */
const keptDays = 7;

/** Where jobs are stored; they are found by id and by `wakeAt` alone. */
export const bulkCollection: CollectionSpec<BulkJob> = {
  name: 'bulk',
  fields: {},
  upgrade: onlyVersion<BulkJob>(1),
};

/** A job that begins now. What is more than {@link bulkLimit} is left out. */
export function newBulk({ place, ticketIds, ...order }: BulkOrder, now: Instant): BulkJob {
  return {
    ...order,
    schemaVersion: 1,
    ticketIds: [...new Set(ticketIds)].slice(0, bulkLimit),
    results: [],
    place: { ...place, activityId: null },
    orderedAt: isoOf(now),
    shownAt: null,
    finishedAt: null,
    toldAt: null,
    wakeAt: isoOf(now),
  };
}

/** What has to be done with a job next. */
export function stageOf({ finishedAt, toldAt }: BulkJob): 'work' | 'tell' | 'remove' {
  if (finishedAt === null) return 'work';
  return toldAt === null ? 'tell' : 'remove';
}

/** Reserved for one process. If it dies, the job is due again, and another one does the same page once more. */
export function claimBulk(job: BulkJob, now: Instant, forMs: number): BulkJob {
  return { ...job, wakeAt: isoOf(now + forMs) };
}

/** The tickets that are next. */
export function pageOf({ ticketIds, results }: BulkJob): readonly string[] {
  return ticketIds.slice(results.length, results.length + pageLength);
}

/** The job after a page: due again at once. */
export function afterBulkPage(job: BulkJob, page: readonly BulkResult[], now: Instant): BulkJob {
  const results = [...job.results, ...page];
  const isOver = results.length >= job.ticketIds.length;
  return { ...job, results, finishedAt: isOver ? isoOf(now) : null, wakeAt: isoOf(now) };
}

/** The job after its card was drawn or edited, or could not be anywhere: then `activityId` stays as it was. */
export function afterTelling(job: BulkJob, place: BulkPlace, now: Instant): BulkJob {
  const told = { ...job, place, shownAt: isoOf(now) };
  if (job.finishedAt === null) return { ...told, wakeAt: isoOf(now) };
  return { ...told, toldAt: isoOf(now), wakeAt: isoOf(now + keptDays * millisecondsPerDay) };
}

export function countsOf({ results, ticketIds }: BulkJob): {
  readonly done: number;
  readonly refused: number;
  readonly failed: number;
  readonly left: number;
} {
  const countOf = (kind: BulkResult['kind']): number => results.filter((each) => each.kind === kind).length;
  return {
    done: countOf('done'),
    refused: countOf('refused'),
    failed: countOf('failed'),
    left: ticketIds.length - results.length,
  };
}
