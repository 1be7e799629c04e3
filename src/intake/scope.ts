import type { Category, Scope } from '../tickets/index.js';
import * as extent from './lexicon/extent.js';
import { wordsOf, type Token } from './normalise.js';

const words = (parts: readonly string[]): RegExp => new RegExp(` (?:${parts.join('|')})(?= )`);

const onlyOne = words(extent.onlyOne);
const wholeSchool = words(extent.wholeSchool);
const everybody = words(extent.everybody);
const wholeClass = words(extent.wholeClass);
const someClass = words(extent.someClass);
const onlyWaits = new RegExp(` (?:${extent.onlyWaits.join('|')})(?= )`, 'g');
const many = words([`${extent.manyNumbers} (?:\\w+ )?${extent.countable}`]);
const few = words([
  `${extent.fewNumbers} (?:\\w+ )?${extent.countable}`,
  `(?:${extent.severalWords.join('|')}) (?:\\w+ )?${extent.countable}`,
  'mehrere',
  'several',
]);
const singular = words([`${extent.articles} (?:\\w+ ){0,2}${extent.singularThing}`, extent.bareThing]);
const oneself = words(extent.oneself);

/** What a single device of which is the trouble itself; the network and an app are none. */
const ofOneDevice: ReadonlySet<Category> = new Set([
  'ipad-hardware',
  'ipad-software',
  'display',
  'computer',
  'printer',
  'loss',
  'account',
]);

/**
 * How many are affected, as far as the text says: `one` device or person or the writer's own, `several`
 * (two to nine), `class` (a class, a course, a class set, ten or more), `school` (the building or all
 * staff). The widest that is named counts, unless the text says "only mine".
 */
export function scopeOf(tokens: readonly Token[], category: Category): Scope | null {
  if (category === 'smalltalk') return null;
  const all = wordsOf(tokens);
  if (onlyOne.test(all)) return 'one';
  if (wholeSchool.test(all)) return 'school';
  // A class that only waits is not what is broken, unless it waits for the network.
  const text = category === 'network' ? all : all.replace(onlyWaits, ' ');
  if (wholeClass.test(text) || many.test(text)) return 'class';
  const classNamed = someClass.test(text);
  if (everybody.test(text)) return classNamed || someClass.test(all) ? 'class' : 'school';
  if (few.test(text)) return 'several';
  const aboutOne =
    oneself.test(text) && category !== 'app-request' && category !== 'workshop' && category !== 'lending';
  if (ofOneDevice.has(category) && singular.test(text) && !(classNamed && isRequestOfClass(text)))
    return 'one';
  if (classNamed) return 'class';
  if (category === 'lending' && singularWanted.test(text)) return 'one';
  if (aboutOne || (category === 'network' && singularOwn.test(text))) return 'one';
  return null;
}

const singularOwn = words([
  `${extent.articles} (?:\\w+ )?(?:ipad|tablet|laptop|notebook|thinkpad|netzwerkdose|macbook|rechner)`,
]);
const singularWanted = words([`(?:ein\\w*|a|an|one) (?:\\w+ )?${extent.singularThing}`]);
const plural = words([extent.countable]);

function isRequestOfClass(text: string): boolean {
  return plural.test(text) && /(?:ipads|tablets|laptops|geraete\w*|devices|pcs) /.test(text);
}
