import { InvalidArgumentError, type Command } from 'commander';
import { runDemo } from './demo/run-demo.js';
import { processOutput, type Output } from './output.js';

/** `campusdesk demo`: the bot and three Agents Playground windows on this machine, with the sample directory. */
export function registerDemo(program: Command, output: Output = processOutput): void {
  program
    .command('demo')
    .description(
      'Starts the bot with the sample directory and three windows: a teacher, a campus manager and the help desk',
    )
    .option('--speed <factor>', 'run the service clock this many times as fast', speed, 1)
    .option('--fresh', 'forget what earlier demonstrations left behind')
    .option('--port <number>', 'port of the bot; the windows take the next three', port, 3978)
    .action(async (options: { speed: number; port: number; fresh?: true }) => {
      await runDemo({ speed: options.speed, port: options.port, fresh: options.fresh === true }, output);
    });
}

function speed(text: string): number {
  const factor = Number(text);
  if (!(factor > 0 && factor <= 10_000)) throw new InvalidArgumentError('A number above 0, at most 10000.');
  return factor;
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_532) {
    throw new InvalidArgumentError('A whole number from 1 to 65532.');
  }
  return number;
}
