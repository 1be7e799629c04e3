import * as fc from 'fast-check';

import type { Condition, Query } from '../../src/store/index.js';
import { note } from './notes.js';
import type { Note } from './notes.js';

export type OrderBy = NonNullable<Query['orderBy']>;

const text = fc.constantFrom('', 'a', 'A', 'ä', 'b', 'ab', "'", '"', '%', '\u{1f431}', 'a\u0000b');
const number = fc.constantFrom(-1, -0.5, 0, 1, 2, 10);
const list = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.oneof(text, number), { maxLength: 4 }) },
  fc.constant(null),
);

/** What a document may say, declared fields missing or of another type among it. */
export const someFields = fc.record(
  {
    kind: fc.oneof({ weight: 4, arbitrary: text }, fc.constant(null), number),
    size: fc.oneof({ weight: 4, arbitrary: number }, fc.constant(null), text, fc.boolean()),
    rank: fc.oneof({ weight: 4, arbitrary: text }, number),
    tags: fc.oneof({ weight: 4, arbitrary: list }, text),
    words: list,
  },
  { requiredKeys: [] },
);

/** A condition on the fields of these documents. */
export const someCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(fc.constantFrom('kind', 'rank'), text).map(([field, equals]) => ({ field, equals })),
  number.map((equals) => ({ field: 'size', equals })),
  fc.array(text, { maxLength: 3 }).map((any) => ({ field: 'kind', in: any })),
  fc.array(number, { maxLength: 3 }).map((any) => ({ field: 'size', in: any })),
  fc.tuple(text, text).map(([from, before]) => ({ field: 'kind', from, before })),
  fc.tuple(number, number).map(([from, before]) => ({ field: 'size', from, before })),
  fc.constantFrom({ field: 'kind' }, { field: 'size' }),
  fc.tuple(fc.constantFrom('tags', 'words'), text).map(([field, contains]) => ({ field, contains })),
  fc.tuple(fc.constantFrom('kind', 'words'), text).map(([field, startsWith]) => ({ field, startsWith })),
);

export const someOrder: fc.Arbitrary<OrderBy> = fc.record({
  field: fc.constantFrom('id', 'kind', 'size'),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});

/** The ids that a filter and a sort in memory find. */
export function expectedIds(
  documents: readonly Note[],
  where: readonly Condition[],
  { field, direction }: OrderBy,
): string[] {
  const sign = direction === 'asc' ? 1 : -1;
  return documents
    .filter((document) =>
      where.every((condition) => hasField(document, condition.field) && meets(document, condition)),
    )
    .filter((document) => hasField(document, field))
    .toSorted((a, b) => sign * (compare(a[field], b[field]) || compare(a.id, b.id)))
    .map(({ id }) => id);
}

/** Documents with these fields, each with an id of its own. */
export function notesOf(fields: readonly Readonly<Record<string, unknown>>[], prefix: string): Note[] {
  return fields.map((each, i) => note(`${prefix}-${i}`, each));
}

const typeNames: Readonly<Record<string, string>> = {
  id: 'string',
  kind: 'string',
  rank: 'string',
  size: 'number',
};

function hasField(document: Note, field: string): boolean {
  const type = typeNames[field];
  return type === undefined ? Array.isArray(document[field]) : typeof document[field] === type;
}

function meets(document: Note, where: Condition): boolean {
  const value = document[where.field];
  if ('equals' in where) return value === where.equals;
  if ('in' in where) return where.in.some((any) => any === value);
  if ('contains' in where) return Array.isArray(value) && value.includes(where.contains);
  if ('startsWith' in where) {
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return texts.some((each) => typeof each === 'string' && each.startsWith(where.startsWith));
  }
  const { from, before } = where;
  return (
    (from === undefined || compare(value, from) >= 0) && (before === undefined || compare(value, before) < 0)
  );
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
