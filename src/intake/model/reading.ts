import { evidenceOf } from '../evidence.js';
import { mostTokens, type ReadLexicon } from '../lexicon-reading.js';
import { emojiWords } from '../lexicon/emoji.js';
import { tokensOf } from '../normalise.js';
import type { Evidence } from './features.js';

const pictures = new RegExp(Object.keys(emojiWords).join('|'), 'gu');

/** What a cleaned text offers to the network: pictures are read as the words that they stand for. */
export function evidenceFor(cleaned: string, readLexicon: ReadLexicon): Evidence {
  const text = evidenceOf(cleaned);
  const words = text.replace(pictures, (picture) => ` ${emojiWords[picture] ?? ''} `);
  const tokens = tokensOf(words).slice(0, mostTokens);
  return { text, tokens, lexicon: readLexicon(tokens) };
}
