import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { ZodIssue, ZodType, ZodTypeDef } from 'zod';

/** Where in the file: the keys and positions that lead there. */
export type FilePath = readonly (string | number)[];

/** Something that is wrong, and where, for the person who has to mend it. */
export interface FileProblem {
  /** `sites[3].campus`; empty for the file as a whole. */
  readonly path: string;
  /** Physical line from 1; 0 where there is none. */
  readonly line: number;
  readonly message: string;
}

/** Finds the place of a path in the file that was read. */
export type Locate = (path: FilePath, message: string) => FileProblem;

/** The content of a file whose shape is right, or everything that is wrong with it. */
export type FileReading<T> =
  | { readonly kind: 'read'; readonly content: T; readonly locate: Locate }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** What a file has to look like. */
type Shape<T> = ZodType<T, ZodTypeDef, unknown>;

/** Reads a file that administrators write (YAML, of which JSON is a part) and checks its shape; all problems are told together. */
export function readYamlFile<T>(text: string, shape: Shape<T>): FileReading<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // School numbers and ids stay the texts that were typed: 012345 must not become a number.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag)),
  });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      path: '',
      line: error.linePos?.[0].line ?? 0,
      message: error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code,
    }));
    return { kind: 'refused', problems };
  }
  const locate = locatorOf(document, lines);
  return checkShape(document, shape, locate);
}

function checkShape<T>(document: Document.Parsed, shape: Shape<T>, locate: Locate): FileReading<T> {
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Aliases that unfold without end.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', problems: [{ path: '', line: 0, message }] };
  }
  if (content === null) return { kind: 'refused', problems: [locate([], 'the file is empty')] };
  const checked = shape.safeParse(content);
  if (checked.success) return { kind: 'read', content: checked.data, locate };
  return { kind: 'refused', problems: checked.error.issues.flatMap((issue) => problemsOf(issue, locate)) };
}

function problemsOf(issue: ZodIssue, locate: Locate): FileProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => locate([...issue.path, key], 'is not known here'));
  }
  if (issue.code === 'invalid_union_discriminator') {
    return [locate(issue.path, `must be one of ${issue.options.map(String).join(', ')}`)];
  }
  const missing = issue.code === 'invalid_type' && issue.received === 'undefined';
  return [locate(issue.path, missing ? 'is missing' : issue.message)];
}

function locatorOf(document: Document.Parsed, lines: LineCounter): Locate {
  return (path, message) => ({ path: written(path), line: lineOf(document, lines, path), message });
}

/** The line of the innermost part of the path that the file really has. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: FilePath): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 0;
}

function written(path: FilePath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}
