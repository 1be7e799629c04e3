import type { CheckKind, MaintenancePlan } from '../../src/maintenance/plan.js';
import type { VisitDates } from '../../src/maintenance/visit-dates.js';

const words = (text: string) => ({ de: text, en: text });

/** Printers, once in eight weeks from Monday, 2 March 2026 on, with an item of each form. */
export const printers: CheckKind = {
  id: 'printers',
  name: words('Printers'),
  checklist: [
    { id: 'page', kind: 'tick', text: words('Test page') },
    { id: 'toner', kind: 'value', text: words('Toner'), unit: '%', min: 15, max: 100 },
    {
      id: 'feed',
      kind: 'choice',
      text: words('Feed'),
      choices: [
        { id: 'clean', text: words('clean'), fault: false },
        { id: 'worn', text: words('worn'), fault: true },
      ],
    },
  ],
  recurrence: { kind: 'weeks', every: 8 },
  startingOn: '2026-03-02',
  earlyDays: 7,
  graceDays: 0,
  durationMinutes: 20,
  bring: [words('Toner')],
  categoryOfFault: 'printer',
  sites: 'all',
};

export function planOf(
  kinds: readonly CheckKind[] = [printers],
  joined: MaintenancePlan['joined'] = [],
): MaintenancePlan {
  return { schoolHolidays: 'DE-NW', joined, kinds };
}

/** A site that is visited on these dates. */
export function visitedOn(...dates: readonly string[]): VisitDates {
  return {
    nextFrom: (_siteId, date) => dates.find((each) => each >= date) ?? null,
    lastIn: (_siteId, first, last) => dates.findLast((each) => first <= each && each <= last) ?? null,
    idOn: (siteId, date) => (dates.includes(date) ? `${siteId}.${date}` : null),
  };
}
