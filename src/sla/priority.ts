import type { Category, Priority, Scope } from '../tickets/vocabulary.js';

/** What of a report decides how urgent it is. */
export interface Urgency {
  readonly category: Category;
  /** Who is affected; null where nobody said it. */
  readonly scope: Scope | null;
  /** A lesson or exam cannot go on or start now. */
  readonly blocked: boolean;
}

/** The priority of a report, first match (docs/rules.md, "Priority"); null for smalltalk, which is no ticket. */
export function priorityOf({ category, scope, blocked }: Urgency): Priority | null {
  switch (category) {
    case 'smalltalk':
      return null;
    case 'app-request':
    case 'lending':
    case 'workshop':
      return blocked ? 'P3' : 'P4';
    case 'network':
    case 'display':
      return byScope(scope === 'school' ? 'school' : 'class', blocked);
    case 'loss':
      return atLeastP2(byScope(scope ?? 'one', blocked));
    default:
      return byScope(scope ?? 'one', blocked);
  }
}

function byScope(scope: Scope, blocked: boolean): Priority {
  switch (scope) {
    case 'school':
      return blocked ? 'P1' : 'P2';
    case 'class':
    case 'several':
      return blocked ? 'P1' : 'P3';
    case 'one':
      return blocked ? 'P2' : 'P3';
  }
}

function atLeastP2(priority: Priority): Priority {
  return priority === 'P1' ? 'P1' : 'P2';
}
