import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../../src/cards/index.js';
import { hostConfigOf, styleSheetOf, type Theme } from './themes.js';

/** Widths of the card's surroundings in pixels: a narrow phone, and a chat on a desktop. */
export const widths = { phone: 340, desktop: 700 } as const;
export type Width = keyof typeof widths;
export const widthNames = ['phone', 'desktop'] as const satisfies readonly Width[];

/** How a card is looked at. */
export interface Look {
  readonly theme: Theme;
  readonly width: Width;
}

/** A page on which one card after the other is drawn by Microsoft's renderer. */
export interface Stage {
  /** @returns what the parser says against the card */
  show(card: Card, look: Look): Promise<readonly string[]>;
  /** What does not fit, is cut off, or is read in another order than it is seen, in the card that is shown. */
  layoutFaults(): Promise<readonly string[]>;
  /** The same with a style sheet added that spoils the card: for tests of the measuring. */
  layoutFaultsWith(style: string): Promise<readonly string[]>;
  /** What axe finds serious or critical in the card that is shown; `rules` limits it to these. */
  axeFaults(rules?: readonly string[]): Promise<readonly string[]>;
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const scripts = [
  require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  require.resolve('axe-core/axe.min.js'),
  new URL('in-page.js', import.meta.url),
].map((file) => readFileSync(file, 'utf8'));

/** In place of each photo: the samples' addresses do not exist. */
const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240">
  <rect width="320" height="240" fill="#9bd"/>
  <path d="M150 0 L170 90 L130 130 L190 170 L160 240" stroke="#fff" stroke-width="4" fill="none"/></svg>`;

/**
 * What the renderer itself does, and no card can mend. Each names axe's rule and where it is, so that anything else of the
 * same rule is still found.
 */
const faultsOfTheRenderer = [
  {
    rule: 'label',
    html: /^<input class="ac-input (ac-choiceSetInput-filtered-textbox|ac-multichoiceInput ac-choiceSetInput-filtered)"/u,
    why: 'adaptivecards 3.0.6 draws the label of a filtered choice set, but does not tie it to its text box',
  },
] as const;

/** @throws Error where the browser cannot draw */
export async function openStage(browser: Browser): Promise<Stage> {
  const page = await browser.newPage();
  await page.route('https://desk.example.org/**', async (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: photo }),
  );
  await page.setContent(
    '<!doctype html><html><head><title>Card</title><style></style></head><body><main><div id="card"></div></main></body></html>',
  );
  for (const content of scripts) await page.addScriptTag({ content });
  return {
    show: async (card, look) => show(page, card, look),
    layoutFaults: async () => sentences(await page.evaluate('gallery.layoutFaults()')),
    layoutFaultsWith: async (style) => {
      await page.evaluate(`document.querySelector('style').textContent += ${JSON.stringify(style)}`);
      return sentences(await page.evaluate('gallery.layoutFaults()'));
    },
    axeFaults: async (rules) => axeFaults(page, rules),
    picture: async (path) => {
      await page.locator('main').screenshot({ path });
    },
    close: async () => page.close(),
  };
}

async function show(page: Page, card: Card, { theme, width }: Look): Promise<readonly string[]> {
  if (page.viewportSize()?.width !== widths[width])
    await page.setViewportSize({ width: widths[width], height: 200 });
  const given = [withMentionsShown(card), hostConfigOf(theme), styleSheetOf(theme)];
  const warnings: unknown = await page.evaluate(`gallery.show(...${JSON.stringify(given)})`);
  return sentences(warnings);
}

/** Teams draws a mention as the person's name; other renderers know nothing of it. */
function withMentionsShown(card: Card): unknown {
  return JSON.parse(JSON.stringify(card).replace(/<\/?at>/gu, ''));
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function axeFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  };
  const found: { violations: readonly Violation[] } = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes
        .filter(
          ({ html }) => !faultsOfTheRenderer.some((known) => known.rule === id && known.html.test(html)),
        )
        .map(({ html, failureSummary = '' }) => `${id} (${help}): ${html.slice(0, 200)} ${failureSummary}`),
    );
}

function sentences(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
