import type { Command } from 'commander';
import { ExampleBook, ReportBuilder, type Confusion, type IntakeReport } from '../learning/index.js';
import { isDate } from '../sla/index.js';
import type { Unreadable } from '../store/index.js';
import { withStore } from './open-store.js';
import { columns, WrongUse, type Output } from './output.js';

interface Options {
  readonly since?: string;
  readonly json?: true;
}

/** A long read says after so many examples that it goes on. */
const progressStep = 1000;

/** `campusdesk intake report`: what people correct in their drafts, and the words behind it. */
export function registerIntakeReport(intake: Command, output: Output): void {
  intake
    .command('report')
    .description(
      'tell what people corrected in their drafts: what was taken for what, and the words behind it',
    )
    .option('--since <date>', 'only reports from this day on (YYYY-MM-DD)')
    .option('--json', 'the report as one JSON line on standard output')
    .action(async (_options: unknown, command: Command) => {
      // `intake` has a --json, too, which takes this one.
      const { since = null, json } = command.optsWithGlobals<Options>();
      if (since !== null && !isDate(since)) throw new WrongUse(`--since must be a day, YYYY-MM-DD: ${since}`);
      const report = await readReport(since, output);
      if (json) output.result(report);
      else for (const line of reportLines(report)) output.tell(line);
    });
}

async function readReport(since: string | null, output: Output): Promise<IntakeReport> {
  return withStore(async (store) => {
    const book = await ExampleBook.open(store);
    const builder = new ReportBuilder(since);
    const onUnreadable = ({ message }: Unreadable): void => {
      output.tell(message);
    };
    for await (const month of book.confirmed(onUnreadable)) builder.addConfirmed(month);
    let read = 0;
    for await (const example of book.examples(since, onUnreadable)) {
      builder.add(example);
      read += 1;
      if (read % progressStep === 0) output.tell(`${read} corrections read …`);
    }
    return builder.report();
  });
}

function reportLines(report: IntakeReport): string[] {
  const from = report.since === null ? '' : ` since ${report.since}`;
  if (report.reports === 0) return [`No report began with a message${from}.`];
  return [
    `${report.reports} reports began with a message${from}; ${report.confirmed} were sent as they were understood (${percent(report.confirmed / report.reports)}).`,
    '',
    ...columns([
      ['field', 'right', 'corrected'],
      ...report.fields.map(({ field, right, corrected }) => [field, percent(right ?? 0), String(corrected)]),
    ]),
    '',
    ...(report.confusions.length === 0
      ? ['No category was corrected.']
      : columns([
          ['taken for', 'but was', 'times', 'share', 'words'],
          ...report.confusions.map(confusionRow),
        ])),
  ];
}

function confusionRow({ guessed, corrected, count, share, words }: Confusion): string[] {
  return [guessed, corrected, String(count), percent(share), words.map(({ word }) => word).join(' ')];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
