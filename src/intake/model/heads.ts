import { categories, scopes } from '../../tickets/index.js';
import type { LabelledMessage } from '../corpus-line.js';

/** What the network answers, each by a group of outputs of which one is right. */
export const heads = [
  { name: 'category', size: categories.length },
  { name: 'scope', size: scopes.length + 1 },
  { name: 'blocked', size: 2 },
] as const;

/** Outputs of all heads together. */
export const outputCount = heads.reduce((sum, { size }) => sum + size, 0);

/** Number of the output of the scope's head that stands for "not said". */
export const scopeNotSaid = scopes.length;

/** For each head the output that is right for a message. */
export function targetsOf({ category, scope, blocked }: LabelledMessage): readonly number[] {
  return [
    categories.indexOf(category),
    scope === null ? scopeNotSaid : scopes.indexOf(scope),
    blocked ? 1 : 0,
  ];
}
