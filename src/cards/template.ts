import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';

/** A finished Adaptive Card, ready to be sent. */
export type Card = Readonly<Record<string, unknown>>;

/** Binds data to a template. Texts in `data` are taken as they are: `${}` in them is not evaluated. */
export type CardTemplate<Data extends object> = (data: Data) => Card;

/**
 * Reads and parses `adaptive-cards/<name>.json` once; parsing costs a hundred times as much as binding.
 * `{"$part": "header"}` in it stands for the content of `adaptive-cards/parts/header.json`; a part that is a list
 * takes its place among its neighbours.
 * @throws Error where a file is missing or no JSON
 */
export function cardTemplate<Data extends object>(name: string): CardTemplate<Data> {
  const template = new Template(withParts(readTemplate(name)));
  return (data) => {
    const card: unknown = template.expand({ $root: data });
    if (!isCard(card)) throw new Error(`the template ${name} gives no card`);
    return card;
  };
}

function readTemplate(name: string): unknown {
  const file = new URL(`../../adaptive-cards/${name}.json`, import.meta.url);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return content;
}

function withParts(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.flatMap((child: unknown) => {
      const resolved = withParts(child);
      const isPart = typeof child === 'object' && child !== null && '$part' in child;
      return isPart && Array.isArray(resolved) ? resolved : [resolved];
    });
  }
  if (typeof node !== 'object' || node === null) return node;
  if ('$part' in node) return withParts(readTemplate(`parts/${String(node.$part)}`));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withParts(value)]));
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}
