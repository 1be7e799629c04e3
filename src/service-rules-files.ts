import type { RulesPaths } from './config.js';
import { InputFileError, readInputText } from './input-file.js';
import { rulesVersionOf } from './service-rules-version.js';
import {
  defaultCalendar,
  defaultPolicy,
  DefinitionError,
  parseCalendar,
  parseMovableHolidays,
  parsePolicy,
  serviceRules,
  type CalendarDefinition,
  type DefinitionProblem,
  type Policy,
  type ServiceRules,
} from './sla/index.js';

type MovableHolidays = ReadonlyMap<string, readonly string[]>;

/** Files with rules that cannot be used. The message names each file, and in it each wrong place on a line of its own. */
export class RulesFileError extends Error {
  override readonly name = 'RulesFileError';
}

/** The rules of the service, from its files. @throws RulesFileError that names what is wrong in all of them */
export async function readServiceRules(paths: RulesPaths): Promise<ServiceRules> {
  const [calendar, policy, movableHolidays] = await Promise.allSettled([
    readCalendar(paths.calendar),
    readPolicy(paths.policy),
    readMovableHolidays(paths.movableHolidays),
  ]);
  if (
    calendar.status === 'fulfilled' &&
    policy.status === 'fulfilled' &&
    movableHolidays.status === 'fulfilled'
  ) {
    const content = {
      calendar: calendar.value,
      policy: policy.value,
      movableHolidays: movableHolidays.value,
    };
    return serviceRules({ version: rulesVersionOf(content), ...content });
  }
  throw together([calendar, policy, movableHolidays]);
}

/** When there is service; by default the help desk's own hours. @throws RulesFileError */
export async function readCalendar(path: string | null): Promise<CalendarDefinition> {
  return path === null ? defaultCalendar : readRulesFile('calendar', path, parseCalendar);
}

/** What is promised, and what the clock does to keep it. @throws RulesFileError */
export async function readPolicy(path: string | null): Promise<Policy> {
  return path === null ? defaultPolicy : readRulesFile('policy', path, parsePolicy);
}

/** Dates (YYYY-MM-DD) by school number; none by default. @throws RulesFileError */
export async function readMovableHolidays(path: string | null): Promise<MovableHolidays> {
  return path === null ? new Map() : readRulesFile('movable holidays', path, parseMovableHolidays);
}

async function readRulesFile<T>(subject: string, path: string, parse: (value: unknown) => T): Promise<T> {
  const unreadable = (fault: string): RulesFileError =>
    new RulesFileError(`${subject} refused: ${path}: cannot be read, it ${fault}`);
  let text = '';
  try {
    text = await readInputText(path);
    return parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof InputFileError) throw unreadable(error.fault);
    if (error instanceof SyntaxError) throw unreadable(`is not valid JSON: ${placeIn(text, error)}`);
    if (error instanceof DefinitionError) {
      throw new RulesFileError([`${subject} refused: ${path}`, ...placeLines(error.problems)].join('\n'));
    }
    throw error;
  }
}

/** The parser's words; where they count characters, as line and column. */
function placeIn(text: string, { message }: SyntaxError): string {
  const oneLine = message.replaceAll('\n', ' ');
  const match = /^(.*) at position (\d+)/s.exec(oneLine);
  if (!match) return oneLine;
  const before = text.slice(0, Number(match[2])).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${match[1] ?? ''}`;
}

function placeLines(problems: readonly DefinitionProblem[]): string[] {
  const width = Math.max(...problems.map(({ place }) => place.length));
  return problems.map(({ place, message }) => `  ${place.padEnd(width)}  ${message}`);
}

/** What several reads failed with, as one error; anything but wrong files goes before. */
function together(reads: readonly PromiseSettledResult<unknown>[]): unknown {
  const faults = reads.flatMap((read): unknown[] => (read.status === 'rejected' ? [read.reason] : []));
  const other = faults.find((fault) => !(fault instanceof RulesFileError));
  if (other !== undefined) return other;
  return new RulesFileError(
    faults.map((fault) => (fault instanceof RulesFileError ? fault.message : '')).join('\n'),
  );
}
