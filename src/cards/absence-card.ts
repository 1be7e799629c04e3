import { texts, type Language, type Texts } from '../i18n/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import { plainLine } from './escape.js';
import { common, type Choice, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

/** Days on which somebody is away, as the card lists them. */
export interface AbsenceLine {
  readonly name: string;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly deputy: string | null;
  /** By which it is changed; null for those of the organisation file. */
  readonly id: string | null;
  /** By which one of the file is ended; null for those that were entered. */
  readonly inFile: { readonly personId: string; readonly deputyId: string | null } | null;
}

/** What somebody sees who enters absences. */
export interface AbsenceView {
  /** What came of the last press: sentences, none where there was none. */
  readonly result: readonly string[];
  /** Those of this page, from 1 on. */
  readonly absences: readonly AbsenceLine[];
  readonly page: number;
  readonly pages: number;
  /** Who may be away, and who may stand in. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Who asks, and whether for others, too. */
  readonly self: string;
  readonly forOthers: boolean;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly now: Instant;
  readonly timeZone: string;
}

interface AbsenceData extends CommonData {
  readonly w: Texts['absences'];
  readonly result: readonly { readonly text: string }[];
  readonly rows: readonly {
    readonly line: string;
    readonly id: string;
    /** Empty where it was entered, and where nobody is named. */
    readonly filePerson: string;
    readonly fileDeputy: string;
    readonly named: string;
    readonly from: string;
    readonly to: string;
    readonly end: string;
  }[];
  readonly pageLine: string;
  readonly turns: readonly { readonly title: string; readonly page: number }[];
  readonly people: readonly Choice[];
  readonly self: string;
  readonly forOthers: boolean;
  readonly today: string;
}

const template = cardTemplate<AbsenceData>('absence');

/** Who is away when, page by page, and a form; verbs `absence.enter`, `absence.shorten`, `absence.end`, `absence.end-file` and `absence.page`. */
export function absenceCard(view: AbsenceView, language: Language): Card {
  const { absences: w, lists, visits } = texts(language);
  const { page, pages } = view;
  return template({
    ...common(language, 'waiting', w.word, 'accent'),
    w,
    result: view.result.map((text) => ({ text })),
    rows: view.absences.map((absence) => {
      const line = absenceLine(absence, view, language);
      return {
        line: absence.id === null ? w.fromFile(line) : line,
        id: absence.id ?? '',
        filePerson: absence.inFile?.personId ?? '',
        fileDeputy: absence.inFile?.deputyId ?? '',
        named: w.changeOf(line),
        from: absence.from,
        to: absence.to,
        end: absence.from < view.today ? w.endNow : w.takeBack,
      };
    }),
    pageLine: pages > 1 ? visits.worklist.page(page, pages) : '',
    turns: [
      ...(page > 1 ? [{ title: lists.actions.previousPage, page: page - 1 }] : []),
      ...(page < pages ? [{ title: lists.actions.nextPage, page: page + 1 }] : []),
    ],
    people: view.people.map(({ id, name }) => ({ title: plainLine(name), value: id })),
    self: view.self,
    forOthers: view.forOthers,
    today: view.today,
  });
}

/** An absence in words: who, from when to when, and who stands in. */
export function absenceLine(
  { name, from, to, deputy }: Omit<AbsenceLine, 'id' | 'inFile'>,
  { now, timeZone }: Pick<AbsenceView, 'now' | 'timeZone'>,
  language: Language,
): string {
  const { absences: w, times } = texts(language);
  const day = (date: string): string => times.date(instantOf(`${date}T11:00:00.000Z`), now, timeZone);
  const line = w.line(plainLine(name), day(from), day(to));
  return deputy === null ? line : w.withDeputy(line, plainLine(deputy));
}
