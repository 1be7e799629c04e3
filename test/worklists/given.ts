import { isoOf } from '../../src/sla/index.js';
import type { WorklistCommand } from '../../src/worklists/index.js';
import { newWorklist } from '../../src/worklists/new-worklist.js';
import { decideWorklist, type WorklistDecision } from '../../src/worklists/decide.js';
import type { Worklist } from '../../src/worklists/index.js';
import { at } from '../sla/berlin.js';
import { people } from '../tickets/given.js';

/** A Thursday on which somebody comes to two sites. */
export const thursday = '2026-11-26';
export const morning = at('2026-11-26 09:00');
export const siteIds = ['100001-1', '100002-1'] as const;

/** A visit of the day, from 8 to 10 or from 11 to 13. */
export function visitAt(siteId: string): { id: string; siteId: string; from: string; to: string } {
  const hour = siteId === siteIds[0] ? 8 : 11;
  return {
    id: `${siteId}.${thursday}`,
    siteId,
    from: isoOf(at(`${thursday} ${String(hour).padStart(2, '0')}:00`)),
    to: isoOf(at(`${thursday} ${String(hour + 2)}:00`)),
  };
}

/** The visit a week later. */
export function nextAt(siteId: string) {
  const { from, to } = visitAt(siteId);
  const later = (iso: string): string => iso.replace(thursday, '2026-12-03');
  return { id: `${siteId}.2026-12-03`, siteId, date: '2026-12-03', from: later(from), to: later(to) };
}

export function made(): Worklist {
  return newWorklist({ campusId: 'north', date: thursday, visits: siteIds.map(visitAt) }, morning);
}

/** What becomes of a command by the manager, or by the clock. */
export function ask(
  worklist: Worklist,
  command: WorklistCommand,
  how: { readonly id?: string; readonly byClock?: boolean } = {},
): WorklistDecision {
  const by = how.byClock === true ? null : people.manager;
  return decideWorklist(worklist, { id: how.id ?? JSON.stringify(command), by, command }, morning);
}

/** The worklist after a command. @throws where it was refused */
export function after(worklist: Worklist, command: WorklistCommand, id?: string): Worklist {
  const decision = ask(worklist, command, id === undefined ? {} : { id });
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  return decision.worklist;
}
