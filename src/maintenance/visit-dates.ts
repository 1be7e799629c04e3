/** When somebody comes by: all that maintenance needs of the rota. Dates are YYYY-MM-DD in the service's time zone. */
export interface VisitDates {
  /** The first visit of a site on that date or later; null where none is planned. */
  nextFrom(siteId: string, date: string): string | null;
  /** The last visit of a site from `first` to `last`, both inclusive; null where there is none. */
  lastIn(siteId: string, first: string, last: string): string | null;
}

/** Where no rota is known: checks are due on their planned dates. */
export const noVisits: VisitDates = { nextFrom: () => null, lastIn: () => null };
