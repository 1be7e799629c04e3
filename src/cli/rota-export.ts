import { systemClock } from '../clock.js';
import { sampleRota, writeRotaCalendar, writeRotaCsv, type RotaContent } from '../visits/index.js';
import { CommandFailed, type Output } from './output.js';
import { campusOf } from './rota-campus.js';
import { withRota, type StoredRota } from './stored-rota.js';
import { writeText } from './text-file.js';

export type RotaFormat = 'csv' | 'ics';

export interface RotaExportOptions {
  readonly format: RotaFormat;
  readonly campus?: string;
  readonly out?: string;
  readonly force?: true;
}

/** Writes the stored rota, or that of one campus, to a file or to standard output. @throws CommandFailed */
export async function exportRota(
  options: RotaExportOptions,
  write: (text: string) => void,
  output: Output,
): Promise<void> {
  const text = await withRota(async (stored) => {
    const { content } = stored.rota.current();
    return textOf(
      options.campus === undefined ? content : ofCampus(content, options.campus, stored),
      options.format,
      stored,
    );
  });
  if (options.out === undefined) write(text);
  else await writeNew(options.out, text, options.force === true, output);
}

export interface RotaSampleOptions {
  readonly out?: string;
  readonly force?: true;
  readonly load?: true;
}

/** Writes an invented rota for the stored directory as CSV, or stores it. @throws CommandFailed */
export async function sampleOfRota(options: RotaSampleOptions, output: Output): Promise<void> {
  const { out } = options;
  await withRota(async (stored) => {
    const directory = stored.directory.current();
    const content = sampleRota(directory);
    if (out !== undefined)
      await writeNew(out, writeRotaCsv(content, directory), options.force === true, output);
    if (!options.load) return;
    const { stored: isStored } = await stored.rota.import(() => content, {
      source: 'sample rota',
      at: systemClock.now(),
    });
    if (!isStored) throw new CommandFailed('The sample rota does not fit the stored directory.');
    output.tell('Stored the sample rota.');
  });
}

function textOf(content: RotaContent, format: RotaFormat, { directory, rules }: StoredRota): string {
  const grounds = { directory: directory.current(), rules, now: systemClock.now() };
  return format === 'csv' ? writeRotaCsv(content, grounds.directory) : writeRotaCalendar(content, grounds);
}

function ofCampus(content: RotaContent, named: string, { directory, rota }: StoredRota): RotaContent {
  const sites = new Set(rota.current().siteIdsOf(campusOf(named, directory.current()).id));
  return {
    ...content,
    rules: content.rules.filter(({ siteId }) => sites.has(siteId)),
    exceptions: content.exceptions.filter(({ siteId }) => sites.has(siteId)),
  };
}

async function writeNew(file: string, text: string, overwrite: boolean, output: Output): Promise<void> {
  await writeText(file, text, overwrite);
  output.tell(`Wrote ${file}.`);
}
