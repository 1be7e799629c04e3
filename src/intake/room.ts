import { latinPattern } from './latin-pattern.js';
import * as places from './lexicon/places.js';
import { matchesOf } from './matches.js';
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
  const byName = namedRooms(evidence);
  // "practice room 3" is a name, not the number 3.
  const numbered = [...markedRooms(evidence), ...bareRooms(evidence)].filter(
    ({ at, end }) => !byName.some((other) => other.at < at && end <= other.end),
  );
  const named = byName.filter(
    ({ at, end }) => !numbered.some((other) => at < other.end && other.at < end && other.score >= 4),
  );
  const slipped = numbered.length + named.length === 0 ? misspeltRooms(evidence) : [];
  const signature = signatureAt(evidence);
  const candidates = [...numbered, ...named, ...slipped].map((candidate) => ({
    ...candidate,
    score: candidate.score - doubt(evidence, candidate, signature),
  }));
  const [best] = candidates.sort((a, b) => b.score - a.score || a.at - b.at || b.end - a.end);
  return best === undefined || best.score < 0 ? null : best.room;
}

const longestFirst = (parts: readonly string[]): string[] => [...parts].sort((a, b) => b.length - a.length);
const either = (parts: readonly string[]): string => parts.join('|');
const start = '(?<![\\p{L}\\p{N}_])';
const end = '(?![\\p{L}\\p{N}_])';
/** After a number also no hyphen: `R4T-9PL` is a ticket. */
const numberEnd = '(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])';
/** Letters of a wing, digits, a part after a point and a letter: 204, 1.12, B12, A 1.04, H-114, E05, 12a. */
const roomNumber = '(?:[A-Z]{1,2}[ .-]?)?\\d{1,4}(?:[.,/-]\\d{1,3}){0,2}[a-z]?';

const marked = latinPattern(
  `${start}(?<!-)(?:${either(places.roomWords)})[ .:#-]{0,3}(?:(?:${either(places.numberWords)})[ .:]{0,2})?(${roomNumber}|${either(places.numberNames)})${numberEnd}`,
  'gi',
);
const correction = latinPattern(
  `^[^.!?;\\n]{0,30}?(?:${either(places.correctionWords)})[ ,:]{1,3}(?:(?:${either(places.beforeCorrectedRoom)}) ){0,2}(${roomNumber})${numberEnd}`,
  'i',
);

function markedRooms(text: string): Candidate[] {
  return matchesOf(marked, text).map((match) => ({
    room: tidy(match[1] ?? ''),
    at: match.index,
    end: match.index + match[0].length,
    score: 5,
  }));
}

const bare = latinPattern(
  `${start}(?:[A-Z]{1,2}[ .-]?\\d{1,2}[.]\\d{1,3}|[A-Z][ .-]?\\d{2,3}|[A-Z][ -]?\\d|[b-hj-z] ?\\d{1,2}\\.\\d{2}|[b-hj-z]\\d{2,3}|[a-z] 0\\d{1,2}|a \\d\\.\\d\\d|\\d{1,2}\\.\\d{2,3}|\\d{2,3})(?:[a-z]?${numberEnd}|(?=er(?!\\p{L})))`,
  'g',
);
const unitAfter = latinPattern(
  `^[ -]{0,2}(?:${either(places.unitWords)})${end}|^[:.,-]\\d|^\\.? (?:${either(places.monthBeginnings)})|^\\. ?(?:${either(places.ordinalThings)})|^°|^ (?:${either(places.rangeWords)}) \\d{1,3} (?!\\p{Ll})`,
  'i',
);
const notRoomBefore = latinPattern(
  `(?:${start}(?:${either(places.notRoomBefore)})[ .:#-]{0,3}|[\\p{L}\\p{N}]-|[\\d/+.,:-])$`,
  'i',
);
const whereBefore = latinPattern(`${start}(?:${either(places.whereWords)}) $`, 'i');
const thingBefore = latinPattern(`${start}(?:${either(places.thingWords)})[ ,:]{1,2}$`, 'i');

/** Numbers that no word marks as a room: after "in", after a device, or alone between commas. */
function bareRooms(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesOf(bare, text)) {
    const at = match.index;
    const before = text.slice(Math.max(0, at - 24), at);
    const after = text.slice(at + match[0].length, at + match[0].length + 24);
    if (notRoomBefore.test(before) || (unitAfter.test(after) && !isThingInRoom(match[0], before, after)))
      continue;
    const score = bareScore(match[0], before, after);
    if (score === null) continue;
    const first = firstOfRow.exec(before);
    const room = first?.[1] ?? match[0];
    const from = first === null ? at : at - (before.length - first.index);
    found.push({ room: tidy(room), at: from, end: at + match[0].length, score });
  }
  return found;
}

const deviceAfter = latinPattern('^ (?:beamer|drucker|rechner|tv|kabel|computer)(?!\\p{L})', 'i');

/** "117 Beamer flackert": words for one and for many alike count nothing after the number of a room. */
function isThingInRoom(number: string, before: string, after: string): boolean {
  if (!deviceAfter.test(after)) return false;
  return (
    /^[A-Z]/.test(number) || (/^[1-9]\d[1-9]$|\./.test(number) && /(?:^|[.!?:,\n])\s*$|\bin $/.test(before))
  );
}

/** How much speaks for a bare number, or null if too little. */
function bareScore(number: string, before: string, after: string): number | null {
  const digits = number.replace(/\D/g, '').length;
  if (noRoom.test(number) || (number.startsWith('U') && /(?:der|line|linie) $/iu.test(before))) return null;
  const lettered = /^[A-Za-z]/.test(number) && digits > 1;
  const sure = digits > 2 || lettered;
  const begins = /^\s*$|[.!?\n]\s*$/.test(before) && !number.endsWith('00');
  const alone = /(?:^|[,;:.!?(]\s?|[-–]\s)$/.test(before) && /^\s?(?:$|[,;:!?)]|\.\s|\.$)/.test(after);
  const where = whereBefore.test(before);
  if (!sure && !where && !/^[A-Z]/.test(number) && /^\s\p{Lu}?\p{Ll}/u.test(after)) return null;
  const score =
    (where ? 2.5 : 0) +
    (sure && aboutBefore.test(before) ? 1.5 : 0) +
    (thingBefore.test(before) ? 2 : 0) +
    (alone ? 1.5 : 0) +
    (sure && begins ? 1.5 : 0) +
    (lettered ? 1.5 : 0) +
    (!sure && begins && /^[A-Z]/.test(number) ? 2.5 : 0);
  return score >= (sure ? 1.5 : 2.5) ? score : null;
}

/** Sizes of paper and years of school. */
const noRoom = /^(?:A ?[3-6]|Q ?[12])$/u;

const aboutBefore = latinPattern(`${start}(?:${either(places.aboutWords)}) $`, 'i');
/** "201, 203 and 206": of rooms in a row the first. */
const roomInRow = '(?:[A-Z]{1,2}[ .-]?)?\\d{1,3}(?:\\.\\d{1,3})?[a-z]?';
const rowJoint = `\\s?(?:${either(places.rowJoints)})\\s`;
const firstOfRow = latinPattern(
  `(?<![\\p{L}\\p{N}_.-])(${roomInRow})(?:${rowJoint}?${roomInRow}){0,3}${rowJoint}$`,
  '',
);

const named = latinPattern(
  `${start}(?:${either(places.buildingParts)}|${either(longestFirst(places.namedPlaces))})${end}(?!@|-(?:${either(places.accessNameEndings)}))`,
  'gi',
);
const compound = latinPattern(
  `${start}(\\p{L}{1,20}(?:-\\p{L}{1,12})?)(-| )?(${either(places.placeEndings)})( \\d{1,2}(?=\\s\\p{Ll}|[,.;:!?)]|$))?${end}`,
  'gi',
);
const noPlace = latinPattern(`(?:^|zeit|spiel)(?:${either(places.noPlaces)})$|(?:zeit|spiel)$`, 'i');

function namedRooms(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesOf(named, text)) {
    found.push({ room: match[0], at: match.index, end: match.index + match[0].length, score: 3.2 });
  }
  for (const match of matchesOf(compound, text)) {
    const [whole, first = '', joint] = match;
    // Two words make a place only by a hyphen or as one: "der Raum" is none.
    if (joint === ' ' || noPlace.test(first)) continue;
    found.push({ room: whole.trim(), at: match.index, end: match.index + whole.length, score: 3.2 });
  }
  return found;
}

const longWord = latinPattern('(?<!\\p{L})\\p{L}{6,20}(?![\\p{L}@])', 'g');

/** Well-known places written with one slip of the fingers. */
function misspeltRooms(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesOf(longWord, text)) {
    const word = foldSpelling(match[0]);
    const near = places.robustPlaces.some(
      (place) => place.startsWith(word.slice(0, 1)) && isSlip(place, word),
    );
    if (near) found.push({ room: match[0], at: match.index, end: match.index + match[0].length, score: 2 });
  }
  return found;
}

const placeWord = `(?:(?:${either(places.beforePlace)}) ?)?$`;
const elsewhereBefore = latinPattern(`${start}(?:${either(places.elsewhereWords)}) ${placeWord}`, 'i');
const notThereBefore = latinPattern(
  `(?:^|[,;:.!?(–-]\\s?|${start}(?:${either(places.joiningWords)}|${either(places.addingWords)}) )(?:${either(places.notThereWords)}) ${placeWord}`,
  'i',
);
const whereIAm = latinPattern(`${start}(?:${either(places.whereIAm)}) ${placeWord}`, 'i');
const signature = latinPattern(
  `(?:^|[\\n.,!]) {0,2}(?:\\p{L}{3,12} )?(?:${either(places.signatureWords)})${end}`,
  'gi',
);
/** An English place before a thing only says whose thing it is: "the office PC". */
const ownerOf = latinPattern(
  '^ (?:pc|laptop|key|keys|drawer|computer|keyboard|phone|wifi|ipad|mouse|pass?wor[dt]|account|paket|365)(?!\\p{L})',
  'i',
);
const fineAtOnce = latinPattern('^(?: ist|:)? (?:schon|okay|ok|fine|is fine|works)(?!\\p{L})', 'i');

/** Where the greeting at the end of a letter begins; what follows is the sender's own. */
function signatureAt(text: string): number {
  const last = matchesOf(signature, text).at(-1);
  return last === undefined || last.index < 20 ? Infinity : last.index;
}

/** How much speaks against a place being the affected one. */
function doubt(text: string, candidate: Candidate, signatureStart: number): number {
  if (candidate.at > signatureStart || isElsewhere(text, candidate)) return 10;
  if (isFine(text, candidate)) return 3;
  return whereIAm.test(text.slice(Math.max(0, candidate.at - 40), candidate.at)) ? 2.4 : 0;
}

const fine = latinPattern(`${start}(?:${either(places.fineWords)})${end}`, 'i');
const notFine = latinPattern(`${start}(?:${either(places.notFineWords)})${end}`, 'i');
const clauseEnd = latinPattern(`[!?;,\\n]|: |\\.(?!\\d)| (?:${either(places.joiningWords)}) `, 'gi');
/** Words this far around a place belong to it. */
const reach = 80;

function isElsewhere(text: string, { at, end: after }: Candidate): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  return (
    elsewhereBefore.test(before) || notThereBefore.test(before) || ownerOf.test(text.slice(after, after + 20))
  );
}

/** Whether the clause says that it works there; then any other place is likelier. */
function isFine(text: string, { at, end: after }: Candidate): boolean {
  if (fineAtOnce.test(text.slice(after, after + 20))) return true;
  const before = text.slice(Math.max(0, at - reach), at);
  const last = matchesOf(clauseEnd, before).at(-1);
  const left = last === undefined ? before : before.slice(last.index + last[0].length);
  const following = text.slice(after, after + reach);
  const right = following.slice(0, matchesOf(clauseEnd, following)[0]?.index);
  const clause = `${left} ${right}`;
  return fine.test(clause) && !notFine.test(clause);
}

function tidy(room: string): string {
  return room.trim().replace(/[.,/-]$/, '');
}

const beforeCorrection = latinPattern('(?<!\\p{L})(?:raum|room|in|die|der|r)\\s|^', 'gi');

/** A room that the writer corrected at once: "in 200, no wait, 210". */
function correctedRoom(evidence: string): string | null {
  for (const match of matchesOf(beforeCorrection, evidence)) {
    const found = correction.exec(
      evidence.slice(match.index + match[0].length, match.index + match[0].length + 60),
    );
    if (found?.[1] !== undefined) return tidy(found[1]);
  }
  return null;
}
