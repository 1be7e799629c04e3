import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.js';
import { RulesFileError } from '../service-rules-files.js';
import { StoreError } from '../store/errors.js';
import { CommandFailed, WrongUse } from './output.js';
import type { Output } from './output.js';

export const exitCodes = { done: 0, failed: 1, wrongUse: 2 } as const;

/** The program without its commands; all of its words go to people, none to machines. */
export function createProgram(output: Output): Command {
  const write = (text: string): void => {
    output.tell(text.trimEnd());
  };
  return new Command('campusdesk')
    .description("The help desk of the city's IT school campus: directory, service hours, trials.")
    .configureOutput({ writeOut: write, writeErr: write })
    .showHelpAfterError('(--help explains the command)')
    .exitOverride();
}

/** Runs the command that the arguments name and resolves with the exit code; never throws. */
export async function runProgram(program: Command, args: readonly string[], output: Output): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    if (error instanceof WrongUse) {
      output.tell(`error: ${error.message}`);
      return exitCodes.wrongUse;
    }
    output.tell(sentenceFor(error));
    return exitCodes.failed;
  }
}

const expected = [CommandFailed, ConfigError, RulesFileError, StoreError];

/** Expected failures are told in a sentence; a fault of the program shows where it happened. */
function sentenceFor(error: unknown): string {
  if (expected.some((kind) => error instanceof kind) && error instanceof Error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
