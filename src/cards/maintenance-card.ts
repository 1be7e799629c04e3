import { texts, type Language, type Texts } from '../i18n/index.js';
import {
  noteLimit,
  outcomes,
  type CheckKind,
  type ChecklistItem,
  type CheckLine,
  type CheckResult,
} from '../maintenance/index.js';
import { plainLine } from './escape.js';
import {
  dueWords,
  lastDoneWords,
  numberWords,
  placeLine,
  type MaintenancePlace,
  type Moment,
} from './maintenance-lines.js';
import { choices, common, icons, type Choice, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

/** One check to be done, or one that was done and is corrected. */
export interface CheckView extends Moment {
  readonly place: MaintenancePlace;
  readonly check: CheckLine;
  readonly kind: CheckKind;
  /** What is corrected; null where the check is still to be done. */
  readonly corrects: CheckResult | null;
  /** The log's, so that the same press twice is known. */
  readonly revision: number;
  /** To whose list it goes back; null for the city's. */
  readonly campusId: string | null;
}

interface ItemData {
  readonly input: string;
  readonly label: string;
  readonly isChoice: boolean;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly hasNumber: boolean;
  readonly number: number;
}

interface CheckData extends CommonData {
  readonly w: Texts['maintenance'];
  readonly title: string;
  readonly place: string;
  readonly due: string;
  readonly dueColor: 'Default' | 'Attention';
  readonly lines: readonly { readonly text: string }[];
  readonly items: readonly ItemData[];
  readonly hint: string;
  readonly note: string;
  readonly noteLimit: number;
  readonly save: string;
  readonly verb: 'maintenance.record' | 'maintenance.correct';
  readonly canLeaveOut: boolean;
  readonly target: object;
  readonly list: object;
}

const template = cardTemplate<CheckData>('maintenance-check');

/** The word by which an input says that nobody looked. */
export const notChecked = 'skipped';

/**
 * The checklist of one check as a form with one button. Verbs `maintenance.record` or `maintenance.correct`,
 * `maintenance.leaving` and `maintenance.list`; inputs `check.item-<id>` and `check.note`.
 */
export function maintenanceCheckCard(view: CheckView, language: Language): Card {
  const t = texts(language);
  const { maintenance: w } = t;
  const { place, check, kind, corrects, revision, campusId } = view;
  const isOverdue = check.state === 'overdue' && corrects === null;
  const target = {
    siteId: place.siteId,
    kindId: kind.id,
    plannedOn: check.plannedOn,
    campusId: campusId ?? '',
    drawn: revision,
    ...(corrects && { resultId: corrects.id }),
  };
  const hasValues = kind.checklist.some((item) => item.kind === 'value');
  return template({
    ...common(
      language,
      isOverdue ? 'urgent' : 'list',
      corrects ? w.actions.correct : w.word,
      isOverdue ? 'warning' : 'accent',
    ),
    w,
    title: plainLine(kind.name[language]),
    place: placeLine(place),
    due: corrects ? '' : `${isOverdue ? `${icons.urgent} ` : ''}${dueWords(check, view, t)}`,
    dueColor: isOverdue ? 'Attention' : 'Default',
    lines: corrects ? [] : introduction(view, language),
    items: kind.checklist.map((item) => itemData(item, corrects, language)),
    hint: hasValues ? w.valueHint : '',
    note: corrects?.note ?? '',
    noteLimit,
    save: corrects ? w.actions.saveCorrection : w.actions.save,
    verb: corrects ? 'maintenance.correct' : 'maintenance.record',
    canLeaveOut: corrects === null,
    target,
    list: { campusId: campusId ?? '', page: 1 },
  });
}

function introduction(view: CheckView, language: Language): CheckData['lines'] {
  const t = texts(language);
  const { check, kind } = view;
  const things = kind.bring.map((thing) => thing[language]).join(', ');
  const lines = [
    lastDoneWords(check, view, t),
    t.maintenance.duration(kind.durationMinutes),
    ...(things === '' ? [] : [t.maintenance.bring(plainLine(things))]),
  ];
  return lines.map((text) => ({ text }));
}

function itemData(item: ChecklistItem, corrects: CheckResult | null, language: Language): ItemData {
  const { maintenance: w } = texts(language);
  const before = corrects?.items.find(({ itemId }) => itemId === item.id);
  const text = item.text[language];
  const base = { input: `check.item-${item.id}`, value: '', hasNumber: false, number: 0 };
  if (item.kind === 'value') {
    const range = w.range(numberWords(item.min, language), numberWords(item.max, language), item.unit);
    const number = typeof before?.value === 'number' ? before.value : null;
    return {
      ...base,
      label: plainLine(w.valueLabel(text, range)),
      isChoice: false,
      choices: [],
      hasNumber: number !== null,
      number: number ?? 0,
    };
  }
  const chosen = before?.outcome === 'skipped' ? notChecked : before && `is-${String(before.value)}`;
  return {
    ...base,
    label: plainLine(text),
    isChoice: true,
    choices: item.kind === 'tick' ? choices(outcomes, w.outcomes) : chosenFrom(item.choices, w, language),
    value: item.kind === 'tick' ? (before?.outcome ?? '') : (chosen ?? ''),
  };
}

function chosenFrom(
  offered: Extract<ChecklistItem, { kind: 'choice' }>['choices'],
  w: Texts['maintenance'],
  language: Language,
): readonly Choice[] {
  return [
    ...offered.map(({ id, text }) => ({ title: plainLine(text[language]), value: `is-${id}` })),
    { title: w.outcomes.skipped, value: notChecked },
  ];
}

interface LeaveOutData extends CommonData {
  readonly w: Texts['maintenance'];
  readonly title: string;
  readonly place: string;
  readonly noteLimit: number;
  readonly target: object;
}

const leaveOut = cardTemplate<LeaveOutData>('maintenance-leave-out');

/** Asks why a check is left out; verbs `maintenance.leave-out` and `maintenance.open`, input `leave.reason`. */
export function maintenanceLeaveOutCard(view: Omit<CheckView, 'corrects'>, language: Language): Card {
  const { maintenance: w } = texts(language);
  const { place, kind, check, campusId, revision } = view;
  return leaveOut({
    ...common(language, 'list', w.word, 'accent'),
    w,
    title: plainLine(kind.name[language]),
    place: placeLine(place),
    noteLimit,
    target: {
      siteId: place.siteId,
      kindId: kind.id,
      plannedOn: check.plannedOn,
      campusId: campusId ?? '',
      drawn: revision,
    },
  });
}
