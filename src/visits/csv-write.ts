import type { Directory } from '../campus/index.js';
import { guarded } from './csv-cells.js';
import type { RotaColumn } from './csv-row.js';
import { rotaColumns, rowKinds, travelRemark, weekdayWords } from './lexicon/rota-words.js';
import type { RotaContent, RotaException, VisitRule } from './rota-content.js';
import { siteTitle } from './site-names.js';

type Cells = Partial<Record<RotaColumn, string>>;

/**
 * The rota as CSV that German spreadsheets open as a table: semicolons and a byte order mark. `readRotaCsv` reads the
 * same rota from it; the column with the name is for people alone.
 */
export function writeRotaCsv(content: RotaContent, directory: Directory): string {
  const headings = columns.map((column) => rotaColumns[column][0]);
  const rows = [...content.rules.map(cellsOfRule), ...content.exceptions.map(cellsOfException)];
  const lines = rows.map((cells) => {
    const named: Cells = { ...cells, name: guarded(siteTitle(directory, cells.site ?? '')) };
    return columns.map((column) => quoted(named[column] ?? ''));
  });
  const remark = `# ${travelRemark[0]}: ${content.travelMinutes}`;
  const table = [headings, ...lines].map((cells) => cells.join(';'));
  return `\uFEFF${[remark, ...table].join('\r\n')}\r\n`;
}

const columns = Object.keys(rotaColumns).filter((name): name is RotaColumn => name in rotaColumns);

function cellsOfRule(rule: VisitRule): Cells {
  return {
    kind: rowKinds.visit[0],
    site: rule.siteId,
    weekday: weekdayWords[rule.weekday][0],
    from: rule.from,
    to: rule.to,
    everyWeeks: String(rule.everyWeeks),
    startingWeek: rule.startingWeek,
    validFrom: rule.validFrom ?? '',
    validTo: rule.validTo ?? '',
    inSchoolHolidays: rule.inSchoolHolidays ? 'yes' : 'no',
  };
}

function cellsOfException(exception: RotaException): Cells {
  const { kind, siteId, date, note, enteredBy, at, earlier = [] } = exception;
  return {
    kind: rowKinds[kind][0],
    site: siteId,
    date,
    ...(kind !== 'cancelled' && { from: exception.from, to: exception.to }),
    ...(kind === 'moved' && { toDate: exception.toDate }),
    note: guarded(note),
    enteredBy: guarded(enteredBy ?? ''),
    enteredAt: at,
    earlier: earlier.join(' '),
  };
}

function quoted(cell: string): string {
  return /[";\n\r]|^#/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
