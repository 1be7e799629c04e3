import type { Random } from './random.js';

const plainVowels: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', Ä: 'A', Ö: 'O', Ü: 'U' };
const letters = 'abcdefghijklmnopqrstuvwxyz';
const lowerCaseShare = 0.3;
const droppedDotsShare = 0.3;
const droppedSignsShare = 0.25;
const slipShare = 0.12;
/** Shorter words are hardly ever mistyped, and no longer the same if they are. */
const shortestSlip = 4;

/** The text as somebody might have typed it in a hurry: letters swapped, lost or doubled, umlauts without dots. */
export function withTypingErrors(text: string, random: Random): string {
  let hurried = text;
  if (random() < lowerCaseShare) hurried = hurried.toLowerCase();
  if (random() < droppedDotsShare)
    hurried = hurried.replace(/[äöüÄÖÜ]/g, (vowel) => plainVowels[vowel] ?? vowel);
  if (random() < droppedSignsShare) hurried = hurried.replace(/[.,!?]/g, '');
  return hurried
    .split(' ')
    .map((word) => (word.length < shortestSlip || random() >= slipShare ? word : mistype(word, random)))
    .join(' ');
}

function mistype(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const before = word.slice(0, at);
  const here = word.slice(at, at + 1);
  const next = word.slice(at + 1, at + 2);
  const kind = random();
  if (kind < 0.3) return before + word.slice(at + 1);
  if (kind < 0.6) return before + next + here + word.slice(at + 2);
  if (kind < 0.8) return before + here + word.slice(at);
  return before + letters.charAt(Math.floor(random() * letters.length)) + word.slice(at + 1);
}
