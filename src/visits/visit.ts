import { isDate, type Instant } from '../sla/index.js';

/** Somebody of the campus at a site, from one instant to another. */
export interface Visit {
  /** Tells site and date; fit for a store. */
  readonly id: string;
  readonly siteId: string;
  /** YYYY-MM-DD in the service's time zone. A site has at most one visit a day. */
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  /** What made it other than the rules say; null for a visit by the rules. */
  readonly exception: VisitException | null;
}

/** Why a visit takes place outside of the rules. */
export interface VisitException {
  readonly kind: 'moved' | 'extra';
  /** The date from which it was moved; null for an extra one. */
  readonly movedFrom: string | null;
  /** Empty where nobody said why. */
  readonly note: string;
}

/**
 * The id of a site's visit on a date. Ids of sites may hold any letters, which a store does not take: what is not ASCII
 * is written as `~` and four digits to the base of 36. Different sites and dates have different ids, of at most 211 characters.
 */
export function visitIdOf(siteId: string, date: string): string {
  return `${storableSiteId(siteId)}.${date}`;
}

/** Site and date of a visit's id; null where it is none. */
export function siteAndDateOf(visitId: string): { readonly siteId: string; readonly date: string } | null {
  const match = /^(.+)[.](\d{4}-\d{2}-\d{2})$/.exec(visitId);
  const [, encoded = '', date = ''] = match ?? [];
  if (!isDate(date)) return null;
  const siteId = encoded.replace(/~([0-9a-z]{4})/g, (whole, digits: string) => {
    const codePoint = Number.parseInt(digits, 36);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
  return visitIdOf(siteId, date) === visitId ? { siteId, date } : null;
}

/** A site's id as a store takes it in the id of a document; other sites have other ones. */
export function storableSiteId(siteId: string): string {
  return [...siteId].map((letter) => (/^[A-Za-z0-9._-]$/.test(letter) ? letter : escaped(letter))).join('');
}

function escaped(letter: string): string {
  return `~${(letter.codePointAt(0) ?? 0).toString(36).padStart(4, '0')}`;
}
