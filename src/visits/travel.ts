import type { Directory } from '../campus/index.js';

/** Tells the wall minutes from one site to another: none at the same address. Order does not matter. */
export type TravelTime = (siteId: string, otherSiteId: string) => number;

/** Between different streets it takes always as long: addresses are no distances. */
export function travelTimes(directory: Directory, minutesBetweenStreets: number): TravelTime {
  const addressOf = (siteId: string): string | null => {
    const site = directory.site(siteId);
    return site ? site.street.normalize('NFC').toLowerCase().replace(/\s+/g, '') : null;
  };
  return (siteId, otherSiteId) => {
    const [one, other] = [addressOf(siteId), addressOf(otherSiteId)];
    return one !== null && one === other ? 0 : minutesBetweenStreets;
  };
}

/** A stretch of a day at a site, in wall minutes or milliseconds alike. */
interface Stay {
  readonly siteId: string;
  readonly from: number;
  readonly to: number;
}

/** What keeps one person from both of two visits of a day, in the unit of their times; null where nothing does. */
export function clashOf(one: Stay, other: Stay, needed: number): 'overlap' | { readonly gap: number } | null {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  if (second.from < first.to) return 'overlap';
  const gap = second.from - first.to;
  return gap < needed ? { gap } : null;
}
