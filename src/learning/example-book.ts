import { createHash } from 'node:crypto';
import { AlreadyExists, find, findAll, untilWritten } from '../store/index.js';
import type { Collection, DocumentStore, Unreadable, Versioned } from '../store/index.js';
import type { Ticket } from '../tickets/index.js';
import type { Correction } from './correction.js';
import { exampleCollection, type ConfirmedMonth, type Example, type LearningDocument } from './example.js';

/** A text that nobody reviewed is kept for so many days. */
export const textDays = 180;

/** As many as can be counted within the time in which a check is repeated. */
const rememberedDigests = 200;
const pageSize = 200;
const dayMs = 86_400_000;

/** Keeps what people corrected, and how often there was nothing to correct. Every method throws the store's errors. */
export class ExampleBook {
  private constructor(private readonly documents: Collection<LearningDocument>) {}

  static async open(store: DocumentStore): Promise<ExampleBook> {
    return new ExampleBook(await store.collection(exampleCollection));
  }

  /** Takes in what a ticket's requester made of its draft. Doing it again changes nothing. */
  async keep(ticket: Ticket, correction: Correction): Promise<void> {
    const id = digestOf(ticket);
    if (correction.changed.length === 0) {
      await this.#count(id, correction);
      return;
    }
    try {
      await this.documents.create({
        id,
        schemaVersion: 1,
        kind: 'example',
        ...correction,
        reviewed: null,
        batch: null,
        textUntil: dayAfter(correction.day, textDays),
      });
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }

  /** All examples. @param since the first day (YYYY-MM-DD), or null */
  examples(since: string | null, onUnreadable: OnUnreadable): AsyncGenerator<Example> {
    const ofDays = { field: 'day', ...(since !== null && { from: since }) };
    return this.#examplesWhere({ where: [{ field: 'kind', equals: 'example' }, ofDays], onUnreadable });
  }

  /** Those whose text nobody has reviewed yet. @param tooOldOn only those whose text may not be kept on this day any more */
  waiting(onUnreadable: OnUnreadable, tooOldOn?: string): AsyncGenerator<Example> {
    const condition = {
      field: 'textUntil',
      ...(tooOldOn !== undefined && { before: dayAfter(tooOldOn, 1) }),
    };
    return this.#examplesWhere({ where: [condition], onUnreadable });
  }

  /** Those that went out for review with this file last. */
  inBatch(batch: string, onUnreadable: OnUnreadable): AsyncGenerator<Example> {
    return this.#examplesWhere({ where: [{ field: 'batch', equals: batch }], onUnreadable });
  }

  /** The counts of all months. */
  async *confirmed(onUnreadable: OnUnreadable): AsyncGenerator<ConfirmedMonth> {
    const where = [{ field: 'kind', equals: 'confirmed' }] as const;
    for await (const { document } of findAll(this.documents, { where, pageSize, onUnreadable })) {
      if (document.kind === 'confirmed') yield document;
    }
  }

  /** Changes an example; resolves with whether it is still there to be changed. */
  async change(id: string, change: (example: Example) => Example): Promise<boolean> {
    return untilWritten(async () => {
      const known = await find(this.documents, id);
      if (known?.document.kind !== 'example') return false;
      await this.documents.replace(change(known.document), known.version);
      return true;
    });
  }

  async *#examplesWhere(
    asked: Pick<Parameters<typeof findAll>[1], 'where' | 'onUnreadable'>,
  ): AsyncGenerator<Example> {
    for await (const { document } of findAll(this.documents, { ...asked, pageSize })) {
      if (document.kind === 'example') yield document;
    }
  }

  async #count(digest: string, { day, guessed }: Correction): Promise<void> {
    const id = `confirmed-${day.slice(0, 'YYYY-MM'.length)}`;
    await untilWritten(async () => {
      const known = await find(this.documents, id);
      const before = known?.document.kind === 'confirmed' ? known.document : emptyMonth(id);
      if (before.counted.includes(digest)) return;
      const ofDay = before.days[day] ?? {};
      const counts = { ...ofDay, [guessed.category]: (ofDay[guessed.category] ?? 0) + 1 };
      const after: ConfirmedMonth = {
        ...before,
        days: { ...before.days, [day]: counts },
        counted: [...before.counted, digest].slice(-rememberedDigests),
      };
      await this.#write(known, after);
    });
  }

  async #write(known: Versioned<LearningDocument> | null, document: LearningDocument): Promise<void> {
    if (known) await this.documents.replace(document, known.version);
    else await this.documents.create(document);
  }
}

/** Hears of each document that was found and cannot be read. */
export type OnUnreadable = (document: Unreadable) => void;

function emptyMonth(id: string): ConfirmedMonth {
  return { id, schemaVersion: 1, kind: 'confirmed', days: {}, counted: [] };
}

/** The ticket's id alone could be guessed; with the instant of its making and the person it cannot once the ticket is gone. */
function digestOf({ id, createdAt, requester }: Ticket): string {
  return createHash('sha256').update(`${id}\n${createdAt}\n${requester.id}`).digest('base64url');
}

/** @param day YYYY-MM-DD */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
