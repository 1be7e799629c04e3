/** The errors of a store, the same for every implementation. Callers decide by class, never by message. */
export class StoreError extends Error {
  override readonly name: string = this.constructor.name;
}

/** No document with this id. */
export class NotFound extends StoreError {}

/** A document with this id is there already. */
export class AlreadyExists extends StoreError {}

/** Somebody wrote the document since it was read: read again, decide again. */
export class VersionMismatch extends StoreError {}

/** The document is larger than the database takes (Cosmos DB: 2 MB). */
export class TooLarge extends StoreError {}

/** A stored document that this release cannot read: a later release wrote it, or it is damaged. */
export class Unreadable extends StoreError {
  /** @param reason the fault in words that a log may hold: nothing of what the document says */
  constructor(
    collection: string,
    readonly id: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`document ${id} of ${collection} cannot be read: ${reason}`, options);
  }
}

/** The database asks for a pause. */
export class Throttled extends StoreError {
  /** @param retryAfterMs wall milliseconds after which to try again */
  constructor(
    message: string,
    readonly retryAfterMs: number,
  ) {
    super(message);
  }
}

/** The database cannot be reached, or refuses these credentials, or its file cannot be used. */
export class StoreUnavailable extends StoreError {}

/** Whether the database failed, not what was asked of one document: it is to be asked again later. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof StoreUnavailable || error instanceof Throttled;
}

/** Whether a write failed only because somebody else was faster: read again, decide again, write again. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof VersionMismatch || error instanceof AlreadyExists || error instanceof NotFound;
}
