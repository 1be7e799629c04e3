import type { Finding, MaintenanceRefusal } from './commands.js';
import type { ItemResult } from './maintenance-log.js';
import type { ChecklistItem } from './plan.js';

/** Of a note, in characters. */
export const noteLimit = 500;

/**
 * What was found of each item of a checklist, in its order. A value outside of its range, or a choice that the plan calls
 * a fault, is one whatever was said. An item that is not among the findings was skipped only if that was said.
 */
export function itemResults(
  checklist: readonly ChecklistItem[],
  findings: readonly Finding[],
): readonly ItemResult[] | MaintenanceRefusal {
  const results: ItemResult[] = [];
  for (const item of checklist) {
    const finding = findings.find(({ itemId }) => itemId === item.id);
    const outcome = finding && outcomeOf(item, finding);
    if (!finding || !outcome) return { code: 'incomplete' };
    if (finding.note.length > noteLimit) return { code: 'too-long', limit: noteLimit };
    const isValue = item.kind !== 'tick' && outcome !== 'skipped';
    results.push({
      itemId: item.id,
      text: item.text,
      outcome,
      value: isValue ? finding.value : null,
      unit: item.kind === 'value' ? item.unit : '',
      note: finding.note.trim(),
      ticket: null,
    });
  }
  return results.every(({ outcome }) => outcome === 'skipped') ? { code: 'nothing-checked' } : results;
}

/** Null where the value is none that the item can have. */
function outcomeOf(item: ChecklistItem, { outcome, value }: Finding): ItemResult['outcome'] | null {
  if (outcome === 'skipped' || item.kind === 'tick') return outcome;
  if (item.kind === 'choice') {
    const chosen = item.choices.find(({ id }) => id === value);
    if (!chosen) return null;
    return chosen.fault ? 'fault' : outcome;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const isOutside = (item.min !== null && value < item.min) || (item.max !== null && value > item.max);
  return isOutside ? 'fault' : outcome;
}
