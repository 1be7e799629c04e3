import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { ZodIssue } from 'zod';
import { organisationSchema } from './organisation.js';
import type { Organisation } from './organisation.js';

/** Where in the file: the keys and positions that lead there. */
export type FilePath = readonly (string | number)[];

/** Something that is wrong, and where, for the person who has to mend it. */
export interface OrganisationProblem {
  /** `sites[3].campus`; empty for the file as a whole. */
  readonly path: string;
  /** Physical line from 1; 0 where there is none. */
  readonly line: number;
  readonly message: string;
}

/** Finds the place of a path in the file that was read. */
export type Locate = (path: FilePath, message: string) => OrganisationProblem;

export type OrganisationReading =
  | { readonly kind: 'read'; readonly organisation: Organisation; readonly locate: Locate }
  | { readonly kind: 'refused'; readonly problems: readonly OrganisationProblem[] };

/** Reads an organisation file (YAML, of which JSON is a part) and checks its shape; all problems are told together. */
export function readOrganisation(text: string): OrganisationReading {
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
  return checkShape(document, locate);
}

function checkShape(document: Document.Parsed, locate: Locate): OrganisationReading {
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Aliases that unfold without end.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', problems: [{ path: '', line: 0, message }] };
  }
  if (content === null) return { kind: 'refused', problems: [locate([], 'the file is empty')] };
  const checked = organisationSchema.safeParse(content);
  if (checked.success) return { kind: 'read', organisation: checked.data, locate };
  return { kind: 'refused', problems: checked.error.issues.flatMap((issue) => problemsOf(issue, locate)) };
}

function problemsOf(issue: ZodIssue, locate: Locate): OrganisationProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => locate([...issue.path, key], 'is not known here'));
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
