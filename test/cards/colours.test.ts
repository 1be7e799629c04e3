import { describe, expect, it } from 'vitest';
import { icons } from '../../src/cards/pieces.js';
import { elementsOf } from './elements.js';
import { sampleCards } from './samples.js';

const samples = sampleCards();
const signs: readonly string[] = Object.values(icons);
/** A colour that says how things stand; accent says that something can be pressed. */
const ofState = ['Good', 'Warning', 'Attention'];
const ofStateStyle = ['good', 'warning', 'attention'];
const handles = ['▾', '▴', '▸'];

const textsIn = (node: unknown): string =>
  elementsOf(node)
    .flatMap(({ type, text }) => (type === 'TextBlock' && typeof text === 'string' ? [text] : []))
    .join('\n');

describe('who sees no colours', () => {
  it('finds a sign before each text whose colour says how things stand', () => {
    const bare = samples.flatMap(({ name, card }) =>
      elementsOf(card)
        .filter(({ color }) => ofState.includes(String(color)))
        .map(({ text }) => String(text))
        .filter((text) => !signs.some((sign) => text.startsWith(`${sign} `)))
        .map((text) => `${name}: ${text}`),
    );
    expect(bare).toEqual([]);
  });

  it('finds an arrow on each text whose colour says that it can be pressed', () => {
    const bare = samples.flatMap(({ name, card }) =>
      elementsOf(card)
        .filter(
          ({ color, text }) => color === 'Accent' && !handles.some((sign) => String(text).includes(sign)),
        )
        .map(({ text }) => `${name}: ${String(text)}`),
    );
    expect(bare).toEqual([]);
  });

  it('finds words in each coloured area', () => {
    const silent = samples.flatMap(({ name, card }) =>
      elementsOf(card)
        .filter(({ style }) => ofStateStyle.includes(String(style)))
        .filter((area) => !/\p{L}{3}/u.test(textsIn(area)))
        .map(({ style }) => `${name}: ${String(style)}`),
    );
    expect(silent).toEqual([]);
  });

  it('never reads the same words in two colours, for then the colour alone would tell them apart', () => {
    const colours = new Map<string, Set<string>>();
    for (const { template, language, card } of samples) {
      for (const element of elementsOf(card)) {
        const { color, style, text, bleed } = element;
        const isArea = element['type'] === 'Container';
        // The band on top has the colour of what is said somewhere on the card.
        const words = isArea ? textsIn(bleed === true ? card : element) : text;
        if (typeof words !== 'string' || words === '') continue;
        const key = `${template} ${language} ${isArea ? 'area' : 'text'}: ${words}`;
        const seen = colours.get(key) ?? new Set();
        const colour = isArea ? style : color;
        colours.set(key, seen.add(typeof colour === 'string' ? colour.toLowerCase() : 'default'));
      }
    }
    const ambiguous = [...colours].filter(([, seen]) => seen.size > 1);
    expect(ambiguous.map(([key, seen]) => `${key} (${[...seen].join(', ')})`)).toEqual([]);
  });
});

describe('a picture on a card', () => {
  it('says in words what it shows', () => {
    const silent = samples.flatMap(({ name, card }) =>
      elementsOf(card)
        .filter(
          ({ type, altText }) => type === 'Image' && (typeof altText !== 'string' || altText.trim() === ''),
        )
        .map(({ url }) => `${name}: ${String(url)}`),
    );
    expect(silent).toEqual([]);
    expect(samples.some(({ card }) => elementsOf(card).some(({ type }) => type === 'Image'))).toBe(true);
  });
});
