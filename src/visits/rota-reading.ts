import type { LineError } from '../campus/index.js';
import type { RotaContent, RotaException, VisitRule } from './rota-content.js';
import type { RotaPlace } from './rota-problem.js';

/** What a rota file holds. With an error nothing is taken: a file is read whole or not at all. */
export type RotaReading =
  | {
      readonly kind: 'read';
      readonly content: RotaContent;
      /** The physical line of a rule or an exception in the file, from 1. */
      lineOf(place: RotaPlace): number;
    }
  | { readonly kind: 'refused'; readonly errors: readonly LineError[] };

/** A rule or an exception with the line on which it stands. */
export type RotaEntry =
  | { readonly line: number; readonly rule: VisitRule }
  | { readonly line: number; readonly exception: RotaException };

/** More errors than this help nobody. */
const mostErrors = 200;

/** The reading of a file, from what was found in it. */
export function readingOf(
  travelMinutes: number,
  entries: readonly RotaEntry[],
  errors: readonly LineError[],
): RotaReading {
  if (errors.length > 0) return refusedReading(errors);
  const rules = entries.filter((entry) => 'rule' in entry);
  const exceptions = entries.filter((entry) => 'exception' in entry);
  return {
    kind: 'read',
    content: {
      travelMinutes,
      rules: rules.map(({ rule }) => rule),
      exceptions: exceptions.map(({ exception }) => exception),
    },
    lineOf: ({ list, index }) => (list === 'rules' ? rules : exceptions)[index]?.line ?? 0,
  };
}

/** A file that is not taken, with its first errors in the order of their lines. */
export function refusedReading(errors: readonly LineError[]): RotaReading {
  const inOrder = errors.toSorted((a, b) => a.line - b.line);
  const more = inOrder.length - mostErrors;
  const rest = more > 0 ? [{ line: 0, message: `and ${more} more errors` }] : [];
  return { kind: 'refused', errors: [...inOrder.slice(0, mostErrors), ...rest] };
}
