import type { CollectionSpec, Page, StoredDocument, Versioned } from './document-store.js';
import { TooLarge, Unreadable } from './errors.js';

/** Cosmos DB takes 2 MB with its own fields; both implementations refuse what would not fit there. */
const maxDocumentBytes = 2_000_000;

const idForm = /^(?!\.{1,2}$)(?![^]*[/\\?#])[!-~]{1,255}$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a document can have this id; one that cannot is never found. */
export function isStorableId(id: string): boolean {
  return idForm.test(id);
}

/** @throws RangeError unless the text is an instant as `toISOString()` writes it, for only those sort as the instants do */
export function checkInstant(text: string): void {
  if (!instantForm.test(text)) throw new RangeError(`not an instant as toISOString() writes it: ${text}`);
}

/**
 * The JSON text of a document that is to be written.
 * @throws RangeError for an id or `wakeAt` of a wrong form, TooLarge
 */
export function bodyOf(document: StoredDocument): string {
  if (!isStorableId(document.id)) throw new RangeError(`not an id that a store takes: ${document.id}`);
  if (typeof document.wakeAt === 'string') checkInstant(document.wakeAt);
  const body = JSON.stringify(document);
  const bytes = Buffer.byteLength(body);
  if (bytes > maxDocumentBytes) {
    throw new TooLarge(
      `document ${document.id} has ${bytes} bytes, at most ${maxDocumentBytes} can be stored`,
    );
  }
  return body;
}

/**
 * The document of this id as it was read, in today's shape.
 * @throws Unreadable where it is none, or the collection's `upgrade` cannot read it
 */
export function documentOf<T extends StoredDocument>(raw: unknown, id: string, spec: CollectionSpec<T>): T {
  if (!isStoredDocument(raw)) throw new Unreadable(spec.name, id, 'it is not of the form of a document');
  try {
    return spec.upgrade(raw);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unreadable(spec.name, id, reason, { cause: error });
  }
}

/** Reads what was found one by one, and names beside it what cannot be read. */
export function readEach<R, T extends StoredDocument>(
  found: readonly R[],
  read: (one: R) => Versioned<T>,
): Pick<Page<T>, 'items' | 'unreadable'> {
  const items: Versioned<T>[] = [];
  const unreadable: Unreadable[] = [];
  for (const one of found) {
    try {
      items.push(read(one));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(error);
    }
  }
  return { items, unreadable };
}

/** What stands at a dotted path; undefined where the path ends early. */
export function valueAt(raw: unknown, path: string): unknown {
  let value: unknown = raw;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === step)?.[1];
  }
  return value;
}

function isStoredDocument(raw: unknown): raw is StoredDocument {
  if (typeof raw !== 'object' || raw === null || !('id' in raw) || !('schemaVersion' in raw)) return false;
  return typeof raw.id === 'string' && typeof raw.schemaVersion === 'number';
}
