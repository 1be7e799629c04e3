import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import {
  compileCalendar,
  instantOfOffsetText,
  isoOf,
  type Instant,
  type ServiceCalendar,
} from '../sla/index.js';
import { readCalendar } from '../service-rules-files.js';
import { registerExplain } from './explain.js';
import { answerJsonLines, BadLine, badLines } from './json-lines.js';
import { CommandFailed, processOutput, WrongUse, type Output } from './output.js';

/** Where the lines come from and where the answers go; the process' own unless a test says otherwise. */
export interface Lines {
  readonly input: Readable;
  readonly answers: Writable;
}

const instant = z.string().transform((text, context): number => {
  const at = instantOfOffsetText(text);
  if (at !== undefined) return at;
  const message = 'write it as 2026-11-20T15:30:00+01:00, or with Z, so that it is one instant';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const dueLine = z.object({ start: instant, serviceMinutes: z.number().finite().nonnegative() });
const elapsedLine = z.object({ from: instant, to: instant });

interface Answer {
  readonly result: object;
  /** The latest instant that the result depends on. */
  readonly reachesTo: Instant;
}

interface Question {
  readonly name: string;
  readonly description: string;
  /** @throws BadLine */
  readonly answer: (calendar: ServiceCalendar, value: unknown) => Answer;
}

const questions: readonly Question[] = [
  {
    name: 'due',
    description:
      'read {"start": instant, "serviceMinutes": number} and write when that service time has passed',
    answer(calendar, value) {
      const { start, serviceMinutes } = checkedLine(dueLine, value);
      const due = calendar.due(start, serviceMinutes);
      return { result: { due: isoOf(due) }, reachesTo: due };
    },
  },
  {
    name: 'elapsed',
    description: 'read {"from": instant, "to": instant} and write how much service time lies between them',
    answer(calendar, value) {
      const { from, to } = checkedLine(elapsedLine, value);
      return { result: { serviceMinutes: calendar.serviceMinutesBetween(from, to) }, reachesTo: to };
    },
  },
];

/**
 * `campusdesk sla due` and `campusdesk sla elapsed`: service time for other programs, as JSON lines.
 * `campusdesk sla explain`: how the deadlines of a ticket came about, for people.
 */
export function registerSla(
  program: Command,
  output: Output = processOutput,
  lines: Lines = { input: process.stdin, answers: process.stdout },
): void {
  const sla = program.command('sla').description('Deadlines and service time');
  registerExplain(sla, output);
  for (const { name, description, answer } of questions) {
    sla
      .command(name)
      .description(description)
      .option('--json', 'write one JSON line for each line read')
      .option('--calendar <file>', 'the service calendar (JSON); without it the default')
      .action(async (options: { json?: true; calendar?: string }) => {
        if (options.json !== true) throw new WrongUse(`sla ${name} writes JSON lines only: add --json`);
        const calendar = compileCalendar(await readCalendar(options.calendar ?? null));
        let uncertain = 0;
        const answerTo = (value: unknown): object => {
          const { result, reachesTo } = answer(calendar, value);
          if (calendar.knownUntil !== null && reachesTo > calendar.knownUntil) uncertain += 1;
          return result;
        };
        const bad = await answerJsonLines({ ...lines, output, answerTo });
        if (uncertain > 0)
          output.tell(`Answers beyond the known school holidays, as if there were none: ${uncertain}.`);
        if (bad > 0) throw new CommandFailed(badLines(bad));
      });
  }
}

function checkedLine<Shape extends z.ZodTypeAny>(shape: Shape, value: unknown): z.output<Shape> {
  const line: z.SafeParseReturnType<z.input<Shape>, z.output<Shape>> = shape.safeParse(value);
  if (line.success) return line.data;
  throw new BadLine(
    line.error.issues
      .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
      .join('; '),
  );
}
