import { z } from 'zod';
import { notChecked } from '../cards/index.js';
import { noteLimit, outcomes, type ChecklistItem, type Finding } from '../maintenance/index.js';
import { isDate } from '../sla/index.js';

/** What every button of maintenance may carry; all of it is the client's word. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const siteId = z.string().min(1).max(40);
const date = z.string().refine(isDate);
/** Empty for the whole city. */
const campusId = z
  .string()
  .max(40)
  .nullish()
  .transform((value) => value || null);
const drawn = z.coerce.number().int().min(0).max(1e9);
const resultId = z.string().regex(/^[a-z0-9-]{1,40}[.]\d{4}-\d{2}-\d{2}$/);
/** Longer than any limit, so that the log itself says what is too long. */
const text = z
  .string()
  .max(16 * noteLimit)
  .nullish()
  .transform((value) => value ?? '');

export const listData = z.object({ campusId, page: z.coerce.number().int().min(1).max(1e4).catch(1) });
export const checkData = z.object({ siteId, kindId: key, campusId });
export const recordData = checkData.extend({ plannedOn: date, drawn, note: text });
export const leaveOutData = checkData.extend({ plannedOn: date, drawn, reason: text });
export const resultData = z.object({ siteId, resultId, campusId });
export const correctData = resultData.extend({ drawn, note: text });
export const faultData = resultData.extend({ itemId: key });

/**
 * What the inputs of a checklist say, item by item; an item of which nothing can be read is left out. A number that was
 * left empty was not measured.
 */
export function readFindings(
  checklist: readonly ChecklistItem[],
  data: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  return checklist.flatMap((item): Finding[] => {
    const said = data[`item-${item.id}`];
    const finding = item.kind === 'value' ? measured(said) : chosen(item, said);
    return finding ? [{ itemId: item.id, note: '', ...finding }] : [];
  });
}

type Found = Pick<Finding, 'outcome' | 'value'>;

function measured(said: unknown): Found | null {
  const written = typeof said === 'number' ? String(said) : typeof said === 'string' ? said.trim() : '';
  if (written === '') return { outcome: 'skipped', value: null };
  // Clients send what was typed, and German has a comma.
  const value = Number(written.replace(',', '.'));
  return Number.isFinite(value) && Math.abs(value) <= 1e9 ? { outcome: 'ok', value } : null;
}

function chosen(item: ChecklistItem, said: unknown): Found | null {
  if (said === notChecked) return { outcome: 'skipped', value: null };
  if (typeof said !== 'string') return null;
  if (item.kind === 'choice') return said.startsWith('is-') ? { outcome: 'ok', value: said.slice(3) } : null;
  const outcome = outcomes.find((each) => each === said);
  return outcome ? { outcome, value: null } : null;
}
