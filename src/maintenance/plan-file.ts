import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { ZodIssue } from 'zod';
import { planSchema, type PlanFile } from './plan.js';

/** Where in the file: the keys and positions that lead there. */
export type PlanPath = readonly (string | number)[];

/** Something that is wrong, and where, for the person who has to mend it. */
export interface PlanProblem {
  /** `kinds[0].checklist[2].min`; empty for the file as a whole. */
  readonly path: string;
  /** Physical line from 1; 0 where there is none. */
  readonly line: number;
  readonly message: string;
}

/** Finds the place of a path in the file that was read. */
type Locate = (path: PlanPath, message: string) => PlanProblem;

export type PlanReading =
  | { readonly kind: 'read'; readonly file: PlanFile; readonly locate: Locate }
  | { readonly kind: 'refused'; readonly problems: readonly PlanProblem[] };

/** Reads a plan file (YAML, of which JSON is a part) and checks its shape; all problems are told together. */
export function readPlan(text: string): PlanReading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // Ids of sites stay the texts that were typed: 012345 must not become a number.
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
  return checkShape(document, (path, message) => ({
    path: written(path),
    line: lineOf(document, lines, path),
    message,
  }));
}

function checkShape(document: Document.Parsed, locate: Locate): PlanReading {
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Aliases that unfold without end.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', problems: [{ path: '', line: 0, message }] };
  }
  if (content === null) return { kind: 'refused', problems: [locate([], 'the file is empty')] };
  const checked = planSchema.safeParse(content);
  if (checked.success) return { kind: 'read', file: checked.data, locate };
  return { kind: 'refused', problems: checked.error.issues.flatMap((issue) => problemsOf(issue, locate)) };
}

function problemsOf(issue: ZodIssue, locate: Locate): PlanProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => locate([...issue.path, key], 'is not known here'));
  }
  if (issue.code === 'invalid_union_discriminator') {
    return [locate(issue.path, `must be one of ${issue.options.map(String).join(', ')}`)];
  }
  const missing = issue.code === 'invalid_type' && issue.received === 'undefined';
  return [locate(issue.path, missing ? 'is missing' : issue.message)];
}

/** The line of the innermost part of the path that the file really has. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: PlanPath): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 0;
}

function written(path: PlanPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}
