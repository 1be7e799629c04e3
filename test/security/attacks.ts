/** Stands in every attack, so that what people typed is told from our own words. */
export const marker = 'xyzzy';

/** What somebody may type in the hope that it becomes more than text, by name. */
export const attacks: Readonly<Record<string, string>> = {
  emphasis: '**xyzzy** __xyzzy__ *xyzzy* _xyzzy_ ~~xyzzy~~',
  code: '`xyzzy` ```xyzzy```',
  link: '[xyzzy](https://evil.example/xyzzy)',
  image: '![xyzzy](https://evil.example/xyzzy.png)',
  reference: '[xyzzy][1] [1]: https://evil.example/xyzzy',
  'angle link': '<https://evil.example/xyzzy>',
  address: 'https://evil.example/xyzzy www.xyzzy.example mailto:xyzzy@evil.example javascript:xyzzy()',
  heading: '# xyzzy',
  list: '- xyzzy',
  'numbered list': '1. xyzzy',
  quote: '> xyzzy',
  table: '| xyzzy | b | |---|---|',
  script: '<script>xyzzy()</script><img src=x onerror=xyzzy()><b>xyzzy</b>',
  anchor: '<a href="https://evil.example">xyzzy</a>',
  mention: '<at>xyzzy</at> <at>everyone</at> @everyone @channel',
  entities: '&lt;at&gt;xyzzy&lt;/at&gt; &#60;b&#62;',
  expression: '${xyzzy} ${$root.title} ${$index}',
  'date function': '{{DATE(2026-01-01T00:00:00Z, SHORT)}} {{xyzzy}}',
  json: '{"type":"Image","url":"https://evil.example/xyzzy.png"}',
  'card markup': '"}],"actions":[{"type":"Action.OpenUrl","title":"xyzzy","url":"https://evil.example"}]',
  'right to left': '\u202Exyzzy\u202C \u2066xyzzy\u2069 \u200Fxyzzy',
  'zero width': 'xyzzy\u200B \u200Cxyzzy \uFEFFxyzzy',
  control: 'xyzzy\u0000 \u0007xyzzy \u001b[31mxyzzy',
};

const markup =
  /\*|`|~~|\]\(|\]:|\]\[\d|<[a-z/!]|&(?:#|\w+;)|\$\{|\{\{|\/\/|\bwww\.|\b(?:mailto|javascript):|(?<![\p{L}\p{N}\u2060])_|^(?:[-+#>|]|\d+[.)]\s)/imu;
// The joiner U+2060 breaks markup and has no effect of its own.
const unseen = /(?![\n\u2060\u200D])[\p{Cc}\p{Cf}]/u;

/** Where a client shows a string of a card or message as text; what an input holds is shown as it was typed. */
const shown = new Set([
  'text',
  'title',
  'label',
  'placeholder',
  'errorMessage',
  'altText',
  'summary',
  'speak',
  'fallbackText',
]);
/** Where a client follows an address, or does something with it. */
const followed = new Set(['url', 'iconUrl', 'backgroundImage']);

/**
 * What is wrong with a card or an activity in which people's texts stand, one sentence each. Whoever `mentioned` names
 * may be mentioned.
 */
export function faultsOf(message: unknown, mentioned: readonly string[] = []): string[] {
  const faults: string[] = [];
  walk(message, [], (path, value, parent) => {
    const key = path.at(-1) ?? '';
    const isShown = shown.has(key) || (key === 'value' && path.includes('facts'));
    if (parent['type'] === 'mention') return;
    if (
      key === 'id' &&
      parent['name'] !== undefined &&
      path.includes('mentioned') &&
      !mentioned.includes(value)
    ) {
      faults.push(`${path.join('.')} mentions ${value}`);
    }
    if (!value.includes(marker)) return;
    if (followed.has(key)) faults.push(`${path.join('.')} leads to ${value}`);
    if (!isShown) return;
    const text = withoutMentions(value, message);
    const found = markup.exec(text) ?? unseen.exec(text);
    if (found) faults.push(`${path.join('.')} shows ${JSON.stringify(found[0])}: ${JSON.stringify(text)}`);
  });
  return faults;
}

/** A mention counts only where an entity repeats it to the letter; those are looked at by whom they mention. */
function withoutMentions(text: string, message: unknown): string {
  return mentionTexts(message).reduce((left, mention) => left.replaceAll(mention, ''), text);
}

function mentionTexts(message: unknown): readonly string[] {
  const found: string[] = [];
  walk(message, [], (path, value, parent) => {
    if (parent['type'] === 'mention' && path.at(-1) === 'text') {
      const inside = value.slice('<at>'.length, -'</at>'.length);
      if (value === `<at>${inside}</at>` && !markup.test(inside) && !unseen.test(inside)) found.push(value);
    }
  });
  return found;
}

type Visit = (path: readonly string[], value: string, parent: Readonly<Record<string, unknown>>) => void;

/** Each text in a message, without what buttons carry. */
function walk(node: unknown, path: readonly string[], visit: Visit): void {
  if (typeof node !== 'object' || node === null) return;
  const parent: Readonly<Record<string, unknown>> = { ...node };
  for (const [key, value] of Object.entries(parent)) {
    if (key === 'data') continue;
    if (typeof value === 'string') visit([...path, key], value, parent);
    else walk(value, [...path, key], visit);
  }
}
