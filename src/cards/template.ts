import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { languages, texts, type Language } from '../i18n/index.js';

/** A finished Adaptive Card, ready to be sent. */
export type Card = Readonly<Record<string, unknown>>;

/** Binds data to a template. Texts in `data` are taken as they are: `${}` in them is not evaluated. */
export type CardTemplate<Data extends TemplateData> = (data: Data) => Card;

export interface TemplateData {
  readonly lang: Language;
}

/**
 * Reads `adaptive-cards/<name>.json`; it is parsed once for each language, on first use, because parsing costs a
 * hundred times as much as binding.
 *
 * Two things are settled before the templating library sees the file: `{"$part": "header"}` stands for the content of
 * `adaptive-cards/parts/header.json` (a list takes its place among its neighbours), and `${t.actions.claim}` for that
 * sentence of the language's `cards`, so that only a ticket's own values are left to be evaluated for each card.
 * @throws Error where a file is missing or no JSON
 */
export function cardTemplate<Data extends TemplateData>(name: string): CardTemplate<Data> {
  const source = withParts(readTemplate(name));
  const parsed = new Map<Language, Template>();
  const parse = (language: Language): Template => {
    const template = parsed.get(language) ?? new Template(withWords(source, texts(language).cards));
    parsed.set(language, template);
    return template;
  };
  parsers.push(parse);
  return (data) => {
    const card: unknown = parse(data.lang).expand({ $root: data });
    if (!isCard(card)) throw new Error(`the template ${name} gives no card`);
    return card;
  };
}

const parsers: ((language: Language) => Template)[] = [];

/**
 * Parses every template in every language, so that no person waits for it; call it before the service is ready.
 * @throws Error where a template names a sentence that a language lacks
 */
export function prepareCards(): void {
  for (const parse of parsers) for (const language of languages) parse(language);
}

function readTemplate(name: string): unknown {
  const file = new URL(`../../adaptive-cards/${name}.json`, import.meta.url);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return content;
}

function withParts(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.flatMap((child: unknown): unknown[] => {
      const resolved = withParts(child);
      return isPart(child) && isList(resolved) ? resolved : [resolved];
    });
  }
  if (isPart(node)) return withParts(readTemplate(`parts/${String(node.$part)}`));
  return mapValues(node, withParts);
}

function withWords(node: unknown, words: unknown): unknown {
  if (typeof node === 'string') {
    return node.replace(/\$\{t\.([\w.]+)\}/gu, (_match, path: string) => wordAt(words, path));
  }
  if (Array.isArray(node)) return node.map((child: unknown) => withWords(child, words));
  return mapValues(node, (value) => withWords(value, words));
}

/** @throws Error where the language has no such sentence */
function wordAt(words: unknown, path: string): string {
  let found: unknown = words;
  for (const key of path.split('.')) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  }
  if (typeof found !== 'string') throw new Error(`a card template names ${path}, which no sentence has`);
  return found;
}

function mapValues(node: unknown, change: (value: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value)]));
}

function isList(node: unknown): node is unknown[] {
  return Array.isArray(node);
}

function isPart(node: unknown): node is { readonly $part: unknown } {
  return typeof node === 'object' && node !== null && '$part' in node;
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}
