import { createHash } from 'node:crypto';
import type { RulesFiles } from './sla/index.js';

/**
 * To be raised by a release that computes deadlines otherwise from the same files, or knows other school holidays: open
 * tickets are then brought to it as after a change of the files.
 */
const computation = 1;

const versionLength = 12;

/**
 * A short digest of everything that deadlines are computed with, defaults included. The same content gives the same
 * version, in whatever order its keys stand and however often the service starts.
 */
export function rulesVersionOf({ calendar, policy, movableHolidays }: Omit<RulesFiles, 'version'>): string {
  const schools = [...(movableHolidays ?? [])]
    .filter(([, dates]) => dates.length > 0)
    .map(([school, dates]): [string, Set<string>] => [school, new Set(dates)]);
  const content = { computation, calendar, policy, movableHolidays: new Map(schools) };
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, versionLength);
}

/** JSON with sorted keys. Sets have no order, and a map is an object; what is undefined is as if it were not there. */
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
