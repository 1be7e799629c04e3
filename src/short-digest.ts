import { createHash } from 'node:crypto';

const length = 12;

/**
 * A short name for a value: the same content has the same one in every process, in whatever order keys stand. Sets have no
 * order, maps are like objects, and what is undefined is as if it were not there.
 */
export function shortDigest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, length);
}

function canonical(value: unknown): string {
  if (value instanceof Set) return `[${[...value].map(canonical).sort().join()}]`;
  if (value instanceof Map) return canonicalEntries([...value]);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null) return canonicalEntries(Object.entries(value));
  return JSON.stringify(value);
}

function canonicalEntries(entries: readonly (readonly [unknown, unknown])[]): string {
  const given = entries.filter(([, value]) => value !== undefined);
  return `{${given
    .map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`)
    .sort()
    .join()}}`;
}
