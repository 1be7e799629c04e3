import { texts, type Language, type Texts } from '../i18n/index.js';
import type { CheckLine, CheckUrgency } from '../maintenance/index.js';
import { plainLine } from './escape.js';
import {
  dueWords,
  lastDoneWords,
  placeLine,
  type MaintenancePlace,
  type Moment,
} from './maintenance-lines.js';
import { common, icons, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

/** What is due and overdue in a campus or the city, one page of it. */
export interface MaintenanceListView extends Moment {
  /** Null for the whole city. */
  readonly campus: { readonly id: string; readonly name: string } | null;
  /** How many there are on all pages, by how much they press. */
  readonly counts: Readonly<Record<CheckUrgency, number>>;
  /** Those of this page. */
  readonly rows: readonly { readonly check: CheckLine; readonly place: MaintenancePlace }[];
  /** From 1 on. */
  readonly page: number;
  readonly pages: number;
}

/** So many checks stand on a page. */
export const maintenancePageLength = 10;

interface ListData extends CommonData {
  readonly w: Texts['maintenance'];
  readonly title: string;
  readonly counts: string;
  readonly rows: readonly {
    readonly title: string;
    readonly place: string;
    readonly line: string;
    readonly color: 'Default' | 'Attention';
    readonly open: string;
    readonly target: object;
  }[];
  readonly pageLine: string;
  readonly previous: { readonly shown: boolean; readonly target: object };
  readonly next: { readonly shown: boolean; readonly target: object };
}

const template = cardTemplate<ListData>('maintenance-list');

/** A list of checks, the longest overdue first; verbs `maintenance.open` and `maintenance.list`. */
export function maintenanceListCard(view: MaintenanceListView, language: Language): Card {
  const t = texts(language);
  const { maintenance: w } = t;
  const { campus, page, pages } = view;
  const campusId = campus?.id ?? '';
  return template({
    ...common(language, 'list', w.word, 'accent'),
    w,
    title: plainLine(w.listTitle(campus?.name ?? null)),
    counts: w.counts(view.counts),
    rows: view.rows.map((row) => listRow(row, view, language)),
    pageLine: pages > 1 ? w.page(page, pages) : '',
    previous: { shown: page > 1, target: { campusId, page: page - 1 } },
    next: { shown: page < pages, target: { campusId, page: page + 1 } },
  });
}

/** The whole row can be pressed, so its name is what is seen of it: people who speak to their device say that. */
function listRow(
  { check, place }: MaintenanceListView['rows'][number],
  view: MaintenanceListView,
  language: Language,
): ListData['rows'][number] {
  const t = texts(language);
  const title = plainLine(check.name[language]);
  const where = `${icons.school} ${placeLine(place)}`;
  const isOverdue = check.state === 'overdue';
  const sign = isOverdue ? icons.urgent : icons.waiting;
  const line = `${sign} ${dueWords(check, view, t)} · ${lastDoneWords(check, view, t)}`;
  return {
    title,
    place: where,
    line,
    color: isOverdue ? 'Attention' : 'Default',
    open: [title, where, line, t.maintenance.actions.open].join(' '),
    target: { siteId: check.siteId, kindId: check.kindId, campusId: view.campus?.id ?? '' },
  };
}
