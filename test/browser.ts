import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const installedNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Headless Chromium: an installed Chrome or Chromium, else the one from npm, which needs no system package.
 * Its package's own argument list is left aside: with --single-process it dies when a context closes.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: installedBrowser() ?? (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => installedNames.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((candidate) => existsSync(candidate));
}
