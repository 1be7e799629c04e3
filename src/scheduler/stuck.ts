import { isOfDatabase } from '../store/index.js';
import type { Failing } from './back-off.js';

/** A due document that could not be done, for the people who run the service. */
export interface Stuck {
  readonly source: string;
  readonly documentId: string;
  /** In a row. */
  readonly failures: number;
  /** The error's name and message, where that tells nothing of persons and of places. */
  readonly error: string;
}

const longestMessage = 200;

/** What may be said aloud of a failing document. */
export function stuckOf(source: string, { id, times, error }: Failing): Stuck {
  return { source, documentId: id, failures: times, error: inWords(error) };
}

/** Anybody may ask how the service is: where the store lies, and texts that a parser quotes, stay in the log. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { name, message } = error;
  const tellsTooMuch = isOfDatabase(error) || /^(Syntax|Zod)Error$/.test(name);
  const firstLine = message.split('\n', 1)[0] ?? '';
  return tellsTooMuch || firstLine === '' ? name : `${name}: ${firstLine.slice(0, longestMessage)}`;
}
