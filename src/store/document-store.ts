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

/** The fields that every stored document has. */
export interface StoredDocument {
  readonly id: string;
  /** The shape in which this document was written; `CollectionSpec.upgrade` brings old ones up to date. */
  readonly schemaVersion: number;
  /** The instant (`toISOString()`) at which the system must next act on this document, if any. */
  readonly wakeAt?: string | null;
}

/** A document with the version that a later write must name. */
export interface Versioned<T> {
  readonly document: T;
  readonly version: string;
}

/** What a collection is: its name, the fields a query may name, and how old documents are read. */
export interface CollectionSpec<T extends StoredDocument> {
  /** Lower-case letters and hyphens; the container's or table's name. */
  readonly name: string;
  /** Queried fields, by dotted path into the document (`requester.id`). `list` is an array of texts. */
  readonly fields: Readonly<Record<string, 'text' | 'number' | 'list'>>;
  /** Turns what was stored, perhaps by an older release, into today's shape. Throws where it cannot. */
  upgrade(raw: StoredDocument): T;
}

export type Scalar = string | number;

/** One condition on a declared field; all conditions of a query must hold. `from` is inclusive, `before` exclusive. */
export type Condition =
  | { readonly field: string; readonly equals: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] }
  | { readonly field: string; readonly from?: Scalar; readonly before?: Scalar }
  | { readonly field: string; readonly contains: Scalar };

export interface Query {
  readonly where?: readonly Condition[];
  /** A declared field, or `id` (the default, ascending). Ties are broken by `id`. Documents without the field come last or are left out. */
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** At most this many documents; 1 to 1000. */
  readonly limit: number;
  /** What the previous page returned. */
  readonly continuation?: string;
}

export interface Page<T> {
  readonly items: readonly Versioned<T>[];
  /** Given where there may be more. */
  readonly continuation?: string;
}

export interface Collection<T extends StoredDocument> {
  /** @throws NotFound */
  get(id: string): Promise<Versioned<T>>;
  /** @throws AlreadyExists, TooLarge */
  create(document: T): Promise<Versioned<T>>;
  /** Writes only if the stored version is still `version`. @throws NotFound, VersionMismatch, TooLarge */
  replace(document: T, version: string): Promise<Versioned<T>>;
  /** Removes only if the stored version is still `version`. @throws NotFound, VersionMismatch */
  remove(id: string, version: string): Promise<void>;
  /** @throws RangeError for a field that the spec does not declare */
  query(query: Query): Promise<Page<T>>;
  /** Documents with `wakeAt <= now` (an ISO instant), earliest first. Its cost follows what is due, never what is stored. */
  due(now: string, limit: number): Promise<readonly Versioned<T>[]>;
}
