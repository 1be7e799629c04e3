import { addDays, instantOf, isoOf, millisecondsPerDay, type Instant } from '../sla/index.js';
import type { PersonRef } from '../tickets/ticket.js';
import { kindsAt, latestOpen, nextPlanned, type CheckedSite } from './checks.js';
import type { MaintenanceCommand, MaintenanceOrder, MaintenanceRefusal } from './commands.js';
import { itemResults, noteLimit } from './findings.js';
import {
  resultOf,
  type CheckResult,
  type ItemResult,
  type KindLog,
  type MaintenanceLog,
} from './maintenance-log.js';
import type { CheckKind, MaintenancePlan } from './plan.js';

/** What a command is decided with, beside the log and the order. */
export interface MaintenanceCircumstances {
  readonly plan: MaintenancePlan;
  readonly site: CheckedSite;
  readonly now: Instant;
  /** The day of `now` in the service's time zone (YYYY-MM-DD). */
  readonly today: string;
}

export type MaintenanceDecision =
  | { readonly kind: 'accepted' | 'replayed'; readonly log: MaintenanceLog }
  | { readonly kind: 'refused'; readonly refusal: MaintenanceRefusal };

/** Wall days in which a result may be corrected. */
export const correctionWallDays = 7;
const rememberedCommands = 50;
const keptResults = 2;

/**
 * Decides a command on the log of a site as it is now. Pure: the same values give the same decision. The same id again
 * changes nothing. Who may give it is asked before ({@link mayMaintain}).
 */
export function decideMaintenance(
  log: MaintenanceLog,
  order: MaintenanceOrder,
  circumstances: MaintenanceCircumstances,
): MaintenanceDecision {
  if (log.commandIds.includes(order.id)) return { kind: 'replayed', log };
  const changed = change(log, order.command, order.by, circumstances);
  if ('code' in changed) return { kind: 'refused', refusal: changed };
  return {
    kind: 'accepted',
    log: {
      ...log,
      ...changed,
      commandIds: [...log.commandIds, order.id].slice(-rememberedCommands),
      revision: log.revision + 1,
    },
  };
}

type Changed = Pick<MaintenanceLog, 'kinds'> & Partial<Pick<MaintenanceLog, 'toArchive'>>;

function change(
  log: MaintenanceLog,
  command: MaintenanceCommand,
  by: PersonRef,
  circumstances: MaintenanceCircumstances,
): Changed | MaintenanceRefusal {
  switch (command.verb) {
    case 'record':
      return record(log, command, by, circumstances);
    case 'leave-out':
      return leaveOut(log, command, by, circumstances);
    case 'correct':
      return correct(log, command, by, circumstances);
    case 'remember-ticket':
      return changeFault(log, command, (ticket) =>
        ticket === null || ticket.id === command.insteadOf ? { id: command.ticketId, isMade: false } : ticket,
      );
    case 'ticket-made':
      return changeFault(log, command, (ticket) =>
        ticket?.id === command.ticketId ? { ...ticket, isMade: true } : ticket,
      );
  }
}

type CommandOf<Verb extends MaintenanceCommand['verb']> = Extract<MaintenanceCommand, { verb: Verb }>;

function record(
  log: MaintenanceLog,
  command: CommandOf<'record'>,
  by: PersonRef,
  circumstances: MaintenanceCircumstances,
): Changed | MaintenanceRefusal {
  const open = openCheck(log, command, circumstances);
  if ('code' in open) return open;
  if (command.note.length > noteLimit) return { code: 'too-long', limit: noteLimit };
  const items = itemResults(open.kind.checklist, command.findings);
  if ('code' in items) return items;
  const { visitId, note } = command;
  return settled(log, { ...open, outcome: 'done', visitId, note, items }, by, circumstances);
}

function leaveOut(
  log: MaintenanceLog,
  command: CommandOf<'leave-out'>,
  by: PersonRef,
  circumstances: MaintenanceCircumstances,
): Changed | MaintenanceRefusal {
  const open = openCheck(log, command, circumstances);
  if ('code' in open) return open;
  const note = command.reason.trim();
  if (note === '') return { code: 'text-missing' };
  if (note.length > noteLimit) return { code: 'too-long', limit: noteLimit };
  return settled(log, { ...open, outcome: 'left-out', visitId: null, note, items: [] }, by, circumstances);
}

interface OpenCheck {
  readonly kind: CheckKind;
  /** The latest planned date that may be settled today: missed ones before it are settled with it. */
  readonly plannedOn: string;
}

/** The check that a card meant, if it can be settled today; a card of one that is settled never settles the next one. */
function openCheck(
  log: MaintenanceLog,
  shown: { readonly kindId: string; readonly plannedOn: string },
  { plan, site, today }: MaintenanceCircumstances,
): OpenCheck | MaintenanceRefusal {
  const kind = kindsAt(plan, site).find(({ id }) => id === shown.kindId);
  if (!kind) return { code: 'not-found' };
  const known = log.kinds[kind.id];
  if (known && shown.plannedOn <= known.settledThrough) {
    const last = known.results.at(-1);
    return { code: 'settled', by: last?.by.name ?? null, on: last?.on ?? null };
  }
  const next = nextPlanned(plan, kind, site.id, log);
  const plannedOn = latestOpen(plan, kind, site.id, today);
  if (plannedOn === null || next === null || plannedOn < next) {
    return { code: 'too-early', from: next === null ? null : addDays(next, -kind.earlyDays) };
  }
  return { kind, plannedOn };
}

type Settling = OpenCheck & Pick<CheckResult, 'outcome' | 'visitId' | 'note' | 'items'>;

function settled(
  log: MaintenanceLog,
  { kind, plannedOn, outcome, visitId, note, items }: Settling,
  by: PersonRef,
  { now, today }: MaintenanceCircumstances,
): Changed {
  const result: CheckResult = {
    id: `${kind.id}.${plannedOn}`,
    kindId: kind.id,
    name: kind.name,
    plannedOn,
    outcome,
    at: isoOf(now),
    on: today,
    by,
    visitId,
    note: note.trim(),
    items,
    corrected: null,
  };
  const known = log.kinds[kind.id];
  const results = [...(known?.results ?? []), result];
  const next: KindLog = {
    settledThrough: plannedOn,
    lastDoneOn: outcome === 'done' ? today : (known?.lastDoneOn ?? null),
    results: results.slice(-keptResults),
  };
  return {
    kinds: { ...log.kinds, [kind.id]: next },
    toArchive: [...log.toArchive, ...results.slice(0, -keptResults)],
  };
}

function correct(
  log: MaintenanceLog,
  command: CommandOf<'correct'>,
  by: PersonRef,
  { plan, site, now }: MaintenanceCircumstances,
): Changed | MaintenanceRefusal {
  const result = resultOf(log, command.resultId);
  const kind = kindsAt(plan, site).find(({ id }) => id === result?.kindId);
  if (result?.outcome !== 'done' || !kind) return { code: 'not-found' };
  if (!mayBeCorrected(result, now)) return { code: 'too-late-to-correct' };
  if (command.note.length > noteLimit) return { code: 'too-long', limit: noteLimit };
  const found = itemResults(kind.checklist, command.findings);
  if ('code' in found) return found;
  const before = new Map(result.items.map((item) => [item.itemId, item.ticket]));
  const items = found.map((item): ItemResult => ({ ...item, ticket: before.get(item.itemId) ?? null }));
  // What the plan asks no more was found all the same.
  const asked = new Set(kind.checklist.map(({ id }) => id));
  const others = result.items.filter(({ itemId }) => !asked.has(itemId));
  const corrected = { at: isoOf(now), by };
  return withResult(log, { ...result, items: [...items, ...others], note: command.note.trim(), corrected });
}

/** Whether a result may still be corrected: within a week. What was left out can be done, but not corrected. */
export function mayBeCorrected(result: CheckResult, now: Instant): boolean {
  return result.outcome === 'done' && now - instantOf(result.at) <= correctionWallDays * millisecondsPerDay;
}

function changeFault(
  log: MaintenanceLog,
  { resultId, itemId }: { readonly resultId: string; readonly itemId: string },
  next: (ticket: ItemResult['ticket']) => ItemResult['ticket'],
): Changed | MaintenanceRefusal {
  const result = resultOf(log, resultId);
  const item = result?.items.find((each) => each.itemId === itemId);
  if (!result || !item) return { code: 'not-found' };
  if (item.outcome !== 'fault' && item.ticket === null) return { code: 'no-fault' };
  const items = result.items.map((each) =>
    each.itemId === itemId ? { ...each, ticket: next(each.ticket) } : each,
  );
  return withResult(log, { ...result, items });
}

function withResult(log: MaintenanceLog, result: CheckResult): Changed | MaintenanceRefusal {
  const known = log.kinds[result.kindId];
  if (!known) return { code: 'not-found' };
  const results = known.results.map((each) => (each.id === result.id ? result : each));
  return { kinds: { ...log.kinds, [result.kindId]: { ...known, results } } };
}
