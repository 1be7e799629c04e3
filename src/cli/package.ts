import { writeFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { CommandFailed, processOutput, WrongUse, type Output } from './output.js';

interface PackageOptions {
  readonly appId: string;
  readonly out: string;
  readonly host?: string;
  readonly website: string;
  readonly privacy?: string;
  readonly terms?: string;
  readonly json?: true;
}

/** `campusdesk package`: the file that an administrator uploads to Teams. */
export function registerPackage(program: Command, output: Output = processOutput): void {
  program
    .command('package')
    .description('Builds the app package (manifest, icons, texts) for the upload to Teams')
    .requiredOption('--app-id <guid>', "application id of the bot's app registration")
    .requiredOption('--out <file>', 'the zip file to write')
    .option('--host <domain>', 'domain at which the service is reached, such as campusdesk.example.org')
    .option('--website <url>', 'page about the service', 'https://www.dortmund.de/')
    .option('--privacy <url>', 'privacy statement; the website unless given')
    .option('--terms <url>', 'terms of use; the website unless given')
    .option('--json', 'machine-readable result on standard output')
    .action((options: PackageOptions) => writePackage(options, output));
}

async function writePackage(options: PackageOptions, output: Output): Promise<void> {
  checkOptions(options);
  // Checking needs a large library that no other command wants.
  const { buildAppPackage, InvalidPackage } = await import('./app-package.js');
  const built = await buildAppPackage({
    MICROSOFT_APP_ID: options.appId.toLowerCase(),
    BOT_DOMAIN: options.host ?? '',
    WEBSITE_URL: options.website,
    PRIVACY_URL: options.privacy ?? options.website,
    TERMS_URL: options.terms ?? options.website,
  }).catch((error: unknown) => {
    throw error instanceof InvalidPackage ? new CommandFailed(error.message) : error;
  });
  try {
    await writeFile(options.out, built.zip);
  } catch (error) {
    throw new CommandFailed(
      `${options.out} cannot be written (${error instanceof Error ? error.message : 'unknown'})`,
    );
  }
  if (options.json) output.result({ file: options.out, bytes: built.zip.length, files: built.files });
  output.tell(
    `${options.out}: ${built.files.join(', ')}. Upload it in the Teams admin center under Manage apps.`,
  );
}

/** @throws WrongUse */
function checkOptions(options: PackageOptions): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(options.appId)) {
    throw new WrongUse('--app-id must be a GUID, the application id of the app registration');
  }
  if (options.host !== undefined && !/^([a-z0-9-]+\.)+[a-z0-9-]+$/i.test(options.host)) {
    throw new WrongUse('--host must be a domain alone, without https:// and path');
  }
  for (const name of ['website', 'privacy', 'terms'] as const) {
    const url = options[name];
    if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://'))) {
      throw new WrongUse(`--${name} must be an https address`);
    }
  }
}
