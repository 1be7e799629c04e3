/** States whose school holidays are known, by ISO 3166-2 code. */
export const schoolHolidayRegions = ['DE-NW'] as const;
export type SchoolHolidayRegion = (typeof schoolHolidayRegions)[number];

/** First and last date (YYYY-MM-DD) of a stretch without lessons. */
type Stretch = readonly [first: string, last: string];

/**
 * North Rhine-Westphalia: the decree on the order of holidays of 19 May 2022 for the school years up to 2029/30
 * (ABl. NRW. 06/22). What of it could be checked, and where, stands in docs/service-calendar.md.
 */
const stretches: Readonly<Record<SchoolHolidayRegion, readonly Stretch[]>> = {
  'DE-NW': [
    // 2025/26: autumn, Christmas, Easter, Whitsun, summer
    ['2025-10-13', '2025-10-25'],
    ['2025-12-22', '2026-01-06'],
    ['2026-03-30', '2026-04-11'],
    ['2026-05-26', '2026-05-26'],
    ['2026-07-20', '2026-09-01'],
    // 2026/27
    ['2026-10-17', '2026-10-31'],
    ['2026-12-23', '2027-01-06'],
    ['2027-03-22', '2027-04-03'],
    ['2027-05-18', '2027-05-18'],
    ['2027-07-19', '2027-08-31'],
    // 2027/28, without a day at Whitsun
    ['2027-10-23', '2027-11-06'],
    ['2027-12-24', '2028-01-08'],
    ['2028-04-10', '2028-04-22'],
    ['2028-07-10', '2028-08-22'],
    // 2028/29
    ['2028-10-23', '2028-11-04'],
    ['2028-12-21', '2029-01-05'],
    ['2029-03-26', '2029-04-07'],
    ['2029-05-22', '2029-05-22'],
    ['2029-07-02', '2029-08-14'],
    // 2029/30, without a day at Whitsun
    ['2029-10-15', '2029-10-27'],
    ['2029-12-20', '2030-01-04'],
    ['2030-04-15', '2030-04-27'],
    ['2030-06-24', '2030-08-06'],
  ],
};

/** Whether a date (YYYY-MM-DD) lies in the school holidays of the state; also false where nothing is known of it. */
export function isInSchoolHolidays(region: SchoolHolidayRegion, date: string): boolean {
  return stretches[region].some(([first, last]) => first <= date && date <= last);
}

/** The first and the last date (YYYY-MM-DD) of all the known school holidays of the state. */
export function knownSchoolHolidays(region: SchoolHolidayRegion): {
  readonly first: string;
  readonly last: string;
} {
  return { first: stretches[region].at(0)?.[0] ?? '', last: stretches[region].at(-1)?.[1] ?? '' };
}
