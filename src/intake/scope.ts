import type { Category, Scope } from '../tickets/index.js';
import * as extent from './lexicon/extent.js';
import { wordsOf, type Token } from './normalise.js';

/**
 * How many are affected, as far as the text says: `one` device or person or the writer's own, `several`
 * (two to nine), `class` (a class, a course, a class set, ten or more), `school` (the building or all
 * staff). "Only mine" overrides all, then the school; of the others the one that is named first counts.
 * Who reports a device or an account and tells no number means one; a network or a course alone says nothing.
 */
export function scopeOf(tokens: readonly Token[], category: Category): Scope | null {
  if (category === 'smalltalk' || category === 'other') return null;
  const { all, withoutWaiting, has, at } = wordingOf(tokens);
  if (has(onlyOne, all)) return 'one';
  if (has(wholeSchool, all)) return 'school';
  const text = forClass.has(category) ? all : withoutWaiting();
  const counted = countedScope(text, all, category, at);
  if (counted !== null) return counted;
  if (has(everybody, text.replace(knowsNothing, ' ')) && !aboutOneScreen.has(category))
    return has(ofClass, all) || has(lesson, all) ? 'class' : 'school';
  if (category === 'network') return networkScope(text);
  if (category === 'workshop') return has(oneself, text) ? 'one' : null;
  if (has(several, text)) return has(lesson, all) || has(ofClass, all) ? 'class' : 'several';
  return category === 'app-request' && !has(oneself, text) ? null : 'one';
}

/** Where a text holds a pattern; -1 if it does not. */
type At = (pattern: RegExp, text: string) => number;

/** The words of a text, and where patterns stand in them: each is looked for once, whatever the category. */
interface Wording {
  readonly all: string;
  /** The words without a class that only waits. */
  readonly withoutWaiting: () => string;
  readonly at: At;
  readonly has: (pattern: RegExp, text: string) => boolean;
}

const wordings = new WeakMap<readonly Token[], Wording>();

function wordingOf(tokens: readonly Token[]): Wording {
  const known = wordings.get(tokens);
  if (known !== undefined) return known;
  const all = wordsOf(tokens);
  const found = new Map<string, Map<RegExp, number>>();
  const at = (pattern: RegExp, text: string): number => {
    const inText = found.get(text) ?? new Map<RegExp, number>();
    found.set(text, inText);
    const index = inText.get(pattern) ?? pattern.exec(text)?.index ?? -1;
    inText.set(pattern, index);
    return index;
  };
  let shorter: string | null = null;
  const wording = {
    all,
    withoutWaiting: () => (shorter ??= all.replace(onlyWaits, ' ')),
    at,
    has: (pattern: RegExp, text: string) => at(pattern, text) >= 0,
  };
  wordings.set(tokens, wording);
  return wording;
}

const words = (parts: readonly string[]): RegExp => new RegExp(` (?:${parts.join('|')})(?= )`);
const everyOne = (parts: readonly string[]): RegExp => new RegExp(` (?:${parts.join('|')})(?= )`, 'g');

const onlyOne = words(extent.onlyOne);
const wholeSchool = words(extent.wholeSchool);
const everybody = words(extent.everybody);
const onlyWaits = everyOne(extent.onlyWaits);
const oneself = words(extent.oneself);
const ofClass = words(extent.ofClass);
const wholeClass = words(extent.wholeClass);
const container = words(extent.container);
const onePerson = words(extent.onePerson);
const numeral = `(?:${extent.fewWords}|\\d+|${extent.severalWords.join('|')})`;
const single = words([
  `${extent.articles} (?:(?!${numeral} )\\w+ ){0,2}${extent.singularThing}(?! (?:${extent.notAloneBefore.join('|')}) )`,
]);
const knowsNothing = new RegExp(` ${extent.knowsNothing}(?= )`, 'g');
const lesson = words([extent.lesson]);
const several = words([extent.pluralDevice]);
const ownConnection = words(extent.ownConnection);
const pageOnly = words(extent.pageOnly);
const few = new RegExp(
  ` (?:(?<! ${extent.namesNumberInWords} )${extent.fewWords} (?!${extent.measures} )\\w|[2-9]x \\w|(?<! ${extent.namesNumber} )${extent.fewNumbers} (?:(?:\\w+ )?${extent.countable} |(?!${extent.measures} )\\w{4,}(?:s|n) )|zu (?:zweit|dritt|viert|fuenft|sechst|siebt)|${extent.fewWords} (?:von|of) |${extent.fewNumbers} (?:von|of) )`,
);
const some = words([
  `(?:${extent.severalWords.join('|')}) (?:\\w+ ){0,2}(?:${extent.countable}|us|uns|them)`,
  'mehrere\\w?',
  'several',
  'beide\\w?',
  'both',
  ...extent.namedTogether,
]);
const many = new RegExp(
  ` (?<! ${extent.namesNumber} )${extent.manyNumbers} (?:(?:\\w+ )?${extent.countable} |(?!${extent.measures} )\\w{4,}(?:s|n|e) )| (?<! ${extent.namesNumberInWords} )${extent.manyWords} (?!${extent.measures} )\\w`,
);

/** One of them hangs in a room; a class before it is who waits for it. */
const aboutOneScreen: ReadonlySet<Category> = new Set(['display', 'printer']);
/** A thing: the class that is named is its owner or the place unless all its devices are meant. */
const aboutThings: ReadonlySet<Category> = new Set(['ipad-hardware', 'computer', 'loss']);

/** A single device or person does not yet tell for how many something is wanted, or where the network fails. */
const silentAlone: ReadonlySet<Category> = new Set(['network', 'workshop', 'lending', 'app-request']);

/** Wanted for a class: the one that is named is who is meant. */
const forClass: ReadonlySet<Category> = new Set(['app-request', 'workshop', 'lending']);

/** The scope of the first number, person or group that the text names, or null. */
function countedScope(text: string, all: string, category: Category, at: At): Scope | null {
  const found: (readonly [number, Scope])[] = [
    [at(few, text), 'several'],
    [at(some, text), 'several'],
  ];
  if (!aboutOneScreen.has(category)) {
    found.push([at(wholeClass, text), 'class'], [at(many, category === 'network' ? all : text), 'class']);
    if (category !== 'loss') found.push([at(container, text), 'class']);
    if (!aboutThings.has(category)) found.push([at(ofClass, text), 'class']);
  }
  if (!silentAlone.has(category)) found.push([at(single, text), 'one'], [at(onePerson, text), 'one']);
  const [first] = found.filter(([index]) => index >= 0).sort(([one], [other]) => one - other);
  if (first === undefined && category !== 'workshop' && category !== 'network' && at(single, text) >= 0)
    return 'one';
  return first?.[1] ?? null;
}

function networkScope(text: string): Scope | null {
  if (pageOnly.test(text) && !forMe.test(text)) return null;
  return ownConnection.test(text) ? 'one' : null;
}

const forMe = words(['(?:for|fuer|bei) (?:me|mich|mir)', 'mir gesperrt']);
