import type { Command } from 'commander';
import type { Output } from '../../src/cli/output.js';
import { createProgram, runProgram } from '../../src/cli/run.js';

export interface Called {
  readonly exitCode: number;
  /** What machines read, line by line. */
  readonly results: readonly unknown[];
  /** What people read. */
  readonly told: string;
}

/** Calls commands as the command line does, in this process. */
export async function call(
  register: (program: Command, output: Output) => void,
  ...args: readonly string[]
): Promise<Called> {
  const results: unknown[] = [];
  const told: string[] = [];
  const output: Output = {
    result: (value) => results.push(JSON.parse(JSON.stringify(value))),
    tell: (line) => told.push(line),
  };
  const program = createProgram(output);
  register(program, output);
  const exitCode = await runProgram(program, args, output);
  return { exitCode, results, told: told.join('\n') };
}
