import { latinPattern } from './latin-pattern.js';
import * as tags from './lexicon/tags.js';
import { matchesOf } from './matches.js';

/**
 * The inventory or serial number in a text as it was written (`DO-12345`, `INV 20231`, `DMPXK2ABCDEF`),
 * or null. Ticket ids, error and phone numbers, rooms and models are none.
 */
export function deviceTagOf(evidence: string): string | null {
  // A labelled number is believed before telephone numbers are taken out: it may be all digits.
  const told = labelled.exec(evidence);
  if (told?.[1] !== undefined && plausible(told[1]) && !isTicketId(told[1])) return told[1];
  const text = evidence.replace(telephone, ' ');
  for (const pattern of [prefixed, spaced, afterDevice, serial]) {
    for (const match of matchesOf(pattern, text)) {
      const tag = match[1] ?? '';
      if (isTag(tag, text.slice(Math.max(0, match.index - 30), match.index))) return tag;
    }
  }
  return null;
}

const either = (parts: readonly string[]): string => parts.join('|');
const start = '(?<![\\p{L}\\p{N}_-])';
const end = '(?![\\p{L}\\p{N}_-])';

const labelled = latinPattern(
  `${start}(?:${either(tags.tagLabels)})(?:[ .:#=("“„]{1,3}(?:${either(tags.tagLinks)})){0,2}[ .:#=("“„]{1,4}((?:[A-Z]{1,8}[-_ ])?[A-Z0-9][A-Z0-9/_-]{2,23})${end}`,
  'i',
);
/** DO-12345, iPad-0042, DO-IPAD-0042, NB_4711. */
const prefixed = latinPattern(`${start}((?:[A-Z][A-Z0-9]{0,9}[-_]){1,3}\\d{2,8})${end}`, 'gi');
/** INV 20231. */
const spaced = latinPattern(`${start}((?:${either(tags.tagPrefixes)}) ?\\d{3,8})${end}`, 'gi');
/** "Laptop 10432", "iPad Nr. 0042": the number alone. */
const afterDevice = latinPattern(
  `${start}(?:${either(tags.tagDevices)})s?[ ,(]{1,2}(?:(?:${either(tags.tagNumberWords)})[ :]?)?(\\d{4,8})${end}`,
  'gi',
);
/** Serial numbers of makers: 8 to 14 capitals and digits, both of them. */
const serial = latinPattern(`${start}((?=[A-Z]{0,13}\\d)(?=\\d{0,13}[A-Z])[A-Z0-9]{8,14})${end}`, 'g');
const telephone = latinPattern(
  '(?<![\\p{L}\\p{N}-])(?:\\+\\d{1,3}|0\\d{1,5})[ /()-]{1,3}\\d{2,}(?:[ /-]?\\d{2,}){0,5}|(?<![\\p{L}\\p{N}-])0[1-9]\\d{7,12}(?!\\d)',
  'g',
);

const notPrefix = new Set(tags.notTagPrefixes);
const notBefore = latinPattern(
  `(?<![\\p{L}])(?:${either(tags.notTagBefore)})(?:[ .:#-]{1,3}(?:${either([...tags.tagNumberWords, ...tags.tagLinks])})?[ .:#]{0,2}|-)$`,
  'i',
);

function isTag(tag: string, before: string): boolean {
  if (isTicketId(tag) || notBefore.test(before)) return false;
  const prefix = /^[A-Za-z]+/.exec(tag)?.[0].toLowerCase() ?? '';
  const separated = /[-_]/.test(tag);
  if (separated && notPrefix.has(prefix)) return false;
  const digits = tag.replace(/\D/g, '').length;
  // One letter and few digits are a room (H-114); two digits are only a number after a device's name.
  if (separated && prefix.length < 2 && digits < 5) return false;
  if (separated && digits < 3 && prefix.length < 3) return false;
  return !(/^\d{4}$/.test(tag) && /^(?:19|20)\d\d$/.test(tag));
}

/** Ids of tickets are three and three characters (`K7M-3QX`). */
function isTicketId(tag: string): boolean {
  return /^[0-9A-Z]{3}-[0-9A-Z]{3}$/i.test(tag);
}

/** After a label nearly anything is a number, if it holds a digit or is written in capitals throughout. */
function plausible(tag: string): boolean {
  return /\d/.test(tag) || (/^[A-Z]{8,14}$/.test(tag) && tag.length >= 8);
}
