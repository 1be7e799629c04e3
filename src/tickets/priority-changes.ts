import { isoOf, priorityOf } from '../sla/index.js';
import { checkText, type ChangeOf } from './change.js';
import type { PrioritySet, Report } from './ticket.js';
import { isUrgent, type Priority } from './vocabulary.js';

/** By hand it stays until it is taken back (docs/rules.md, "Priority"); null where no ticket is needed. */
export function priorityWith(report: Report, set: PrioritySet | null): Priority | null {
  return set?.priority ?? priorityOf(report);
}

const lowest: Priority = 'P4';

/** With a reason, which the staff reads. Taken back, the priority follows from the report again. */
export const setPriority: ChangeOf<'set-priority'> = (ticket, { priority, reason }, { actor, now }) => {
  if (actor.kind !== 'person') return { code: 'not-allowed', verb: 'set-priority' };
  if (priority === (ticket.prioritySet?.priority ?? null)) return { code: 'nothing-to-do' };
  const problem = checkText(reason, { required: priority !== null });
  if (problem) return problem;
  const by = { id: actor.id, name: actor.name };
  const prioritySet = priority === null ? null : { priority, reason, by, at: isoOf(now) };
  const after = priorityWith(ticket.report, prioritySet);
  if (after === null) return { code: 'no-ticket-needed' };
  const isRaised = isUrgent(after) && after < (ticket.priority ?? lowest);
  return {
    patch: { prioritySet, priority: after },
    calls: isRaised ? [{ to: 'channel', about: 'priority-raised' }] : [],
  };
};
