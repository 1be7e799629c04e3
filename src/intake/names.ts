import { isKnownWord } from './known-word.js';
import * as lexicon from './lexicon/names.js';
import { nameSpelling } from './name-spelling.js';
import { clean, foldSpelling } from './normalise.js';
import { shapeOf, withoutNumbers } from './shape.js';

/** What stands where something was taken out; no word, so that nothing is learned from it. */
const blank = '___';

/** What is known of a text whose names are to be taken out. */
export interface NamesKnown {
  /** Names of people, as a directory has them: `Meier-Berg, Anna`. */
  readonly people: readonly string[];
  /** Inventory and serial numbers in it, which become others of the same shape. */
  readonly deviceTags?: readonly string[];
  /** Rooms, whose numbers stay. */
  readonly rooms?: readonly string[];
}

/**
 * A message without the names of people and what leads to one: addresses, telephone and account numbers, user names,
 * passwords, signatures, dates; devices' numbers become others of the same shape. Each part of a known name that has
 * three letters or more is gone in all spellings. Other names are found by what stands around them (titles, "my name
 * is", a signature) and in a list of frequent given names: a bare surname, a misspelt name and what only those in the know
 * can connect with a person stay. So a person has to read the text before it goes further.
 *
 * @example withoutNames('Mr Weber is locked out. Regards, Anna', { people: [] }) // 'Mr ___ is locked out. Regards, ___'
 */
export function withoutNames(text: string, known: NamesKnown): string {
  const steps = [
    (each: string) => withoutTags(each, known.deviceTags ?? []),
    withoutAddresses,
    withoutSecrets,
    (each: string) => withoutNumbers(each, numbersOf(known.rooms ?? [])),
    (each: string) => withoutPeople(each, known.people),
    withoutTitled,
    withoutSignature,
    withoutGivenNames,
  ];
  return steps.reduce((each, step) => step(each), clean(text)).replace(/___(?:[ .,-]{0,3}___)+/g, blank);
}

/** A room or the like without names: no message, so that it has no signature. */
export function labelWithoutNames(label: string, known: Pick<NamesKnown, 'people'>): string {
  return withoutTitled(withoutPeople(clean(label), known.people));
}

const either = (parts: readonly string[]): string => parts.join('|');
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const word = "[\\p{L}\\p{M}][\\p{L}\\p{M}'’]*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*\\.?";

/** As `device-tag.ts` read it, or as it was typed into the draft. */
function withoutTags(text: string, tags: readonly string[]): string {
  let changed = text;
  for (const tag of tags.filter(({ length }) => length > 2)) {
    changed = changed.replace(new RegExp(tag.replace(/[^\p{L}\p{N}]/gu, '\\$&'), 'gi'), shapeOf);
  }
  return changed;
}

// Each is bounded, so that no text makes it slow.
const addresses: readonly RegExp[] = [
  /<at>[^<]{0,100}<\/at>/giu,
  /[^\s@<>()"',;:]{1,64}@[^\s@<>()"',;]{1,200}/gu,
  /(?<![\p{L}\p{N}])@\p{L}[\p{L}\p{N}._-]{0,40}(?: \p{Lu}\p{L}{1,20})?/gu,
  // What follows the host may name a person.
  /(?<=\b(?:https?:\/\/|www\.)[^\s/]{1,100})\/\S{1,500}/giu,
  // DOMAIN\user.
  /(?<![\p{L}\p{N}])[A-Za-z][\w-]{1,20}\\[\w.-]{2,40}/gu,
  // IBAN.
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
  // Dates, which may be of birth.
  /(?<![\p{N}.])\d{1,2}\. ?\d{1,2}\. ?(?:19|20)?\d{2}(?![\p{N}.])/gu,
  // Telephones: with a code, or after the word for one.
  /(?<![\p{L}\p{N}/_-])(?:\+\d|\(?0\d)(?=(?:[ /()-]{0,3}\d){6,})[\d /()-]{5,25}\d/gu,
  new RegExp(`(?<=${start}(?:${either(lexicon.telephoneLabels)})[ :]{0,3})[\\d][\\d /-]{1,20}`, 'giu'),
  // A street with its number.
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}-]{2,30}(?:${either(lexicon.streetEndings)}) \\d{1,3} ?[a-z]?(?![\\p{L}\\p{N}])`,
    'gu',
  ),
];

function withoutAddresses(text: string): string {
  let changed = text;
  for (const pattern of addresses) changed = changed.replace(pattern, blank);
  // anna.beispiel, a.beispiel: but not two words between which the blank is missing.
  return changed.replace(/(?<![\p{L}\p{N}.])\p{L}{1,20}(?:\.\p{L}{3,20}){1,2}(?![\p{L}\p{N}])/gu, (found) => {
    const parts = found.split('.');
    const last = parts.at(-1)?.toLowerCase() ?? '';
    return lexicon.commonEndings.has(last) || parts.every(isKnownWord) ? found : blank;
  });
}

const secret = new RegExp(
  `(${start}(?:${either(lexicon.secretLabels)})(?: ?[:=] ?| (?:(?:${either(lexicon.secretLinks)})[: ]{1,2})?))(["'„“]?)([^\\s"',;]{4,60})`,
  'giu',
);

/** What follows is the thing itself, also where it looks like a word. */
const tells = new RegExp(`(?:[:=]|${either(lexicon.tellingLinks)}) ?$`, 'i');

/** User names and passwords: what follows such a word, unless it is a word of the report itself. */
function withoutSecrets(text: string): string {
  return text.replace(secret, (found, label: string, quote: string, value: string) => {
    const bare = value.replace(/[.!?)]+$/u, '');
    const isWord = /^[\p{L}-]+$/u.test(bare) && (isKnownWord(bare) || (quote === '' && !tells.test(label)));
    return isWord || bare === blank ? found : `${label}${quote}${blank}`;
  });
}

/** Every part of these names, in any spelling, alone or as the beginning of a user name. */
function withoutPeople(text: string, people: readonly string[]): string {
  const parts = new Set<string>();
  const joined = new Set<string>();
  for (const person of people) {
    const names = person.split(/[^\p{L}\p{M}]+/u).map(nameSpelling);
    const long = names.filter((name) => name.length > 2 && !lexicon.nameParticles.includes(name));
    for (const name of long) parts.add(name);
    const [first = '', last = ''] = [long[0], long.at(-1)];
    for (const user of [first + last, last + first, first.slice(0, 1) + last]) joined.add(user);
  }
  const isName = (found: string): boolean => {
    const spelt = nameSpelling(found);
    if (parts.has(spelt) || parts.has(spelt.replace(/s$/u, ''))) return true;
    return [...joined].some((user) => user.length > 4 && spelt.includes(user));
  };
  return text.replace(/[\p{L}\p{M}]+/gu, (found) => (isName(found) ? blank : found));
}

const particles = `(?:(?:${either(lexicon.nameParticles)})\\.? ){0,3}`;
const titled = new RegExp(
  `(${start}(?:${either(lexicon.titles)})[ \\n]{1,2})(${particles}${word})((?:[ ]${word})?)`,
  'giu',
);
const named = new RegExp(
  `(${start}(?:${either([...lexicon.roleWords, ...lexicon.introductions, ...lexicon.openings])})[ ,:]{1,2})(${word})((?: ${word})?)`,
  'giu',
);

const role = new RegExp(`^(?:${either(lexicon.roleWords)})$`, 'iu');

/** After a title nearly each word is a name; after "colleague" or "my name is" one that reports do not know is. */
function withoutTitled(text: string): string {
  const afterTitle = text.replace(titled, (found, title: string, first: string, second: string) => {
    const last = first.split(' ').at(-1) ?? '';
    // MS Office.
    if (title.startsWith('MS') || lexicon.smallWords.has(foldSpelling(bareOf(last)))) return found;
    return `${title}${blank}${couldBeName(second) ? '' : second}${(last + second).endsWith('.') ? '.' : ''}`;
  });
  return afterTitle.replace(named, (found, before: string, first: string, second: string) =>
    couldBeName(first) ? `${before}${blank}${couldBeName(second) ? '' : second}` : found,
  );
}

/** A word with a capital that reports are not made of. */
function couldBeName(found: string): boolean {
  const bare = bareOf(found);
  return (
    /^\p{Lu}/u.test(bare) && bare.length > 1 && !role.test(bare) && !bare.split(/[-'’]/).some(isKnownWord)
  );
}

function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(text);
}

function capital(found: string): string {
  return found.slice(0, 1).toUpperCase() + found.slice(1);
}

function bareOf(found: string): string {
  return found.trim().replace(/[.'’]+$/u, '');
}

const closing = new RegExp(`${start}(?:${either(lexicon.closings)})${end}`, 'giu');
const thankingName = new RegExp(
  `(${start}(?:${either(lexicon.thanks)})[ ,.!:-]{1,3})(${word}(?: ${word})?)[ .!]{0,3}$`,
  'iu',
);
/** Longer lines after a closing are more of the message, which begin with the name. */
const wordsOfSignature = 6;
const wordsOfName = 3;

/** What follows the last "kind regards", "thanks, Anna" at the end, and a last line that holds nothing but a name. */
function withoutSignature(text: string): string {
  const last = [...text.matchAll(closing)].at(-1);
  const cut = last === undefined ? text.length : last.index + last[0].length;
  const anyCase = !hasCapital(text);
  const signed = `${text.slice(0, cut)}${text.slice(cut).split('\n').map(unsignedLine).join('\n')}`;
  const thanked = signed.replace(thankingName, (found, before: string, names: string) =>
    names.split(' ').every((name) => couldBeName(anyCase ? capital(name) : name))
      ? `${before}${blank}`
      : found,
  );
  const lines = thanked.trimEnd().split('\n');
  const lastLine = lines.at(-1)?.trim() ?? '';
  const isName =
    lines.length > 1 &&
    lastLine.split(/[ ,]+/).length <= wordsOfName &&
    lastLine.split(/[ ,]+/).every(couldBeName);
  return isName ? [...lines.slice(0, -1), blank].join('\n') : thanked;
}

function unsignedLine(line: string): string {
  const found = [...line.matchAll(/[\p{L}\p{M}]+/gu)];
  const limit = found.length <= wordsOfSignature ? wordsOfSignature : wordsOfName;
  let seen = 0;
  return line.replace(/[\p{L}\p{M}]+/gu, (each) => {
    seen += 1;
    return seen <= limit && (each.length === 1 || !isKnownWord(each)) ? blank : each;
  });
}

/** Frequent given names, with a capital unless the text has none at all. */
function withoutGivenNames(text: string): string {
  const anyCase = !hasCapital(text) || !/\p{Ll}/u.test(text);
  return text.replace(/[\p{L}\p{M}]+/gu, (found) => {
    // "MIA" is no Mia.
    if (!anyCase && !/^\p{Lu}.*\p{Ll}/u.test(found)) return found;
    const spelt = nameSpelling(found);
    return givenNames().has(spelt) || givenNames().has(spelt.replace(/s$/u, '')) ? blank : found;
  });
}

let spelt: ReadonlySet<string> | null = null;

function givenNames(): ReadonlySet<string> {
  spelt ??= new Set([...lexicon.givenNames].map(nameSpelling));
  return spelt;
}

function numbersOf(rooms: readonly string[]): string[] {
  return rooms.flatMap((room) => [room, ...room.split(/[^\p{L}\p{N}_-]+/u)]);
}
