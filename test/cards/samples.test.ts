import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type * as Cards from '../../src/cards/index.js';
import type * as Templates from '../../src/cards/template.js';
import { sampleCards } from './samples.js';

/** Which template and which exported function each card came from. */
const drawn = vi.hoisted(() => ({
  templates: new WeakMap<object, string>(),
  by: new Set<string>(),
  keep(before: unknown, after: unknown): unknown {
    const isCard = (value: unknown): value is object => typeof value === 'object' && value !== null;
    const template = isCard(before) ? this.templates.get(before) : undefined;
    if (isCard(after) && template !== undefined) this.templates.set(after, template);
    return after;
  },
  isFunction: (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function',
}));

vi.mock('../../src/cards/template.js', async (original) => {
  const real = await original<typeof Templates>();
  const cardTemplate: typeof real.cardTemplate = (name) => {
    const template = real.cardTemplate(name);
    return (data) => {
      const card = template(data);
      drawn.templates.set(card, name);
      return card;
    };
  };
  return { ...real, cardTemplate };
});

vi.mock('../../src/cards/index.js', async (original) => {
  const real = await original<typeof Cards>();
  const exported: [string, unknown][] = Object.entries(real);
  return Object.fromEntries(
    exported.map(([by, value]): [string, unknown] => {
      if (!drawn.isFunction(value)) return [by, value];
      // What adds to a card leaves it a card of its template.
      if (by === 'withWayBack' || by === 'withToldLine')
        return [by, (...given: unknown[]): unknown => drawn.keep(given[0], value(...given))];
      if (!by.endsWith('Card')) return [by, value];
      return [by, (...given: unknown[]): unknown => (drawn.by.add(by), value(...given))];
    }),
  );
});

const folder = new URL('../../adaptive-cards/', import.meta.url);
const namesIn = (where: URL): readonly string[] =>
  readdirSync(where).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []));

describe('the samples that gallery, attacks and card tests share', () => {
  const samples = sampleCards();

  test('hold a card of each template; a new one needs an entry in a file of test/cards/*-samples.ts', () => {
    const shown = new Set(samples.map(({ template }) => template));
    expect(namesIn(folder).filter((name) => !shown.has(name))).toEqual([]);
  });

  test('hold what each function draws that src/cards/index.ts exports; a new one needs an entry there, too', async () => {
    const functions = Object.keys(await import('../../src/cards/index.js')).filter((name) =>
      name.endsWith('Card'),
    );
    expect(functions.filter((name) => !drawn.by.has(name))).toEqual([]);
  });

  test('stand under the template that they were made of', () => {
    const misplaced = samples.filter(({ card, template }) => drawn.templates.get(card) !== template);
    expect(
      misplaced.map(({ name, card }) => `${name} is made of ${String(drawn.templates.get(card))}`),
    ).toEqual([]);
  });

  test('have names of their own, which are names of files', () => {
    const names = samples.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^[a-z\d-]+$/u.test(name))).toEqual([]);
  });

  test('leave no part of templates that none of them uses', () => {
    const parts = namesIn(new URL('parts/', folder));
    const files = [...namesIn(folder), ...parts.map((name) => `parts/${name}`)];
    const source = files.map((name) => readFileSync(new URL(`${name}.json`, folder), 'utf8')).join('\n');
    expect(parts.filter((name) => !source.includes(`"$part": "${name}"`))).toEqual([]);
  });
});
