/** A stored picture as the sweep needs it. */
export interface StoredPhoto {
  readonly id: string;
  /** When it was stored, by the clock of whoever stores it; epoch milliseconds. */
  readonly storedAt: number;
}

/**
 * Keeps pictures under their ids. All methods may be repeated: the same id always stands for the same picture.
 * Every method throws PhotoStoreError where the place does not answer, and RangeError for what is no id of a photo.
 */
export interface PhotoStore {
  /** Keeps a JPEG whole or not at all. */
  put(id: string, jpeg: Uint8Array): Promise<void>;
  /** The JPEG, or null where there is none of this id. */
  get(id: string): Promise<Uint8Array | null>;
  /** What is gone already stays gone. */
  remove(id: string): Promise<void>;
  /** All that is kept, in any order. */
  list(): AsyncIterable<StoredPhoto>;
}

/** The place where pictures are kept does not answer, or refuses; the message is for whoever runs the service. */
export class PhotoStoreError extends Error {
  override readonly name = 'PhotoStoreError';
}
