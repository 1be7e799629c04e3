/** Longer texts are read up to here, which is the limit of a description. */
export const readableLength = 4000;

/** One word of a text, folded, with the clause and the sentence that it stands in (both from 0). */
export interface Token {
  readonly word: string;
  readonly clause: number;
  readonly sentence: number;
}

// Zero width, direction marks, soft hyphen and variation selectors: they can split a word without being seen.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is meant
const control = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;

/** The text in one Unicode form, without what cannot be seen, cut to the readable length. Keeps case and lines. */
export function clean(text: string): string {
  return text
    .slice(0, readableLength)
    .replaceAll('\r', '\n')
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(control, ' ')
    .slice(0, readableLength);
}

const foldings: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' };

/** Lower case without umlauts and accents: `Ü` is `ue`; letters drawn out (`gehhht`) are shortened. */
export function foldSpelling(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßæø]/g, (letter) => foldings[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])\1{2,}/g, '$1');
}

/** Spellings with a hyphen or a space that would fall apart into words without meaning. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bw-?lan\b/g, 'wlan'],
  [/\bwi-?fi\b/g, 'wifi'],
  [/\bi[- ]pad/g, 'ipad'],
  [/\be-mail/g, 'email'],
  [/\bapple[- ]?tv/g, 'appletv'],
  [/\bapple[- ]?id\b/g, 'appleid'],
  [/\bair[- ]play/g, 'airplay'],
  [/\bair[- ]drop/g, 'airdrop'],
  [/\b3-?d\b/g, '3d'],
  // "my tablet's cracked" is one tablet.
  [
    /(ipad|tablet|laptop|projector|printer|board|screen|adapter|charger|trolley|cart|pencil|computer)['’`´]s\b/g,
    '$1',
  ],
  [/['’`´]/g, ''],
];

const word = /[\p{L}\p{N}]+|[.!?;\n]+|[,:–()]/gu;
const endsSentence = /[.!?;\n]/;

/** Splits a cleaned text into folded words. A point inside a number ends no sentence. */
export function tokensOf(text: string): Token[] {
  let folded = foldSpelling(text).replace(/(\d)[.,](?=\d)/g, '$1_');
  for (const [pattern, replacement] of joined) folded = folded.replace(pattern, replacement);
  const tokens: Token[] = [];
  let clause = 0;
  let sentence = 0;
  for (const [part] of folded.matchAll(word)) {
    if (/[\p{L}\p{N}]/u.test(part)) tokens.push({ word: part, clause, sentence });
    else {
      clause += 1;
      if (endsSentence.test(part)) sentence += 1;
    }
  }
  return tokens;
}

/** The folded words of a text, parted by single blanks and framed by blanks, for patterns over words. */
export function wordsOf(tokens: readonly Token[]): string {
  return ` ${tokens.map(({ word }) => word).join(' ')} `;
}
