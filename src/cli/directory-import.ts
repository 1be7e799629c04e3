import { basename } from 'node:path';
import { DirectoryBook, readRegister } from '../campus/index.js';
import type { BrokenRule, RegisterReading, SkipReason } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { readInput } from './input-file.js';
import { withStore } from './open-store.js';
import { columns, CommandFailed } from './output.js';
import type { Output } from './output.js';

export interface ImportOptions {
  readonly dryRun?: true;
  readonly all?: true;
  readonly json?: true;
}

/** Reads the register and stores its schools, unless something is wrong with it. @throws CommandFailed then */
export async function importRegisterFile(
  file: string,
  options: ImportOptions,
  output: Output,
): Promise<void> {
  const reading = await readRegisterFile(file, options);
  tellReading(file, reading, output);
  const sound = reading.errors.length === 0;
  if (sound && !options.dryRun) await store(file, reading, output);
  if (options.json) {
    const { taken, skipped, errors } = reading;
    output.result({ taken: taken.length, skipped: skipped.length, errors });
  }
  if (!sound) throw new CommandFailed('Nothing was changed.');
  if (options.dryRun) output.tell('Dry run: nothing was changed.');
}

/** A file that cannot be opened is an error like any other, of line 0. */
export async function readRegisterFile(
  file: string,
  options: { readonly all?: true },
): Promise<RegisterReading> {
  try {
    return readRegister(await readInput(file), { all: options.all === true });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return { taken: [], skipped: [], errors: [{ line: 0, message: error.message }], lines: new Map() };
  }
}

async function store(file: string, { taken }: RegisterReading, output: Output): Promise<void> {
  const origin = { source: basename(file), at: systemClock.now() };
  const broken = await withStore(async (documents) => {
    const book = await DirectoryBook.open(documents);
    return book.importRegister(taken, origin);
  });
  output.tell(`Stored ${taken.length} schools.`);
  tellUnfitting(broken, output);
}

function tellUnfitting(broken: readonly BrokenRule[], output: Output): void {
  if (broken.length === 0) return;
  output.tell('The organisation that was applied before does not fit these schools; apply one that does:');
  for (const { message } of broken) output.tell(`  ${message}`);
}

function tellReading(file: string, { taken, skipped, errors, lines }: RegisterReading, output: Output): void {
  if (errors.length > 0) {
    output.tell(`${file}: ${errors.length === 1 ? 'one error' : `${errors.length} errors`}`);
    for (const { line, message } of errors)
      output.tell(line === 0 ? `  ${message}` : `  line ${line}: ${message}`);
    return;
  }
  output.tell(`Taken: ${taken.length}`);
  tellRows(
    taken.map(({ id, name }) => [`line ${lines.get(id) ?? 0}`, id, name]),
    output,
  );
  output.tell(`Skipped: ${skipped.length}`);
  tellRows(
    skipped.map(({ line, id, name, reason }) => [`line ${line}`, id, name, reasonFor(reason)]),
    output,
  );
}

function tellRows(rows: readonly string[][], output: Output): void {
  for (const row of columns(rows)) output.tell(`  ${row}`);
}

function reasonFor(reason: SkipReason): string {
  return reason.code === 'private'
    ? 'private school'
    : `run by the regional association (${reason.association})`;
}
