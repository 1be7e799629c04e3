import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';
import type { CallSubject, Detour, HandledBy, Lease } from '../tickets/index.js';
import type { Banner, Unattended } from './banner.js';

/** Whose channel's document it is: a campus', the central help desk's or the provider's. */
export type BoardTarget = `campus-${string}` | 'helpdesk' | 'provider';

/**
 * A channel's own document: what the clock has to say there that no single ticket owns. There is one for each target,
 * whichever channel is linked with it; its id is the target in ASCII.
 */
export interface Board extends StoredDocument {
  readonly schemaVersion: 1;
  readonly target: BoardTarget;
  /** What is still to be said, in the order in which it came. */
  readonly items: readonly BoardItem[];
  /** Keys of the last 1,000 items that were taken in, so that a repeated one is known. */
  readonly takenIn: readonly string[];
  /** The last days (YYYY-MM-DD) on which the digest was settled. Several, since somebody may set the clock back. */
  readonly digestDays: readonly string[];
  /** The last weeks (`2026-W48`) in which the summary was settled. */
  readonly summaryWeeks: readonly string[];
  /** Set while nobody is in force at the campus; boards of earlier versions know nothing of that. */
  readonly unattended?: Unattended | null;
  /** What the channel reads of it, where it does. */
  readonly banner?: Banner | null;
  /** Rounds in which the message could not be sent, since the last that could. */
  readonly attempts: number;
  readonly lease: Lease | null;
  readonly wakeAt: string | null;
}

/** One thing that the clock has to say about a ticket. */
export interface BoardItem {
  /** The intention's key: the same item is taken in once. */
  readonly key: string;
  readonly ticketId: string;
  /** Whose channel was meant; another one than the board's where that channel could not be reached. */
  readonly target: BoardTarget;
  readonly to: 'channel' | 'helpdesk';
  readonly about: CallSubject;
  readonly entryId: string | null;
  /** When the clock said it (ISO), and when the board took it in. */
  readonly at: string;
  readonly takenInAt: string;
  /** Why it is on another target's board. */
  readonly detour: Detour | null;
}

/** The board of whoever handles a ticket. */
export function boardTarget(party: Pick<HandledBy, 'party' | 'campusId'>): BoardTarget {
  if (party.party === 'provider') return 'provider';
  return party.party === 'campus' && party.campusId !== null ? `campus-${party.campusId}` : 'helpdesk';
}

/** The campus whose board it is; null for the help desk's and the provider's. */
export function campusOfBoard(target: BoardTarget): string | null {
  return target.startsWith('campus-') ? target.slice('campus-'.length) : null;
}

/** The id of a target's documents: a campus' id may hold any letters, a document's only those of ASCII. */
export function targetId(target: BoardTarget): string {
  return encodeURIComponent(target);
}

/** Where boards are stored; they are found by id and by `wakeAt` alone. */
export const boardCollection: CollectionSpec<Board> = {
  name: 'boards',
  fields: {},
  upgrade: onlyVersion<Board>(1),
};
