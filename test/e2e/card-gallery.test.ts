import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/index.js';
import { drawingsOf } from '../cards/gallery/drawings.js';
import { inspect, onStages, sentencesOf } from '../cards/gallery/inspection.js';
import { openStage, type Look, type Stage } from '../cards/gallery/stage.js';
import { sampleCards } from '../cards/samples.js';
import { openBrowser } from '../browser.js';

const onPhone = { theme: 'light', width: 'phone' } as const;
/** The other themes differ in colours alone, the other width in where things stand. */
const looks: readonly (readonly [Look, readonly string[] | undefined])[] = [
  [onPhone, undefined],
  [{ theme: 'dark', width: 'phone' }, ['color-contrast']],
  [{ theme: 'contrast', width: 'phone' }, ['color-contrast']],
  [{ theme: 'light', width: 'desktop' }, []],
];

let browser: Browser;
let stages: readonly Stage[];

beforeAll(async () => {
  browser = await openBrowser();
  stages = await Promise.all([openStage(browser), openStage(browser)]);
});
afterAll(async () => browser.close());

describe('every card, drawn by Microsoft’s renderer', () => {
  test.each(looks)(
    'fits, is read in the order in which it is seen, and axe finds nothing serious: %o',
    async (look, rules) => {
      const faults: string[] = [];
      await onStages(stages, drawingsOf(sampleCards()), async (stage, drawing) => {
        faults.push(...sentencesOf(drawing.name, look, await inspect(stage, drawing, look, rules)));
      });
      expect(faults).toEqual([]);
    },
  );
});

describe('the look at a card', () => {
  const faultsOf = async (body: readonly object[], look: Look = onPhone): Promise<string> => {
    const card: Card = { type: 'AdaptiveCard', version: '1.5', lang: 'en', body };
    const sample = { name: 'bad', template: 'bad', language: 'en', card } as const;
    const [stage] = stages;
    if (!stage) throw new Error('there is no stage');
    return sentencesOf('bad', look, await inspect(stage, { name: 'bad', sample, card }, look)).join('\n');
  };
  const word = 'x'.repeat(80);
  const columns = (...texts: readonly string[]) => ({
    type: 'ColumnSet',
    columns: texts.map((text) => ({ type: 'Column', width: '200px', items: [{ type: 'TextBlock', text }] })),
  });

  test('says nothing of a good one', async () => {
    expect(await faultsOf([{ type: 'TextBlock', text: 'Good', wrap: true }])).toBe('');
  });

  test('finds text that is cut off, and columns that are too wide for a phone but not for a desktop', async () => {
    expect(await faultsOf([{ type: 'TextBlock', text: word }])).toMatch(/cut off: .*xxx/u);
    expect(await faultsOf([columns('one', 'two')])).toMatch(/too wide by \d+ px: .*two/u);
    expect(await faultsOf([columns('one', 'two')], { theme: 'light', width: 'desktop' })).toBe('');
  });

  test('finds what is read after something that is seen later', async () => {
    const body = [columns('first', 'second')];
    const [stage] = stages;
    expect(await faultsOf(body, { theme: 'light', width: 'desktop' })).toBe('');
    const turned = await stage?.layoutFaultsWith('.ac-columnSet { flex-direction: row-reverse; }');
    expect(turned?.join()).toMatch(/read after “.*first”, but seen before it: .*second/u);
  });

  test('finds a picture without words, an input without a label, and text that is hard to see', async () => {
    const picture = { type: 'Image', url: 'https://desk.example.org/photos/a.jpg' };
    expect(await faultsOf([picture])).toContain('image-alt');
    expect(await faultsOf([{ type: 'Input.Text', id: 'a' }])).toContain('label');
    const [stage] = stages;
    expect((await stage?.axeFaults()) ?? []).not.toEqual([]);
  });

  test('finds what the parser does not know', async () => {
    expect(await faultsOf([{ type: 'Carousel.Unknown', text: 'x' }])).toMatch(/unknown/iu);
  });
});
