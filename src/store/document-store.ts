import type { Unreadable } from './errors.js';

/**
 * What every room needs of a database, and no more: documents with a version, one conditional
 * write at a time, queries over declared fields, and the question which documents are due.
 * There is no transaction over several documents, so that every implementation gives the same guarantee.
 */
export interface DocumentStore {
  /** Opens a collection, creating its container, table and indexes where they are missing. */
  collection<T extends StoredDocument>(spec: CollectionSpec<T>): Promise<Collection<T>>;
  /** Resolves when the database answers; throws {@link StoreUnavailable} otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The fields that every stored document has. A document is JSON: what `JSON.stringify` drops is not kept.
 * No field but these is the store's business, and none is added to what is read.
 */
export interface StoredDocument {
  /**
   * 1 to 255 printable ASCII characters other than space, `/`, `\`, `?` and `#`, and neither `.` nor `..`: what every
   * implementation takes. Unique in its collection.
   */
  readonly id: string;
  /** The shape in which this document was written; `CollectionSpec.upgrade` brings old ones up to date. */
  readonly schemaVersion: number;
  /** The instant at which the system must next act on this document, if any; exactly as `toISOString()` writes it. */
  readonly wakeAt?: string | null;
}

/** A document with the version that a later write must name: opaque, and another one after each write. */
export interface Versioned<T> {
  readonly document: T;
  readonly version: string;
}

/** What a collection is: its name, the fields a query may name, and how old documents are read. */
export interface CollectionSpec<T extends StoredDocument> {
  /** Lower-case letters and hyphens; the container's or table's name. */
  readonly name: string;
  /**
   * Queried fields, by dotted path into the document (`requester.id`). `list` is an array of texts. `id` and `wakeAt`
   * are always declared. A document whose field is missing, null or of another type counts as not having it.
   */
  readonly fields: Readonly<Record<string, 'text' | 'number' | 'list'>>;
  /**
   * Orders that are asked for within a choice: the last path is the order's, those before it are asked by `equals` or by
   * `in` with few values (at most 32 combinations), as `['party', 'dueAt']` for what a party has, by deadline. Such a
   * page costs what it holds, however much is stored. Two to seven texts or numbers each.
   */
  readonly orders?: readonly (readonly string[])[];
  /**
   * By which text or number each list is ordered when asked what contains an entry, as `{ words: 'createdAt' }`; by `id`
   * where nothing is named. In this order such a page costs what it holds, however common the entry is.
   */
  readonly lists?: Readonly<Record<string, string>>;
  /**
   * The texts or numbers within which entries of a list are asked for, as `{ words: ['party'] }` for the words of what a
   * party has: such a page costs what it holds also where the entry is common, but rare within that choice. Each makes a
   * write dearer by a row for each entry.
   */
  readonly within?: Readonly<Record<string, readonly string[]>>;
  /**
   * Turns what was stored, perhaps by an older release, into today's shape. Throws where it cannot; the message goes to
   * the log and to whoever runs the service, so that it must not quote what the document says.
   */
  upgrade(raw: StoredDocument): T;
}

export type Scalar = string | number;

/**
 * One condition on a declared field; all conditions of a query must hold, and only documents that have the field meet
 * one. `from` is inclusive, `before` exclusive; with neither, having the field is enough. `contains` is for lists,
 * `startsWith` for texts and lists (an entry that starts so), the others for texts and numbers.
 */
export type Condition =
  | { readonly field: string; readonly equals: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] }
  | { readonly field: string; readonly from?: Scalar; readonly before?: Scalar }
  | { readonly field: string; readonly contains: Scalar }
  | { readonly field: string; readonly startsWith: string };

export interface Query {
  readonly where?: readonly Condition[];
  /**
   * A declared text or number, `id` ascending by default. Ties are broken by `id` in the same direction. Documents
   * without the field are left out.
   */
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** At most this many documents; 1 to 1000. */
  readonly limit: number;
  /**
   * What the previous page returned, with the same order. It names the place after which to go on, so that a document
   * that nobody writes in between comes exactly once; one that is written may be seen at its old or its new place.
   */
  readonly continuation?: string;
}

export interface Page<T> {
  readonly items: readonly Versioned<T>[];
  /** What was found and cannot be read, so that one such document keeps no other from being read. It counts in the limit. */
  readonly unreadable: readonly Unreadable[];
  /** Given where there may be more. */
  readonly continuation?: string;
}

/**
 * Every method throws Throttled or StoreUnavailable where the database does. A write whose answer was lost may have
 * been done all the same: read again before deciding.
 */
export interface Collection<T extends StoredDocument> {
  /** @throws NotFound, Unreadable */
  get(id: string): Promise<Versioned<T>>;
  /** @throws AlreadyExists, TooLarge (over 2,000,000 bytes of JSON), RangeError for an id or `wakeAt` of a wrong form */
  create(document: T): Promise<Versioned<T>>;
  /** Writes only if the stored version is still `version`. @throws NotFound, VersionMismatch, TooLarge, RangeError as for `create` */
  replace(document: T, version: string): Promise<Versioned<T>>;
  /** Removes only if the stored version is still `version`. @throws NotFound, VersionMismatch */
  remove(id: string, version: string): Promise<void>;
  /** @throws RangeError for a field that the spec does not declare, a value of another type, a wrong limit or continuation */
  query(query: Query): Promise<Page<T>>;
  /**
   * How many documents meet all conditions, unreadable ones among them, but never more than `upTo` (1 to 1000): where
   * that comes back there may be more. @throws RangeError as for `query`
   */
  count(where: readonly Condition[], upTo: number): Promise<number>;
  /**
   * At most `limit` (1 to 1000) documents with `wakeAt <= now` (an ISO instant), earliest first, after the place where a
   * page of `due` ended. Its cost follows what is due, never what is stored.
   * @throws RangeError as for `query`
   */
  due(now: string, limit: number, continuation?: string): Promise<Page<T>>;
}
