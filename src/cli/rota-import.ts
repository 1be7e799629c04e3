import { basename } from 'node:path';
import type { Directory } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { localDateIn } from '../sla/index.js';
import {
  keptExceptions,
  readRotaCalendar,
  readRotaCsv,
  sentenceOf,
  type RotaContent,
  type RotaException,
  type RotaImport,
  type RotaProblem,
  type RotaReading,
} from '../visits/index.js';
import { readTextInput } from './input-file.js';
import { CommandFailed, type Output } from './output.js';
import { campusOf } from './rota-campus.js';
import { withRota, type StoredRota } from './stored-rota.js';

export interface RotaImportOptions {
  readonly dryRun?: true;
  readonly campus?: string;
  readonly json?: true;
}

/** A problem as it is told: with the line of the file, 0 for the file as a whole. */
interface ToldProblem {
  readonly line: number;
  readonly severity: RotaProblem['severity'];
  readonly message: string;
}

/** What became of a file. `kept` are exceptions that people entered and that count on. */
interface Taken {
  readonly problems: readonly ToldProblem[];
  readonly stored: boolean;
  readonly kept: readonly RotaException[];
}

/**
 * Reads a rota (CSV, or iCalendar by the file's ending) and stores it in place of the one before, or of that of one
 * campus, unless something is wrong. What people entered for days to come stays, unless the file says something else for
 * that site and day. @throws CommandFailed then
 */
export async function importRota(file: string, options: RotaImportOptions, output: Output): Promise<void> {
  const text = await readTextInput(file);
  const { reading, problems, stored, kept } = await withRota(async (rota) => {
    const read = readRota(file, text, rota);
    return { reading: read, ...(await take(read, basename(file), options, rota)) };
  });
  for (const { line, severity, message } of problems) {
    output.tell(
      `${line > 0 ? `${file}:${line}` : file}: ${severity === 'warning' ? 'warning: ' : ''}${message}`,
    );
  }
  const content = reading.kind === 'read' ? reading.content : { rules: [], exceptions: [] };
  const counts = { rules: content.rules.length, exceptions: content.exceptions.length };
  if (options.json) output.result({ stored, ...counts, kept: kept.map(keptWords), problems });
  for (const exception of kept) output.tell(`kept, entered by a person: ${keptWords(exception)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new CommandFailed(`${errors === 1 ? 'One error' : `${errors} errors`}; nothing was changed.`);
  output.tell(`${counts.rules} rules, ${counts.exceptions} exceptions.`);
  output.tell(options.dryRun ? 'Dry run: nothing was changed.' : 'Stored.');
}

function readRota(file: string, text: string, { directory, rules }: StoredRota): RotaReading {
  const grounds = { directory: directory.current(), rules, at: systemClock.now() };
  return /[.](ics|ical)$/i.test(file) ? readRotaCalendar(text, grounds) : readRotaCsv(text, grounds);
}

async function take(
  reading: RotaReading,
  source: string,
  options: RotaImportOptions,
  { directory, rota, rules }: StoredRota,
): Promise<Taken> {
  if (reading.kind === 'refused') {
    const problems = reading.errors.map((error) => ({ ...error, severity: 'error' as const }));
    return { problems, stored: false, kept: [] };
  }
  const now = systemClock.now();
  const here = directory.current();
  const campusId = options.campus === undefined ? null : campusOf(options.campus, here).id;
  const foreign = campusId === null ? [] : outsideOf(campusId, reading, here);
  if (foreign.length > 0) return { problems: foreign, stored: false, kept: [] };
  const today = localDateIn(rules.calendar.timeZone)(now);
  let kept: readonly RotaException[] = [];
  const contentFor = (before: RotaContent): RotaContent => {
    kept = keptExceptions(before, reading.content, today, here).filter(
      ({ siteId }) => campusId === null || here.site(siteId)?.campusId === campusId,
    );
    // The file's own stand first, so that its lines are found again.
    const content = { ...reading.content, exceptions: [...reading.content.exceptions, ...kept] };
    return campusId === null ? content : withCampus(before, content, campusId, here);
  };
  const imported: RotaImport = options.dryRun
    ? { stored: false, problems: rota.check(contentFor(rota.current().content), now) }
    : await rota.import(contentFor, { source, at: now });
  const problems = imported.problems.map((problem) => ({
    line: problem.place ? reading.lineOf(problem.place) : 0,
    severity: problem.severity,
    message: sentenceOf(problem, here),
  }));
  return { problems, stored: imported.stored, kept };
}

function keptWords({ siteId, date, kind }: RotaException): string {
  return `${siteId} ${date} ${kind}`;
}

/** What the file says of sites of other campuses. */
function outsideOf(
  campusId: string,
  reading: Extract<RotaReading, { kind: 'read' }>,
  directory: Directory,
): ToldProblem[] {
  const { rules, exceptions } = reading.content;
  const lists = { rules, exceptions } as const;
  return (['rules', 'exceptions'] as const).flatMap((list) =>
    lists[list].flatMap(({ siteId }, index): ToldProblem[] => {
      if (directory.site(siteId)?.campusId === campusId) return [];
      const message = `${siteId} is no site of ${campusId}`;
      return [{ line: reading.lineOf({ list, index }), severity: 'error', message }];
    }),
  );
}

/** The rota with everything of one campus from the file, which stands first, so that its lines are found again. */
function withCampus(
  before: RotaContent,
  { rules, exceptions }: RotaContent,
  campusId: string,
  directory: Directory,
): RotaContent {
  const isElsewhere = ({ siteId }: { readonly siteId: string }): boolean =>
    directory.site(siteId)?.campusId !== campusId;
  return {
    travelMinutes: before.travelMinutes,
    rules: [...rules, ...before.rules.filter(isElsewhere)],
    exceptions: [...exceptions, ...before.exceptions.filter(isElsewhere)],
  };
}
