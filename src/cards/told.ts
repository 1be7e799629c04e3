import type { Card } from './template.js';

/** A card with a sentence of ours below its header: what came of a press. */
export function withToldLine(card: Card, text: string, style: 'good' | 'warning'): Card {
  const body: readonly unknown[] = Array.isArray(card['body']) ? card['body'] : [];
  const [header, ...others] = body;
  const told = {
    type: 'Container',
    style,
    spacing: 'Medium',
    items: [{ type: 'TextBlock', text: text, weight: 'Bolder', wrap: true }],
  };
  return { ...card, body: header === undefined ? [told] : [header, told, ...others] };
}

/** A card all of whose buttons carry this, too, also those within its forms. */
export function withCarried(card: Card, carried: Readonly<Record<string, unknown>>): Card {
  return Object.fromEntries(Object.entries(card).map(([name, value]) => [name, carrying(value, carried)]));
}

function carrying(node: unknown, carried: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(node)) return node.map((each: unknown) => carrying(each, carried));
  if (typeof node !== 'object' || node === null) return node;
  const fields = Object.entries(node).map(([name, value]): [string, unknown] => [
    name,
    carrying(value, carried),
  ]);
  const copy: Record<string, unknown> = Object.fromEntries(fields);
  return copy['type'] === 'Action.Execute' ? { ...copy, data: withFields(copy['data'], carried) } : copy;
}

function withFields(data: unknown, more: Readonly<Record<string, unknown>>): object {
  return typeof data === 'object' && data !== null ? { ...data, ...more } : more;
}
