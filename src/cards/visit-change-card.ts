import { texts, type Language, type Texts } from '../i18n/index.js';
import type { VisitWindow } from '../tickets/index.js';
import { longestNote } from '../visits/index.js';
import { plain, plainLine } from './escape.js';
import { dayWords, placeLine, type MaintenancePlace, type Moment } from './maintenance-lines.js';
import { common, icons, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { windowWords } from './visit-line.js';

/** A visit that can be cancelled or moved, or was. */
export interface ChangedVisit {
  readonly place: MaintenancePlace;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Null where it was cancelled. */
  readonly window: VisitWindow | null;
  /** The date from which it was moved; null where it was not. */
  readonly movedFrom: string | null;
}

/** Where a single visit is cancelled or moved. */
export interface VisitChangeView extends Moment {
  /** What came of the last press: sentences, none where there was none. */
  readonly result: readonly string[];
  /** Whose visits are listed; one of both is given. */
  readonly of: { readonly campusId: string; readonly schoolId: string };
  readonly name: string;
  /** None where one is chosen. */
  readonly visits: readonly ChangedVisit[];
  readonly chosen:
    | (ChangedVisit & {
        /** Why it was moved or cancelled; empty where nobody said. */
        readonly note: string;
        /** How many tickets are planned for it. */
        readonly planned: number;
        /** From and to (HH:MM) of the form. */
        readonly from: string;
        readonly to: string;
      })
    | null;
  /** The first day (YYYY-MM-DD) to which a visit can be moved. */
  readonly today: string;
}

interface ChangeData extends CommonData {
  readonly w: Texts['visits']['change'];
  readonly result: readonly { readonly text: string }[];
  readonly title: string;
  readonly lines: readonly { readonly text: string }[];
  readonly rows: readonly { readonly text: string; readonly open: string; readonly data: object }[];
  readonly isChosen: boolean;
  readonly canCancel: boolean;
  readonly canRestore: boolean;
  readonly limit: number;
  readonly form: Readonly<Record<'id' | 'date' | 'from' | 'to' | 'today', string>>;
  readonly data: object;
}

const template = cardTemplate<ChangeData>('visit-change');

/** The next visits, or one of them with what can be done about it; verbs `visit.*`. */
export function visitChangeCard(view: VisitChangeView, language: Language): Card {
  const t = texts(language);
  const { change: w } = t.visits;
  const { chosen, of, visits } = view;
  const intro = visits.length === 0 ? w.none : w.intro;
  return template({
    ...common(language, 'list', w.word, 'accent'),
    w,
    result: view.result.map((text) => ({ text })),
    title: chosen ? placeLine(chosen.place) : plainLine(view.name),
    lines: (chosen ? chosenLines(chosen, view, t) : [intro]).map((text) => ({ text })),
    rows: visits.map((visit) => {
      const text = rowWords(visit, view, t);
      const data = { ...of, siteId: visit.place.siteId, date: visit.date };
      return { text: `${text} ▸`, open: `${text} ${w.open}`, data };
    }),
    isChosen: chosen !== null,
    canCancel: chosen !== null && chosen.window !== null,
    canRestore: chosen !== null && (chosen.window === null || chosen.movedFrom !== null),
    limit: longestNote,
    form: {
      id: chosen ? `${chosen.place.siteId.replaceAll('.', '-')}-${chosen.date}` : '',
      date: chosen?.date ?? '',
      from: chosen?.from ?? '',
      to: chosen?.to ?? '',
      today: view.today,
    },
    data: chosen ? { ...of, siteId: chosen.place.siteId, date: chosen.date } : of,
  });
}

function rowWords(visit: ChangedVisit, view: VisitChangeView, t: Texts): string {
  const state = stateWords(visit, view, t);
  const when = visit.window ? windowWords(visit.window, view, t) : dayWords(visit.date, view, t);
  return [when, placeLine(visit.place), ...(state === null ? [] : [state])].join(' · ');
}

function stateWords({ window, movedFrom }: ChangedVisit, view: VisitChangeView, t: Texts): string | null {
  const { change: w } = t.visits;
  if (window === null) return w.cancelled;
  return movedFrom === null ? null : w.movedFrom(dayWords(movedFrom, view, t));
}

function chosenLines(
  chosen: NonNullable<VisitChangeView['chosen']>,
  view: VisitChangeView,
  t: Texts,
): readonly string[] {
  const { change: w } = t.visits;
  const state = stateWords(chosen, view, t);
  const when = chosen.window ? windowWords(chosen.window, view, t) : dayWords(chosen.date, view, t);
  return [
    `${icons.waiting} ${when}`,
    ...(state === null ? [] : [state]),
    ...(chosen.note === '' ? [] : [w.because(plain(chosen.note))]),
    ...(chosen.planned === 0 ? [] : [w.planned(chosen.planned)]),
    w.told,
  ];
}
