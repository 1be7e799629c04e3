import type { Language } from '../i18n/language.js';
import type { Report } from '../tickets/ticket.js';
import type { CheckResult, ItemResult } from './maintenance-log.js';
import type { MaintenancePlan } from './plan.js';

/** As long as a title may be. */
const titleLimit = 200;

/** Words of the language in which the report is written. */
interface FaultWords {
  /** That an item is at fault. */
  readonly fault: string;
  /** A title for an item of which nothing was measured or chosen: its text alone says how it should be. */
  readonly faultTitle: (check: string, item: string) => string;
}

/**
 * What a ticket says of a fault that a check found: the item's words as the title; the check, what was measured or chosen
 * and the notes as the description. Nothing is known of room and device.
 * @param language in which the report is written; the plan has both
 */
export function reportOfFault(
  plan: MaintenancePlan,
  site: { readonly id: string; readonly schoolId: string },
  result: CheckResult,
  item: ItemResult,
  language: Language,
  words: FaultWords,
): Report {
  const kind = plan.kinds.find(({ id }) => id === result.kindId);
  const category = kind?.categoryOfFault ?? 'other';
  const text = item.text[language];
  const check = result.name[language];
  const title = item.value === null ? words.faultTitle(check, text) : `${check}: ${text}`;
  return {
    category,
    alternatives: [category],
    title: title.slice(0, titleLimit),
    description: [
      `${text}: ${valueWords(plan, result, item, language) ?? words.fault}`,
      item.note,
      result.note,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    room: null,
    deviceTag: null,
    scope: null,
    blocked: false,
    schoolId: site.schoolId,
    siteId: site.id,
    bestTime: null,
    phone: null,
  };
}

/** `12 %` or `cracked`; null where nothing was measured or chosen. */
function valueWords(
  plan: MaintenancePlan,
  { kindId }: CheckResult,
  { itemId, value, unit }: ItemResult,
  language: Language,
): string | null {
  if (value === null) return null;
  const item = plan.kinds.find(({ id }) => id === kindId)?.checklist.find(({ id }) => id === itemId);
  if (item?.kind === 'choice') {
    return item.choices.find(({ id }) => id === value)?.text[language] ?? String(value);
  }
  const shown = typeof value === 'number' ? value.toLocaleString(language) : value;
  return [shown, unit].filter((part) => part !== '').join(' ');
}
