import * as places from './lexicon/places.js';
import { foldSpelling } from './normalise.js';
import { isSlip } from './slip.js';

/** A place in the text, and how surely it is the affected one. */
interface Candidate {
  readonly room: string;
  readonly at: number;
  readonly end: number;
  readonly score: number;
}

/**
 * The affected place: a number without the word for a room (`R 204` is `204`), or a name as it was
 * written (`Aula`). A place that is said to work is passed over. Null if no place is named.
 */
export function roomOf(evidence: string): string | null {
  const corrected = correctedRoom(evidence);
  if (corrected !== null) return corrected;
  const numbered = [...markedRooms(evidence), ...bareRooms(evidence)];
  const named = namedRooms(evidence).filter(
    ({ at, end }) => !numbered.some((other) => at < other.end && other.at < end && other.score >= 4),
  );
  const slipped = numbered.length + named.length === 0 ? misspeltRooms(evidence) : [];
  const candidates = [...numbered, ...named, ...slipped].map((candidate) => ({
    ...candidate,
    score: candidate.score - (isElsewhere(evidence, candidate) ? 10 : 0),
  }));
  const [best] = candidates.sort((a, b) => b.score - a.score || a.at - b.at);
  return best === undefined || best.score <= -8 ? null : best.room;
}

const either = (parts: readonly string[]): string => parts.join('|');
const start = '(?<![\\p{L}\\p{N}_])';
const end = '(?![\\p{L}\\p{N}_])';
/** Letters of a wing, digits, a part after a point and a letter: 204, 1.12, B12, A 1.04, H-114, E05, 12a. */
const roomNumber = '(?:[A-Z]{1,2}[ .-]?)?\\d{1,4}(?:[.,/-]\\d{1,3}){0,2}[a-z]?';

const marked = new RegExp(
  `${start}(?:${either(places.roomWords)})[ .:#-]{0,3}(?:(?:${either(places.numberWords)})[ .:]{0,2})?(${roomNumber})${end}`,
  'giu',
);
const correction = new RegExp(
  `^[^.!?;\\n]{0,12}(?:${either(places.correctionWords)})[ ,]{1,3}(?:\\p{L}{1,8} ){0,2}(${roomNumber})${end}`,
  'iu',
);

function markedRooms(text: string): Candidate[] {
  return [...text.matchAll(marked)].map((match) => ({
    room: tidy(match[1] ?? ''),
    at: match.index,
    end: match.index + match[0].length,
    score: 5,
  }));
}

const bare = new RegExp(
  `${start}(?:[A-Z]{1,2}[ .-]?\\d{1,2}[.]\\d{1,3}|[A-Z][ .-]?\\d{2,3}|\\d{1,2}\\.\\d{2,3}|\\d{2,3})[a-z]?${end}`,
  'gu',
);
const unitAfter = new RegExp(
  `^[ -]{0,2}(?:${either(places.unitWords)})${end}|^[:.,-]\\d|^\\.? (?:${either(places.monthBeginnings)})|^\\. ?(?:stunde|klasse|jahrgang)`,
  'iu',
);
const notRoomBefore = new RegExp(
  `(?:${start}(?:${either(places.notRoomBefore)})[ .:#-]{0,3}|[\\p{L}\\p{N}]-|[\\d/+.,:-])$`,
  'iu',
);
const whereBefore = new RegExp(`${start}(?:${either(places.whereWords)}) $`, 'iu');
const thingBefore = new RegExp(`${start}(?:${either(places.thingWords)})[ ,:]{1,2}$`, 'iu');

/** Numbers that no word marks as a room: after "in", after a device, or alone between commas. */
function bareRooms(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(bare)) {
    const at = match.index;
    const before = text.slice(Math.max(0, at - 24), at);
    const after = text.slice(at + match[0].length, at + match[0].length + 24);
    if (unitAfter.test(after) || notRoomBefore.test(before)) continue;
    const digits = match[0].replace(/\D/g, '').length;
    const lettered = /^[A-Z]/.test(match[0]);
    const alone = /(?:^|[,;:.!?(]\s?|[-–]\s)$/.test(before) && /^\s?(?:$|[,;:!?)]|\.\s|\.$)/.test(after);
    const where = whereBefore.test(before);
    const score =
      (where ? 2.5 : 0) +
      (thingBefore.test(before) ? 2 : 0) +
      (alone ? 1.5 : 0) +
      (lettered && digits > 2 ? 1.5 : 0);
    const enough = digits > 2 ? 1.5 : 2.5;
    if (score >= enough && !(digits < 3 && !lettered && /^\s\p{Lu}?\p{Ll}/u.test(after) && !where)) {
      found.push({ room: tidy(match[0]), at, end: at + match[0].length, score });
    }
  }
  return found;
}

const named = new RegExp(
  `${start}(?:${either(places.buildingParts)}|${either(places.namedPlaces)})${end}`,
  'giu',
);
const compound = new RegExp(
  `${start}(\\p{L}{1,20}(?:-\\p{L}{1,12})?)(-| )?(${either(places.placeEndings)})( \\d{1,2}(?=\\s\\p{Ll}|[,.;:!?)]|$))?${end}`,
  'giu',
);
const noPlace = new Set(places.noPlaces);

function namedRooms(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(named)) {
    found.push({ room: match[0], at: match.index, end: match.index + match[0].length, score: 3 });
  }
  for (const match of text.matchAll(compound)) {
    const [whole, first = '', joint] = match;
    // Two words make a place only by a hyphen or as one: "der Raum" is none.
    if (joint === ' ' || noPlace.has(first.toLowerCase())) continue;
    found.push({ room: whole.trim(), at: match.index, end: match.index + whole.length, score: 3.2 });
  }
  return found;
}

/** Well-known places written with one slip of the fingers. */
function misspeltRooms(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(/(?<!\p{L})\p{L}{6,20}(?!\p{L})/gu)) {
    const word = foldSpelling(match[0]);
    const near = places.robustPlaces.some(
      (place) => place.startsWith(word.slice(0, 1)) && isSlip(place, word),
    );
    if (near) found.push({ room: match[0], at: match.index, end: match.index + match[0].length, score: 2 });
  }
  return found;
}

const elsewhereBefore = new RegExp(
  `${start}(?:${either(places.elsewhereWords)}) (?:(?:der|dem|raum|room|r|the) ?)?$`,
  'iu',
);
const fine = new RegExp(`${start}(?:${either(places.fineWords)})${end}`, 'iu');
const notFine = new RegExp(`${start}(?:${either(places.notFineWords)})${end}`, 'iu');
const clauseEnd = new RegExp(`[!?;,\\n]|\\.(?!\\d)| (?:${either(places.joiningWords)}) `, 'giu');
/** Words this far around a place belong to it. */
const reach = 80;

function isElsewhere(text: string, { at, end: after }: Candidate): boolean {
  if (elsewhereBefore.test(text.slice(Math.max(0, at - 30), at))) return true;
  const left =
    text
      .slice(Math.max(0, at - reach), at)
      .split(clauseEnd)
      .at(-1) ?? '';
  const right = text.slice(after, after + reach).split(clauseEnd)[0] ?? '';
  const clause = `${left} ${right}`;
  return fine.test(clause) && !notFine.test(clause);
}

function tidy(room: string): string {
  return room.trim().replace(/[.,/-]$/, '');
}

/** A room that the writer corrected at once: "in 200, no wait, 210". */
function correctedRoom(evidence: string): string | null {
  for (const match of evidence.matchAll(/(?:raum|room|in)\s/giu)) {
    const found = correction.exec(
      evidence.slice(match.index + match[0].length, match.index + match[0].length + 60),
    );
    if (found?.[1] !== undefined) return tidy(found[1]);
  }
  return null;
}
