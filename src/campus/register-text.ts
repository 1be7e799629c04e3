/** A fault of a file, by physical line counted from 1. Line 0 stands for the file as a whole. */
export interface LineError {
  readonly line: number;
  readonly message: string;
}

/** No row of the official register is longer than 400 characters. */
const longestLine = 10_000;

/** The text of a file with `\n` as only line end, or why it is none. */
export type DecodedText =
  | { readonly text: string; readonly errors?: undefined }
  | { readonly text?: undefined; readonly errors: readonly LineError[] };

/** Checks that the bytes are UTF-8 text (with or without byte order mark) in lines of sensible length. */
export function decodeText(input: Uint8Array | string): DecodedText {
  if (typeof input !== 'string' && startsWithUtf16Mark(input)) {
    return { errors: [{ line: 1, message: 'the file is UTF-16; save it as UTF-8' }] };
  }
  const decoded = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : utf8Of(input);
  if (typeof decoded !== 'string') return { errors: [decoded] };
  const text = decoded.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return { errors: [{ line: 1, message: 'the file is empty' }] };
  const errors = faultsByLine(text.split('\n'));
  return errors.length > 0 ? { errors } : { text };
}

function startsWithUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function utf8Of(bytes: Uint8Array): string | LineError {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return notUtf8(bytes);
  }
}

function notUtf8(bytes: Uint8Array): LineError {
  if (bytes.includes(0)) return { line: 1, message: 'the file is binary, not a text file' };
  // With replacement characters in place of the bad bytes the lines can be counted as everywhere else.
  const lines = new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n').split('\n');
  const line = lines.findIndex((text) => text.includes('\uFFFD')) + 1;
  return { line, message: 'not UTF-8 (perhaps Latin-1 or Windows-1252); save the file as UTF-8' };
}

function faultsByLine(lines: readonly string[]): LineError[] {
  const errors: LineError[] = [];
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    if (content.length > longestLine) {
      errors.push({
        line,
        message: `the line has ${content.length} characters; at most ${longestLine} are read`,
      });
    } else if (content.includes('\uFFFD')) {
      errors.push({ line, message: 'a character was lost when the file was saved (U+FFFD)' });
    } else if (hasControlCharacter(content)) {
      // The rest of a binary file would only repeat this.
      return [...errors, { line, message: 'control characters: this is not a text file' }];
    }
  }
  return errors;
}

function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text);
}
