import type { Report } from '../tickets/ticket.js';
import { namedWings, networkServices, networkWords, services, wingWords } from './lexicon.js';

/** What several tickets have in common where one fault is behind them. */
export type Fault =
  | { readonly kind: 'network' }
  /** The displays of one wing, or of one floor where rooms only have numbers (`floor-2`). */
  | { readonly kind: 'display'; readonly wing: string }
  /** A service of the city, by its key in the lexicon. */
  | { readonly kind: 'service'; readonly service: string };

/** The same text exactly for the same fault. */
export function faultKey(fault: Fault): string {
  switch (fault.kind) {
    case 'network':
      return 'network';
    case 'display':
      return `display-${fault.wing}`;
    case 'service':
      return `service-${fault.service}`;
  }
}

/**
 * The fault that a report would tell of if it were not alone; null where it is of a kind that comes one by one, like a
 * printer, or where nothing says which displays belong together.
 */
export function faultOf({ category, room, title, description }: FaultReport): Fault | null {
  if (category === 'display') {
    const wing = room === null ? null : wingOf(room);
    return wing === null ? null : { kind: 'display', wing };
  }
  if (category !== 'network' && category !== 'account' && category !== 'other') return null;
  const text = `${title}\n${description}`;
  const service = serviceIn(text);
  const isOfNetwork = category === 'network' && networkPattern.test(text);
  if (isOfNetwork && service !== null && !networkServices.includes(service)) return { kind: 'network' };
  if (service !== null) return { kind: 'service', service };
  return category === 'network' ? { kind: 'network' } : null;
}

/** What of a report tells which fault it is. */
export type FaultReport = Pick<Report, 'category' | 'room' | 'title' | 'description'>;

/** Whether both tell of the same fault. */
export function isSameFault(one: Fault, other: Fault): boolean {
  return faultKey(one) === faultKey(other);
}

/**
 * The part of a building that a room lies in: `B12`, `B-Trakt` and `Trakt B` are `b`, `Neubau` is `new-building`,
 * `204` is `floor-2`; null for a room that says nothing of it, like the staff room.
 */
export function wingOf(room: string): string | null {
  const text = room.toLowerCase().trim();
  const named = Object.entries(namedWings).find(([, words]) => words.some((word) => text.includes(word)));
  if (named) return named[0];
  const letter = wingPatterns.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  if (letter !== undefined) return letter;
  const floor = /^(\d)\d\d[a-z]?$/u.exec(text)?.[1] ?? /^(\d)[.]\d{1,3}$/u.exec(text)?.[1];
  return floor === undefined ? null : `floor-${floor}`;
}

const eitherWing = `(?:${wingWords.join('|')})`;
/** `A-wing`, `wing A`, `A12`. */
const wingPatterns: readonly RegExp[] = [
  new RegExp(`^([a-z])[ .-]?${eitherWing}`, 'u'),
  new RegExp(`${eitherWing}[ .-]?([a-z])$`, 'u'),
  /^([a-z])[ .-]?\d/u,
];

const networkPattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${networkWords.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const matchers = Object.entries(services).map(([service, words]) => {
  const either = words.map((word) => word.replaceAll(/[ -]/gu, '[ -]?')).join('|');
  return { service, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'iu') };
});

/** The service that is named first in a text; null where none is. */
function serviceIn(text: string): string | null {
  let first: { readonly service: string; readonly at: number } | null = null;
  for (const { service, pattern } of matchers) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (first === null || at < first.at)) first = { service, at };
  }
  return first?.service ?? null;
}
