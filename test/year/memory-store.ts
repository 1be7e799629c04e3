import { bodyOf, documentOf, readEach } from '../../src/store/body.js';
import {
  checkCount,
  checkDue,
  checkQuery,
  continuationAfter,
  type CheckedQuery,
  type DeclaredFields,
} from '../../src/store/checked-query.js';
import { declaredBy } from '../../src/store/declared.js';
import {
  AlreadyExists,
  NotFound,
  StoreUnavailable,
  VersionMismatch,
  type Collection,
  type CollectionSpec,
  type Condition,
  type DocumentStore,
  type Page,
  type Query,
  type StoredDocument,
  type Versioned,
} from '../../src/store/index.js';
import { compareTexts, isMet, MemoryIndex, type Row } from './memory-index.js';

/**
 * Documents as JSON texts in memory, for what writes more often than a disk is good for. It keeps the whole contract of
 * DocumentStore; each `connect` is another connection to the same documents.
 */
export class MemoryDatabase {
  /**
   * @param sharedDocuments so many of them, those that were written last, are handed out as they were written and not
   *   read anew from their texts: for callers that never change what they have read
   */
  constructor(private readonly sharedDocuments = 0) {}

  readonly #tables = new Map<string, MemoryIndex>();

  connect(): DocumentStore {
    let isClosed = false;
    const guard = (): void => {
      if (isClosed) throw new StoreUnavailable('the store was closed');
    };
    return {
      ping: async () => {
        guard();
      },
      close: async () => {
        isClosed = true;
      },
      collection: async (spec) => {
        guard();
        return new MemoryCollection(this.#table(spec), spec, declaredBy(spec).fields, guard);
      },
    };
  }

  #table(spec: Parameters<typeof declaredBy>[0]): MemoryIndex {
    const { fields } = declaredBy(spec);
    const table = this.#tables.get(spec.name) ?? new MemoryIndex(this.sharedDocuments);
    table.declare(fields);
    this.#tables.set(spec.name, table);
    return table;
  }
}

class MemoryCollection<T extends StoredDocument> implements Collection<T> {
  constructor(
    private readonly table: MemoryIndex,
    private readonly spec: CollectionSpec<T>,
    private readonly fields: DeclaredFields,
    private readonly guard: () => void,
  ) {}

  async get(id: string): Promise<Versioned<T>> {
    this.guard();
    const row = this.table.get(id);
    if (!row) throw new NotFound(`${this.spec.name} has no document ${id}`);
    return this.#read(row);
  }

  async create(document: T): Promise<Versioned<T>> {
    const body = bodyOf(document);
    this.guard();
    if (this.table.get(document.id)) {
      throw new AlreadyExists(`${this.spec.name} has a document ${document.id} already`);
    }
    return { document, version: this.table.put(document.id, { body, document }).version };
  }

  async replace(document: T, version: string): Promise<Versioned<T>> {
    const body = bodyOf(document);
    this.#checkVersion(document.id, version);
    return { document, version: this.table.put(document.id, { body, document }).version };
  }

  async remove(id: string, version: string): Promise<void> {
    this.#checkVersion(id, version);
    this.table.remove(id);
  }

  async query(query: Query): Promise<Page<T>> {
    const checked = checkQuery(query, this.fields);
    this.guard();
    const met = this.table.candidates(checked.where).filter((row) => isMet(row, checked.where));
    return this.#page(met, checked);
  }

  async count(where: readonly Condition[], upTo: number): Promise<number> {
    const checked = checkCount(where, upTo, this.fields);
    this.guard();
    const met = this.table.candidates(checked).filter((row) => isMet(row, checked));
    return Math.min(met.length, upTo);
  }

  async due(now: string, limit: number, continuation?: string): Promise<Page<T>> {
    const checked = { ...checkDue(now, limit, continuation), where: [] };
    this.guard();
    const due = this.table.dueBy(now);
    const rows = checked.after ? after(due, checked) : due;
    return this.#pageOf(rows.slice(0, limit), rows.length >= limit, checked);
  }

  #page(rows: readonly Row[], checked: CheckedQuery): Page<T> {
    const { field, descending } = checked.order;
    const sorted = rows
      .filter((row) => row.values.get(field) !== undefined)
      .sort((one, other) => (descending ? -1 : 1) * compareRows(one, other, field));
    const rest = checked.after ? after(sorted, checked) : sorted;
    return this.#pageOf(rest.slice(0, checked.limit), rest.length > checked.limit, checked);
  }

  #pageOf(rows: readonly Row[], mayBeMore: boolean, { order }: CheckedQuery): Page<T> {
    const last = rows.at(-1);
    return {
      ...readEach(rows, (row) => this.#read(row)),
      ...(mayBeMore &&
        last && { continuation: continuationAfter(last.id, last.values.get(order.field), order) }),
    };
  }

  #read(row: Row): Versioned<T> {
    return { document: documentOf(row.raw, row.id, this.spec), version: row.version };
  }

  #checkVersion(id: string, version: string): void {
    this.guard();
    const row = this.table.get(id);
    if (!row) throw new NotFound(`${this.spec.name} has no document ${id}`);
    if (row.version !== version) {
      throw new VersionMismatch(`document ${id} of ${this.spec.name} was written since it was read`);
    }
  }
}

function after(sorted: readonly Row[], { order, after: place }: CheckedQuery): readonly Row[] {
  if (!place) return sorted;
  const last = { id: place.id, values: new Map([[order.field, place.value]]) };
  const sign = order.descending ? -1 : 1;
  return sorted.filter((row) => sign * compareRows(row, last, order.field) > 0);
}

function compareRows(
  one: Pick<Row, 'id' | 'values'>,
  other: Pick<Row, 'id' | 'values'>,
  field: string,
): number {
  return compare(one.values.get(field), other.values.get(field)) || compare(one.id, other.id);
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareTexts(String(one), String(other));
}
