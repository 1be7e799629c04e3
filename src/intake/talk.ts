import * as said from './lexicon/conversation.js';
import { things } from './lexicon/things.js';
import { clean, tokensOf, wordsOf, type Token } from './normalise.js';
import type { Understanding } from './understanding.js';

/** What a message is that reports nothing, as far as that decides the answer. */
export type Talk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'agreement'
  | 'insult'
  | 'who-are-you'
  | 'when-do-you-come'
  | 'joke'
  | 'needs-help'
  /** Signs and pictures without a word. */
  | 'signs'
  | 'gibberish'
  /** Written in letters that neither German nor English has. */
  | 'other-script'
  /** Something else that the model takes for no report. */
  | 'chat';

/** From this many words on a message tells something, whatever else it says. */
const mostWords = 16;

/**
 * Whether a message is talk and no report, and which. Null where it may be a report: what names a thing or a trouble
 * is one, however rude or thankful it is.
 */
export function talkOf(text: string, understanding: Understanding): Talk | null {
  const cleaned = clean(text);
  const tokens = tokensOf(cleaned);
  if (isOtherScript(cleaned)) return 'other-script';
  if (tokens.length === 0) return 'signs';
  if (isGibberish(tokens, understanding)) return 'gibberish';
  return spokenTalk(tokens, understanding) ?? (isChat(tokens, understanding) ? 'chat' : null);
}

/** So sure must the model be that a text is talk although it names a thing. */
const surelyTalk = 0.9;
const thing = new RegExp(` (?:${things.join('|')})(?= )`);

function isChat(tokens: readonly Token[], { category, confidence }: Understanding): boolean {
  return category === 'smalltalk' && (confidence >= surelyTalk || !thing.test(wordsOf(tokens)));
}

function spokenTalk(tokens: readonly Token[], { category }: Understanding): Talk | null {
  if (tokens.length > mostWords) return null;
  const words = wordsOf(tokens);
  const courtesy = onlyCourtesy.test(words) ? courtesyOf(words) : null;
  if (courtesy !== null) return courtesy;
  if (onlyHelp.test(words)) return 'needs-help';
  if (category !== 'smalltalk' && category !== 'other') return null;
  return questions.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const any = (parts: readonly string[]): RegExp => new RegExp(` (?:${parts.join('|')})(?= )`);
const onlyCourtesy = new RegExp(`^(?: (?:${said.courtesyWords.join('|')})(?= ))+ $`);
const onlyHelp = new RegExp(
  `^(?: ${said.needsHelpWords}(?= ))*(?: (?:${said.needsHelp.join('|')})(?= ))(?: ${said.needsHelpWords}(?= ))* $`,
);

/** The last thing that is said in courtesy counts: hello, thanks, goodbye. */
const courtesies: readonly (readonly [Talk, RegExp])[] = [
  ['goodbye', any(said.goodbye)],
  ['thanks', any(said.thanks)],
  ['greeting', any(said.greeting)],
  ['agreement', any(said.agreement)],
];

function courtesyOf(words: string): Talk | null {
  return courtesies.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const questions: readonly (readonly [Talk, RegExp])[] = [
  ['joke', any(said.jokes)],
  ['when-do-you-come', any(said.whenDoYouCome)],
  ['who-are-you', any(said.whoAreYou)],
  ['insult', any(said.insults)],
];

/** More letters of another script than of the Latin one. */
function isOtherScript(cleaned: string): boolean {
  const letters = cleaned.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return letters.length > 0 && latin.length < letters.length / 2;
}

/** Nothing of it is a word: keys in a row, one syllable again and again, consonants alone. */
function isGibberish(tokens: readonly Token[], { category }: Understanding): boolean {
  if (category !== 'other' && category !== 'smalltalk') return false;
  const looked = tokens.slice(0, 40).map(({ word }) => word);
  return looked.some((word) => word.length > 3 || looked.length === 1) && looked.every(isNoWord);
}

const leastRow = 4;

function isNoWord(word: string): boolean {
  if (/\d/.test(word)) return false;
  if (word.length <= 2) return !shortWords.has(word);
  if (/^(.{1,4})\1{2,}/.test(word)) return true;
  if (word.length > 4 && !/[aeiouy]/.test(word)) return true;
  return word.length >= leastRow && said.keyboardRows.some((row) => runsAlong(word, row));
}

/** All of the word comes from runs of keys that lie side by side. */
function runsAlong(word: string, row: string): boolean {
  const first = word.slice(0, leastRow);
  return row.includes(first) || [...row].reverse().join('').includes(first);
}

const shortWords: ReadonlySet<string> = new Set(
  'ab am an as at by da du eh er es go he hi if im in is it ja me my ne no ob of ok on or pc so tv um up us we wo zu'.split(
    ' ',
  ),
);
