import { isOvertaken, type Collection, type StoredDocument, type Versioned } from '../store/index.js';

export interface PageSteps<D extends StoredDocument, R> {
  /** The document reserved for this process, so that it is due again only where this one dies. */
  readonly claimed: (document: D) => D;
  /** Does one page; where it is done twice, the second time changes nothing. */
  readonly work: (document: D) => Promise<R>;
  /** The document with what became of the page. */
  readonly after: (document: D, result: R) => D;
}

/**
 * Does one page of a job by one conditional write before and one after it: of several processes one has the page.
 * @returns the document as it was written last, and what became of the page; null where another process was faster
 * @throws StoreError, and what `work` throws
 */
export async function workClaimedPage<D extends StoredDocument, R>(
  documents: Collection<D>,
  due: Versioned<D>,
  { claimed, work, after }: PageSteps<D, R>,
): Promise<{ readonly written: Versioned<D>; readonly result: R } | null> {
  const held = await unlessOvertaken(documents.replace(claimed(due.document), due.version));
  if (!held) return null;
  const result = await work(held.document);
  const written = await unlessOvertaken(documents.replace(after(held.document, result), held.version));
  return written && { written, result };
}

async function unlessOvertaken<T>(writing: Promise<T>): Promise<T | null> {
  try {
    return await writing;
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return null;
  }
}
