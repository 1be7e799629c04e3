import { InvalidArgumentError, type Command } from 'commander';
import type { Directory } from '../campus/index.js';
import { rulesPathsFromProcess } from '../config.js';
import { readPolicy } from '../service-rules-files.js';
import type { Policy } from '../sla/index.js';
import { categories, type Category } from '../tickets/index.js';
import { processOutput, type Output } from './output.js';
import { policyLines, promiseLines } from './policy-words.js';
import { storedDirectory } from './stored-directory.js';

interface ShowOptions {
  readonly schoolType?: string;
  readonly campus?: string;
  readonly category?: Category;
  readonly policy?: string;
}

/** `campusdesk policy ...`: what is promised, and what the clock does to keep it. */
export function registerPolicy(program: Command, output: Output = processOutput): void {
  const policy = program.command('policy').description('Checks a service policy and shows its promises');

  policy
    .command('check')
    .description('Names each wrong place of a policy file, or shows its promises and reminders')
    .argument('<file>', 'the service policy (JSON), see docs/service-policy.md')
    .action(async (file: string) => {
      const checked = await readPolicy(file);
      output.tell(`${file} is a right policy.`);
      tellAll(policyLines(checked), output);
      const directory = await storedDirectory(output);
      if (directory) tellAll(unknownNames(checked, directory), output);
    });

  policy
    .command('show')
    .description('Shows the promises and reminders in force, or what is promised for some tickets')
    .option('--category <name>', 'for tickets of this category; "other" unless given', categoryNamed)
    .option('--school-type <type>', "for tickets of schools of this type, in the register's words")
    .option('--campus <id>', 'for tickets of sites of this campus')
    .option(
      '--policy <file>',
      'the service policy (JSON); without it that of SERVICE_POLICY, else the default',
    )
    .action(async ({ category, schoolType, campus, policy: file }: ShowOptions) => {
      const shown = await readPolicy(file ?? rulesPathsFromProcess().policy);
      const isForSome = [category, schoolType, campus].some((option) => option !== undefined);
      const grounds = {
        category: category ?? 'other',
        schoolType: schoolType ?? null,
        campusId: campus ?? null,
      };
      tellAll(isForSome ? promiseLines(shown, grounds) : policyLines(shown), output);
    });
}

function tellAll(lines: readonly string[], output: Output): void {
  for (const line of lines) output.tell(line);
}

/** What the overrides name and the directory does not have: such an override never fits. */
function unknownNames({ overrides }: Policy, directory: Directory): string[] {
  const types = new Set(directory.schools.map(({ type }) => type));
  return overrides.flatMap(({ when }, index) => {
    const unknown = [
      ...(when.campus ?? []).filter((id) => !directory.campus(id)).map((id) => `campus "${id}"`),
      ...(when.schoolType ?? []).filter((type) => !types.has(type)).map((type) => `school type "${type}"`),
    ];
    return unknown.map((name) => `Override ${index + 1}: the directory knows no ${name}.`);
  });
}

function categoryNamed(name: string): Category {
  const known = categories.find((category) => category === name);
  if (known) return known;
  throw new InvalidArgumentError(`Write one of ${categories.join(', ')}.`);
}
