import type { DeclaredFields } from '../../src/store/checked-query.js';
import type { Condition, Scalar } from '../../src/store/index.js';

/** A document as it is stored, with the values of the declared fields that it has. */
export interface Row {
  readonly id: string;
  readonly version: string;
  /** Read anew from the text, so that nobody changes what others read. */
  readonly raw: unknown;
  readonly values: ReadonlyMap<string, unknown>;
}

/** The rows of one collection, found by id, by the texts of declared fields, and by `wakeAt` in order. */
export class MemoryIndex {
  readonly #rows = new Map<string, StoredRow>();
  readonly #ids = new Map<string, Map<Scalar, Set<string>>>();
  /** `wakeAt id` of what wants to be woken, ascending. */
  readonly #wakes: string[] = [];
  readonly #fields = new Map<string, 'text' | 'number' | 'list'>();
  readonly #shared = new Map<string, StoredRow>();
  #versions = 0;

  /** @param mostShared how many rows, those that were written last, hand out what was written itself */
  constructor(private readonly mostShared: number) {}

  /** Another release may declare more fields. */
  declare(fields: DeclaredFields): void {
    const added = [...fields].filter(([field, type]) => this.#fields.get(field) !== type);
    if (added.length === 0) return;
    const rows = [...this.#rows.values()];
    for (const row of rows) this.#unlist(row);
    for (const [field, type] of added) this.#fields.set(field, type);
    for (const row of rows) this.put(row.id, { body: row.body, document: row.raw }, row.version);
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** @param written the text, and the document that it is of */
  put(
    id: string,
    written: { readonly body: string; readonly document: unknown },
    version = `${(this.#versions += 1)}`,
  ): Row {
    const row = new StoredRow(id, version, written.body, this.#valuesOf(written.document));
    this.remove(id);
    if (this.mostShared > 0) this.#share(row, written.document);
    this.#rows.set(id, row);
    for (const [field, value] of indexed(row)) {
      let byValue = this.#ids.get(field);
      if (!byValue) this.#ids.set(field, (byValue = new Map<Scalar, Set<string>>()));
      const ids = byValue.get(value);
      if (ids) ids.add(id);
      else byValue.set(value, new Set([id]));
    }
    const key = wakeKeyOf(row);
    if (key !== undefined) this.#wakes.splice(this.#placeOf(key), 0, key);
    return row;
  }

  remove(id: string): void {
    const row = this.#rows.get(id);
    if (row) this.#unlist(row);
    this.#rows.delete(id);
    this.#shared.delete(id);
  }

  /** What has `wakeAt <= now`, ascending. */
  dueBy(now: string): readonly Row[] {
    // "~" comes after every character of an id's beginning.
    const due = this.#wakes.slice(0, this.#placeOf(`${now} ~~`));
    return due
      .map((key) => this.#rows.get(key.slice(key.indexOf(' ') + 1)))
      .filter((row) => row !== undefined);
  }

  /** Every row that can meet the conditions, and perhaps more. */
  candidates(where: readonly Condition[]): readonly Row[] {
    const [fewest] = where
      .flatMap((condition) => this.#idsThatMeet(condition) ?? [])
      .sort((one, other) => one.length - other.length);
    if (!fewest) return [...this.#rows.values()];
    return fewest.map((id) => this.#rows.get(id)).filter((row) => row !== undefined);
  }

  #share(row: StoredRow, document: unknown): void {
    row.shared = document;
    this.#shared.set(row.id, row);
    const [oldest] = this.#shared.size > this.mostShared ? this.#shared.values() : [];
    if (!oldest) return;
    oldest.shared = undefined;
    this.#shared.delete(oldest.id);
  }

  #idsThatMeet(condition: Condition): [string[]] | undefined {
    if (condition.field === 'wakeAt') return undefined;
    const known = this.#ids.get(condition.field);
    if ('equals' in condition) return [[...(known?.get(condition.equals) ?? [])]];
    if (!('in' in condition)) return undefined;
    return [[...new Set(condition.in)].flatMap((value) => [...(known?.get(value) ?? [])])];
  }

  #valuesOf(document: unknown): ReadonlyMap<string, unknown> {
    const values = new Map<string, unknown>();
    for (const [field, type] of this.#fields) {
      const value = valueAt(document, field);
      if (type === 'list' ? Array.isArray(value) : typeof value === typeNames[type]) values.set(field, value);
    }
    return values;
  }

  #unlist(row: Row): void {
    const { id } = row;
    for (const [field, value] of indexed(row)) {
      const byValue = this.#ids.get(field);
      byValue?.get(value)?.delete(id);
      if (byValue?.get(value)?.size === 0) byValue.delete(value);
    }
    const key = wakeKeyOf(row);
    if (key !== undefined) this.#wakes.splice(this.#placeOf(key), 1);
  }

  /** Where a key stands, or would stand. */
  #placeOf(key: string): number {
    let from = 0;
    let to = this.#wakes.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#wakes[middle] ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

const typeNames = { text: 'string', number: 'number' } as const;

class StoredRow implements Row {
  /** What was written itself, where it is handed out. */
  shared: unknown = undefined;

  constructor(
    readonly id: string,
    readonly version: string,
    readonly body: string,
    readonly values: ReadonlyMap<string, unknown>,
  ) {}

  get raw(): unknown {
    if (this.shared !== undefined) return this.shared;
    const raw: unknown = JSON.parse(this.body);
    return raw;
  }
}

/** Whether a row meets all conditions. */
export function isMet({ values }: Row, where: readonly Condition[]): boolean {
  return where.every((condition) => {
    const value = values.get(condition.field);
    if (value === undefined) return false;
    if ('equals' in condition) return value === condition.equals;
    if ('in' in condition) return condition.in.some((each) => each === value);
    if ('contains' in condition) return Array.isArray(value) && value.includes(condition.contains);
    if ('startsWith' in condition) {
      const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
      return texts.some((text) => typeof text === 'string' && text.startsWith(condition.startsWith));
    }
    const { from, before } = condition;
    return (
      (from === undefined || !isBefore(value, from)) && (before === undefined || isBefore(value, before))
    );
  });
}

function isBefore(one: unknown, other: Scalar): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one < other;
  return compareTexts(String(one), String(other)) < 0;
}

const beyondTwoBytes = /[\ud800-\udfff]/;

/** By code points, as databases sort texts; the language compares halves of some. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  if (!beyondTwoBytes.test(one) && !beyondTwoBytes.test(other)) return one < other ? -1 : 1;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The values by which a row is found; `wakeAt` has an order of its own. */
function indexed({ values }: Row): (readonly [string, Scalar])[] {
  const found: (readonly [string, Scalar])[] = [];
  for (const [field, value] of values) {
    if (field !== 'wakeAt' && isScalar(value)) found.push([field, value]);
  }
  return found;
}

function wakeKeyOf({ id, values }: Row): string | undefined {
  const wakeAt = values.get('wakeAt');
  return typeof wakeAt === 'string' ? `${wakeAt} ${id}` : undefined;
}

function valueAt(document: unknown, path: string): unknown {
  let value: unknown = document;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number';
}
