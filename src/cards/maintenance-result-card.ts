import { texts, type Language, type Texts } from '../i18n/index.js';
import type { CheckKind, CheckResult, ItemResult } from '../maintenance/index.js';
import { instantOf } from '../sla/index.js';
import { formatTicketId } from '../tickets/index.js';
import { plain, plainLine } from './escape.js';
import { dayWords, foundWords, placeLine, type MaintenancePlace, type Moment } from './maintenance-lines.js';
import { common, icons, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

/** What came of a check. */
export interface CheckResultView extends Moment {
  readonly place: MaintenancePlace;
  readonly result: CheckResult;
  /** As the plan has it now; null where it has it no more. */
  readonly kind: CheckKind | null;
  readonly mayCorrect: boolean;
  /** The planned date of the next one (YYYY-MM-DD); null where none is known. */
  readonly nextOn: string | null;
  readonly revision: number;
  readonly campusId: string | null;
}

interface ResultData extends CommonData {
  readonly w: Texts['maintenance'];
  readonly title: string;
  readonly place: string;
  readonly lines: readonly { readonly text: string }[];
  readonly items: readonly {
    readonly text: string;
    readonly found: string;
    readonly color: 'Default' | 'Attention';
    readonly ticket: string;
    readonly canReport: boolean;
    readonly report: string;
    readonly target: object;
  }[];
  readonly note: string;
  readonly next: string;
  readonly mayCorrect: boolean;
  readonly target: object;
  readonly list: object;
}

const template = cardTemplate<ResultData>('maintenance-result');

const outcomeIcons = { ok: icons.resolved, fault: icons.urgent, skipped: '–' } as const;

/** What was found, with a button for each fault that has no ticket yet. Verbs `maintenance.fault`, `.edit` and `.list`. */
export function maintenanceResultCard(view: CheckResultView, language: Language): Card {
  const t = texts(language);
  const { maintenance: w } = t;
  const { place, result, campusId, revision, nextOn } = view;
  const faults = result.items.filter(({ outcome }) => outcome === 'fault').length;
  const target = { siteId: place.siteId, resultId: result.id, campusId: campusId ?? '', drawn: revision };
  return template({
    ...header(result, faults, language),
    w,
    title: plainLine(result.name[language]),
    place: placeLine(place),
    lines: resultLines(view, faults, t).map((text) => ({ text })),
    items: result.items.map((item) => ({
      text: plainLine(item.text[language]),
      found: `${outcomeIcons[item.outcome]} ${foundWords(item, result, view.kind, language)}`,
      color: item.outcome === 'fault' ? ('Attention' as const) : ('Default' as const),
      ticket: ticketLine(item, w),
      canReport: item.outcome === 'fault' && item.ticket?.isMade !== true,
      report: plainLine(w.ticketFor(item.text[language])),
      target: { ...target, itemId: item.itemId },
    })),
    note: plain(result.note),
    next: nextOn === null ? '' : w.next(dayWords(nextOn, view, t)),
    mayCorrect: view.mayCorrect,
    target,
    list: { campusId: campusId ?? '', page: 1 },
  });
}

function header({ outcome }: CheckResult, faults: number, language: Language): CommonData {
  const { maintenance: w } = texts(language);
  if (outcome === 'left-out') return common(language, 'closed', w.leftOutWord);
  return faults === 0
    ? common(language, 'resolved', w.doneWord, 'good')
    : common(language, 'urgent', w.faultWord, 'warning');
}

function resultLines(
  { result, now, timeZone }: CheckResultView,
  faults: number,
  t: Texts,
): readonly string[] {
  const { maintenance: w, times } = t;
  const at = (iso: string): string => times.stamp(instantOf(iso), now, timeZone);
  const by = plainLine(result.by.name);
  const corrected = result.corrected;
  if (result.outcome === 'left-out') return [w.leftOutBy(at(result.at), by)];
  return [
    w.doneBy(at(result.at), by),
    ...(corrected ? [w.correctedBy(at(corrected.at), plainLine(corrected.by.name))] : []),
    ...(faults > 0
      ? [w.faults(faults)]
      : result.items.some(({ outcome }) => outcome === 'skipped')
        ? []
        : [w.allFine]),
  ];
}

function ticketLine({ ticket }: ItemResult, w: Texts['maintenance']): string {
  return ticket?.isMade ? w.ticket(plainLine(formatTicketId(ticket.id))) : '';
}
