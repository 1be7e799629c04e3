import type { Scope } from '../tickets/index.js';
import { evidenceOf } from './evidence.js';
import * as said from './lexicon/follow-ups.js';
import { noWorks } from './lexicon/works.js';
import { clean, tokensOf, wordsOf } from './normalise.js';
import { roomOf } from './room.js';
import { scopeOf } from './scope.js';

/** What a short message says about a report that was made before; which one it is, the text does not know. */
export type FollowUp =
  /** "Also in 205": the same trouble in another place. */
  | { readonly kind: 'also-in'; readonly room: string }
  /** "Works again": nobody needs to come any more. */
  | { readonly kind: 'works-again' }
  /** "And the projector?": `thing` is what is asked about, with its article. */
  | { readonly kind: 'what-about'; readonly thing: string }
  /** "Any news?" */
  | { readonly kind: 'any-news' }
  /** "No, 205", "not urgent after all": what was read is to be corrected. */
  | { readonly kind: 'correction'; readonly changes: Correction };

/** The parts of a report that a short message may correct. */
export interface Correction {
  readonly room?: string;
  readonly scope?: Scope;
  readonly blocked?: boolean;
}

/** A message of more words tells something of its own. */
const mostWords = 12;
const mostCharacters = 160;

/**
 * Reads a message as one that belongs to an earlier report. Null where it can stand alone: only a message that is a
 * follow-up from its first to its last word counts, because a report that is taken for one would be lost.
 */
export function followUpOf(text: string): FollowUp | null {
  const evidence = evidenceOf(clean(text)).replace(/\s+/g, ' ').trim();
  const tokens = tokensOf(evidence);
  if (tokens.length === 0 || tokens.length > mostWords || evidence.length > mostCharacters) return null;
  const words = wordsOf(tokens);
  const asks = evidence.endsWith('?');
  const plain = evidence.replace(/[\s.,!?…;:]+$/u, '').replace(/^[\s.,!…;:]+/u, '');
  if (asksForNews(words)) return { kind: 'any-news' };
  if (!asks && saysThatItWorks(words)) return { kind: 'works-again' };
  const thing = thingAskedAbout(plain, asks);
  if (thing !== null) return { kind: 'what-about', thing };
  const room = otherRoom(plain);
  if (room !== null) return { kind: 'also-in', room };
  const changes = asks ? null : correctionOf(plain, words);
  return changes && { kind: 'correction', changes };
}

const either = (parts: readonly string[]): string => `(?:${parts.join('|')})`;
const hallo = '(?:(?:hallo|hi|hey|moin|guten tag|guten morgen|danke|thanks|bitte) )*';
const anyNews = new RegExp(
  `^ ${hallo}(?:${either(said.anyNewsWords)}(?: ${said.ownReportWords})?|${said.ownReportWords})(?: bitte| please| yet| schon)? $`,
);
const worksAgain = new RegExp(` ${either(said.worksAgainWords)}(?= )`);
const done = new RegExp(`^ ${hallo}${either(said.doneWords)}(?: danke| thanks)? $`);
const notAgain = new RegExp(` ${either(said.notAgainWords)}(?= )`);

function asksForNews(words: string): boolean {
  return anyNews.test(words);
}

function saysThatItWorks(words: string): boolean {
  if (done.test(words)) return true;
  return worksAgain.test(words) && !notAgain.test(words);
}

const thing = `(${said.thingBeginnings} [\\p{L}\\p{N}.-]{2,30}(?: [\\p{L}\\p{N}.-]{1,20}){0,3})`;
const asked = new RegExp(`^${either(said.whatAbout)} ${thing}$`, 'iu');
const askedWithAnd = new RegExp(`^(?:${said.justAnd}) ${thing}$`, 'iu');

function thingAskedAbout(plain: string, asks: boolean): string | null {
  const named = asked.exec(plain)?.[1] ?? (asks ? askedWithAnd.exec(plain)?.[1] : undefined);
  // "And the projector does not work?" tells of a trouble of its own.
  return named === undefined || tokensOf(named).some(({ word }) => noWorks.has(word)) ? null : named;
}

const alsoBefore = new RegExp(`^${either(said.alsoBefore)}[ ,:]+(.+)$`, 'iu');
const alsoAfter = new RegExp(`^(.+?)${said.alsoAfter}$`, 'iu');

function otherRoom(plain: string): string | null {
  const rest = alsoBefore.exec(plain)?.[1] ?? alsoAfter.exec(plain)?.[1];
  return rest === undefined ? null : roomAlone(rest);
}

const lead = new RegExp(`^(?:${said.placeBefore}) `, 'iu');
const trail = new RegExp(`${said.placeAfter}$`, 'iu');
const roomWord = new RegExp(`^(?:${said.roomWord}) ?(?=\\S*\\d)`, 'iu');

/** The place, where the words name one and nothing else. */
function roomAlone(words: string): string | null {
  let place = words.replace(trail, '').trim();
  for (let round = 0; round < 3; round += 1) place = place.replace(lead, '');
  const bare = place.replace(roomWord, '').trim();
  if (bare === '' || bare.length > 40) return null;
  const room = /\d/.test(bare) ? roomOf(`Raum ${bare}`) : roomOf(`in ${bare}`);
  return room !== null && room.toLowerCase() === bare.toLowerCase() ? room : null;
}

const beginnings = [said.notButBefore, said.roomIsBefore, said.noBefore].map(
  (words) => new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])[\\s,.!:–-]*`, 'iu'),
);
const notUrgent = new RegExp(`^ ${said.notUrgentWords} $`);
const urgent = new RegExp(`^ ${said.urgentWords} $`);
const scopeTalk = new RegExp(`^(?: ${said.scopeTalkWords}(?= ))+ $`);

function correctionOf(plain: string, words: string): Correction | null {
  if (notUrgent.test(words)) return { blocked: false };
  if (urgent.test(words)) return { blocked: true };
  // A class of devices: the network and the display are at least a class anyway.
  const scope = scopeTalk.test(words) ? scopeOf(tokensOf(plain), 'ipad-hardware') : null;
  if (scope !== null) return { scope };
  let rest = plain;
  for (let round = 0; round < 4; round += 1) {
    for (const beginning of beginnings) rest = rest.replace(beginning, '');
  }
  const room = roomAlone(rest);
  return room === null ? null : { room };
}
