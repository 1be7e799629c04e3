/** Where a command speaks: results for machines on standard output, everything for people on standard error. */
export interface Output {
  /** One JSON value on a line of its own. */
  result(value: unknown): void;
  /** One line for people. */
  tell(line: string): void;
}

/** Names come from files and from people: none may move the cursor or turn text around. Line ends and tabs stay. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;

export const processOutput: Output = {
  result: (value) => process.stdout.write(`${JSON.stringify(value)}\n`),
  tell: (line) => process.stderr.write(`${line.replace(unprintable, '')}\n`),
};

/** The command could not do what it was asked to (exit code 1). The message, if any, is told before it ends. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** The command was called in a way that makes no sense (exit code 2). */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** Rows as aligned columns, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
