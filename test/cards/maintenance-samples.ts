import {
  maintenanceCheckCard,
  maintenanceLeaveOutCard,
  maintenanceListCard,
  maintenanceResultCard,
  type CheckView,
  type MaintenanceListView,
} from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import type { CheckKind, CheckLine, CheckResult, ItemResult } from '../../src/maintenance/index.js';
import { directory, manager, now, report, rules } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** Recurring checks: lists, the form of one, and what came of it. What administrators and managers typed is in each. */
export function maintenanceSamples(language: Language): readonly SampleCard[] {
  const view = checkView();
  const overdue = { ...check('overdue'), overdueSince: '2026-10-08', overdueDays: 47 };
  return [
    ...samplesOf('maintenance-list', language, {
      campus: maintenanceListCard(list(), language),
      page: maintenanceListCard(
        { ...list(), page: 2, pages: 3, counts: { overdue: 1, now: 3, ahead: 20 } },
        language,
      ),
      city: maintenanceListCard(
        { ...list(), campus: null, counts: { overdue: 0, now: 2, ahead: 1 } },
        language,
      ),
      none: maintenanceListCard({ ...list(), counts: { overdue: 0, now: 0, ahead: 0 }, rows: [] }, language),
    }),
    ...samplesOf('maintenance-check', language, {
      due: maintenanceCheckCard(view, language),
      overdue: maintenanceCheckCard({ ...view, check: overdue }, language),
      early: maintenanceCheckCard({ ...view, check: check('early') }, language),
      correction: maintenanceCheckCard({ ...view, corrects: result() }, language),
    }),
    ...samplesOf('maintenance-leave-out', language, { asked: maintenanceLeaveOutCard(view, language) }),
    ...samplesOf('maintenance-result', language, {
      faults: maintenanceResultCard(resultView(result()), language),
      fine: maintenanceResultCard(resultView({ ...result(), note: '', items: [item('ok')] }), language),
      'left-out': maintenanceResultCard(
        { ...resultView({ ...result(), outcome: 'left-out', items: [] }), mayCorrect: false, nextOn: null },
        language,
      ),
    }),
  ];
}

function place() {
  const city = directory();
  const site = city.site('site-branch');
  return {
    siteId: 'site-branch',
    school: city.school(site?.schoolId ?? '')?.name ?? '',
    site: site?.name ?? null,
  };
}

const words = (de: string, en: string) => ({ de, en });
/** Stands for what an administrator wrote into the plan. */
const typed = (): string => report.room ?? '';

function kind(): CheckKind {
  return {
    id: 'projector-filters',
    name: words(`${typed()}: Filter der Beamer`, `${typed()}: filters of projectors`),
    checklist: [
      {
        id: 'filters',
        kind: 'tick',
        text: words(`${typed()}: Filter gereinigt`, `${typed()}: filters cleaned`),
      },
      { id: 'picture', kind: 'tick', text: words('Bild scharf und hell', 'Picture sharp and bright') },
      {
        id: 'lamp',
        kind: 'value',
        unit: 'h',
        min: 0,
        max: 3000,
        text: words(`${typed()}: Lampenlaufzeit`, `${typed()}: lamp hours`),
      },
      {
        id: 'cables',
        kind: 'choice',
        text: words('Kabel', 'Cables'),
        choices: [
          { id: 'complete', text: words(`${typed()}: vollständig`, `${typed()}: complete`), fault: false },
          { id: 'missing', text: words('fehlen', 'missing'), fault: true },
        ],
      },
    ],
    recurrence: { kind: 'months', every: 6 },
    startingOn: '2026-03-02',
    earlyDays: 14,
    graceDays: 14,
    durationMinutes: 45,
    bring: [
      words(`${typed()}: Staubsauger`, `${typed()}: vacuum cleaner`),
      words('Ersatzfilter', 'Spare filters'),
    ],
    categoryOfFault: 'display',
    sites: 'all',
  };
}

function check(state: CheckLine['state']): CheckLine {
  const { id, name, checklist, bring, durationMinutes } = kind();
  return {
    siteId: 'site-branch',
    kindId: id,
    name,
    checklist: checklist.map(({ text }) => text),
    bring,
    durationWallMinutes: durationMinutes,
    plannedOn: state === 'early' ? '2026-12-01' : '2026-11-23',
    openFrom: '2026-11-09',
    dueOn: '2026-11-26',
    state,
    overdueSince: null,
    overdueDays: 0,
    lastDoneOn: state === 'overdue' ? null : '2026-05-21',
  };
}

function checkView(): CheckView {
  const timeZone = rules.calendar.timeZone;
  return {
    place: place(),
    check: check('due'),
    kind: kind(),
    corrects: null,
    revision: 4,
    campusId: 'campus-7',
    now,
    timeZone,
  };
}

function list(): MaintenanceListView {
  const overdue = { ...check('overdue'), overdueSince: '2026-11-23', overdueDays: 1 };
  const campus = directory().campus('campus-7');
  return {
    campus: campus ? { id: campus.id, name: campus.name } : null,
    counts: { overdue: 1, now: 1, ahead: 1 },
    rows: [overdue, check('due'), check('due')].map((line) => ({ check: line, place: place() })),
    page: 1,
    pages: 1,
    now,
    timeZone: rules.calendar.timeZone,
  };
}

function item(outcome: ItemResult['outcome'], changes: Partial<ItemResult> = {}): ItemResult {
  const text = words(`${typed()}: Filter gereinigt`, `${typed()}: filters cleaned`);
  return { itemId: 'filters', text, outcome, value: null, unit: '', note: '', ticket: null, ...changes };
}

function result(): CheckResult {
  const { id, name } = kind();
  return {
    id: `${id}.2026-11-23`,
    kindId: id,
    name,
    plannedOn: '2026-11-23',
    outcome: 'done',
    at: '2026-11-24T07:50:00.000Z',
    on: '2026-11-24',
    by: { id: manager.id, name: manager.name },
    visitId: null,
    note: report.description,
    items: [
      item('fault'),
      item('fault', {
        itemId: 'lamp',
        text: words('Lampenlaufzeit', 'Lamp hours'),
        value: 3120,
        unit: 'h',
        ticket: { id: 'K7M3QX', isMade: true },
      }),
      item('ok', { itemId: 'cables', text: words('Kabel', 'Cables'), value: 'complete' }),
      item('skipped', { itemId: 'picture', text: words('Bild scharf und hell', 'Picture sharp and bright') }),
    ],
    corrected: { at: '2026-11-24T07:55:00.000Z', by: { id: manager.id, name: manager.name } },
  };
}

function resultView(one: CheckResult) {
  const timeZone = rules.calendar.timeZone;
  const where = { place: place(), campusId: 'campus-7', revision: 5 };
  return { ...where, result: one, kind: kind(), mayCorrect: true, nextOn: '2027-05-24', now, timeZone };
}
