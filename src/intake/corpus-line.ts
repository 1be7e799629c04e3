import { categories, scopes } from '../tickets/index.js';
import type { Understanding } from './understanding.js';

/** A message with what a person reads in it, as the corpus holds it. */
export interface LabelledMessage extends Pick<
  Understanding,
  'category' | 'room' | 'deviceTag' | 'scope' | 'blocked' | 'language'
> {
  readonly text: string;
}

/** One file of the corpus: the messages of one writer. */
export interface CorpusFile {
  readonly name: string;
  /** One line that describes the writer. */
  readonly style: string;
  readonly messages: readonly LabelledMessage[];
}

/** Files of the corpus that cannot be used. The message names each wrong line as `file:line`. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  constructor(readonly problems: readonly string[]) {
    super(`The corpus has ${problems.length} problem(s):\n${problems.map((p) => `- ${p}`).join('\n')}`);
  }
}

const separator = ' :: ';
const styleMark = '# style: ';

/**
 * Reads a file of the corpus: `# style: …` on its first line, then `labels :: text`, one message a line.
 *
 * @example parseCorpusFile('x.txt', '# style: short\nnetwork; school; en :: No Wi-Fi').messages[0]?.scope // 'school'
 * @throws CorpusError that names all wrong lines
 */
export function parseCorpusFile(name: string, content: string): CorpusFile {
  const problems: string[] = [];
  const messages: LabelledMessage[] = [];
  const [first = '', ...lines] = content.replaceAll('\r\n', '\n').split('\n');
  const style = first.startsWith(styleMark) ? first.slice(styleMark.length).trim() : '';
  if (style === '') problems.push(`${name}:1: must be "${styleMark}<who writes like this>"`);
  const lineOf = new Map<string, number>();
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const place = index + 2;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') problems.push(`${name}:${place}: ${parsed}`);
    else if (lineOf.has(parsed.text))
      problems.push(`${name}:${place}: the text stands in line ${lineOf.get(parsed.text) ?? 0} already`);
    else {
      lineOf.set(parsed.text, place);
      messages.push(parsed);
    }
  });
  if (problems.length > 0) throw new CorpusError(problems);
  return { name, style, messages };
}

/** The line that `parseCorpusFile` reads back as the same message. */
export function corpusLine(message: LabelledMessage): string {
  const labels: string[] = [message.category];
  if (message.scope !== null) labels.push(message.scope);
  if (message.blocked) labels.push('blocked');
  if (message.room !== null) labels.push(`room=${message.room}`);
  if (message.deviceTag !== null) labels.push(`tag=${message.deviceTag}`);
  if (message.language === 'en') labels.push('en');
  // A separator inside the text would end the labels too late when read back.
  const text = message.text.replaceAll('\n', '\\n').replaceAll(separator, ' : ');
  return `${labels.join('; ')}${separator}${text}`;
}

/** The message of a line, or what is wrong with it. */
function parseLine(line: string): LabelledMessage | string {
  const [head, text, ...more] = line.split(separator);
  if (head === undefined || text === undefined) return `has no "${separator}" between labels and text`;
  if (more.length > 0) return `has more than one "${separator}"`;
  if (text.trim() === '') return 'has no text';
  const [first = '', ...labels] = head.split(';').map((label) => label.trim());
  const category = categories.find((known) => known === first);
  if (category === undefined) return `"${first}" is no category`;
  const said = new Map<string, string>();
  for (const label of labels) {
    const [kind, value] = kindOf(label);
    if (kind === null) return `"${label}" is no label`;
    if (said.has(kind)) return `says its ${kind} twice`;
    said.set(kind, value);
  }
  return {
    text: text.replaceAll('\\n', '\n'),
    category,
    room: said.get('room') ?? null,
    deviceTag: said.get('tag') ?? null,
    scope: scopes.find((scope) => scope === said.get('scope')) ?? null,
    blocked: said.has('blocked'),
    language: said.has('language') ? 'en' : 'de',
  };
}

/** What a label is about and what it says; null where it is none. */
function kindOf(label: string): readonly [kind: string | null, value: string] {
  if (scopes.some((scope) => scope === label)) return ['scope', label];
  if (label === 'blocked') return ['blocked', label];
  if (label === 'en') return ['language', label];
  const [, kind = null, value = ''] = /^(room|tag)=(\S.*)$/.exec(label) ?? [];
  return [kind, value];
}
