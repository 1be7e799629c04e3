import { addDays, startOfDay, type Instant } from '../sla/index.js';

/** When somebody comes by: all that maintenance needs of the rota. Dates are YYYY-MM-DD in the service's time zone. */
export interface VisitDates {
  /** The first visit of a site on that date or later; null where none is planned. */
  nextFrom(siteId: string, date: string): string | null;
  /** The last visit of a site from `first` to `last`, both inclusive; null where there is none. */
  lastIn(siteId: string, first: string, last: string): string | null;
  /** The id of the visit of a site on a date; null where there is none. */
  idOn(siteId: string, date: string): string | null;
}

/** Where no rota is known: checks are due on their planned dates. */
export const noVisits: VisitDates = { nextFrom: () => null, lastIn: () => null, idOn: () => null };

/** What of the visiting rota is asked. */
export interface AskedRota {
  readonly timeZone: string;
  visitsOn(siteIds: readonly string[], date: string): readonly { readonly id: string }[];
  nextVisits(siteId: string, from: Instant, count: number): readonly { readonly date: string }[];
  lastVisitBefore(siteId: string, from: Instant, before: Instant): { readonly date: string } | null;
}

/** The dates of a rota. */
export function visitDatesOf(rota: AskedRota): VisitDates {
  const { timeZone } = rota;
  return {
    nextFrom: (siteId, date) => rota.nextVisits(siteId, startOfDay(date, timeZone), 1)[0]?.date ?? null,
    lastIn: (siteId, first, last) =>
      rota.lastVisitBefore(siteId, startOfDay(first, timeZone), startOfDay(addDays(last, 1), timeZone))
        ?.date ?? null,
    idOn: (siteId, date) => rota.visitsOn([siteId], date)[0]?.id ?? null,
  };
}
