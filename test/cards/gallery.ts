/**
 * Draws every card with Microsoft's renderer at the width of a phone and of a desktop, and keeps pictures:
 * `npx tsx test/cards/gallery.ts [folder]`. For looking at, not for asserting.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType, type Page } from 'playwright-core';
import { hostConfig } from './host-config.js';
import { sampleCards } from './samples.js';

const folder = process.argv[2] ?? 'test-output/cards';
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

const style = `
  body { margin: 0; background: #f5f5f5; font-family: "Segoe UI", "Open Sans", "DejaVu Sans", sans-serif; }
  #card { background: #fff; border-radius: 6px; box-shadow: 0 1px 3px #0003; margin: 12px; overflow: hidden; }
  .ac-pushButton { border: 1px solid #d1d1d1; border-radius: 4px; background: #fff; padding: 6px 12px; font: 600 14px "Open Sans", sans-serif; }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7; }
  .ac-input { width: 100%; box-sizing: border-box; padding: 6px; border: 1px solid #d1d1d1; border-radius: 4px; font: 14px "Open Sans", sans-serif; }
  .ac-actionSet, .ac-actionSet div { flex-wrap: wrap !important; row-gap: 8px; }
  .ac-choiceSetInput-expanded, .ac-toggleInput { width: auto; }
  input[type=radio], input[type=checkbox] { width: auto !important; }
`;

async function draw(page: Page, name: string, card: unknown, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 200 });
  await page.evaluate(
    ([source, config]) => {
      const { AdaptiveCards } = globalThis as unknown as {
        AdaptiveCards: {
          AdaptiveCard: new () => { hostConfig: unknown; parse(json: unknown): void; render(): unknown };
          HostConfig: new (config: unknown) => unknown;
        };
      };
      const adaptiveCard = new AdaptiveCards.AdaptiveCard();
      adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(config);
      adaptiveCard.parse(source);
      const browser = globalThis as unknown as {
        document: { getElementById(id: string): { replaceChildren(child: unknown): void } };
      };
      browser.document.getElementById('card').replaceChildren(adaptiveCard.render());
    },
    [card, hostConfig] as const,
  );
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
}

/** Teams draws a mention as the person's name; other renderers know nothing of it. */
function withMentionsShown(card: unknown): unknown {
  return JSON.parse(JSON.stringify(card).replace(/<\/?at>/gu, ''));
}

/** Opens the form behind a button, also where the button is among the secondary ones. */
async function open(page: Page, title: string): Promise<void> {
  const button = page.getByRole('button', { name: title, exact: true });
  if ((await button.count()) === 0) await page.getByRole('button', { name: 'More options' }).first().click();
  await page.getByText(title, { exact: true }).last().click();
}

mkdirSync(folder, { recursive: true });
const executablePath = installed.find((path) => existsSync(path)) ?? (await chromium.executablePath());
const browser = await browserType.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ deviceScaleFactor: 1 });
// The samples' photos lie at an address that does not exist.
const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#9bd"/>
  <path d="M150 0 L170 90 L130 130 L190 170 L160 240" stroke="#fff" stroke-width="4" fill="none"/></svg>`;
await page.route('https://desk.example.org/**', async (route) =>
  route.fulfill({ contentType: 'image/svg+xml', body: photo }),
);
await page.setContent(`<style>${style}</style><div id="card"></div>`);
await page.addScriptTag({ content: readFileSync(renderer, 'utf8') });
const wanted = process.argv[3];
for (const { name, card, form } of sampleCards()) {
  if (wanted !== undefined && !name.includes(wanted)) continue;
  for (const width of [360, 760]) {
    await draw(page, name, withMentionsShown(card), width);
    if (form === undefined) continue;
    await open(page, form);
    await page.screenshot({ path: join(folder, `${name}-open-${width}.png`), fullPage: true });
  }
}
await browser.close();
