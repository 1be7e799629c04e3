import { getHolidays } from 'feiertagejs';

const stateCodes = [
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
] as const;
/** A German state: the part of its ISO 3166-2 code after `DE-`. */
export type StateCode = (typeof stateCodes)[number];

/** The state of an ISO 3166-2 code such as `DE-NW`; undefined where there is none. */
export function stateOf(isoCode: string): StateCode | undefined {
  return stateCodes.find((code) => isoCode === `DE-${code}`);
}

/** The public holidays of all states, as the source names them. */
export const holidayNames = [
  'NEUJAHRSTAG',
  'HEILIGEDREIKOENIGE',
  'WELTFRAUENTAG',
  'KARFREITAG',
  'OSTERSONNTAG',
  'OSTERMONTAG',
  'TAG_DER_ARBEIT',
  'CHRISTIHIMMELFAHRT',
  'PFINGSTSONNTAG',
  'PFINGSTMONTAG',
  'FRONLEICHNAM',
  'MARIAHIMMELFAHRT',
  'WELTKINDERTAG',
  'DEUTSCHEEINHEIT',
  'REFORMATIONSTAG',
  'ALLERHEILIGEN',
  'BUBETAG',
  'ERSTERWEIHNACHTSFEIERTAG',
  'ZWEITERWEIHNACHTSFEIERTAG',
] as const;
export type HolidayName = (typeof holidayNames)[number];

/** The public holiday of the state on a date (YYYY-MM-DD); null where there is none, or none that is known by name. */
export function holidayOn(state: StateCode, date: string): HolidayName | null {
  const found = getHolidays(Number(date.slice(0, 4)), state).find(
    (holiday) => holiday.date.toISOString().slice(0, 10) === date,
  );
  return holidayNames.find((name) => name === found?.name) ?? null;
}

/**
 * Tells whether a date (YYYY-MM-DD) is a public holiday of the state. Public holidays are whole days; days of the
 * church or of custom (Carnival Monday, Christmas Eve) are none. They follow from the laws as they are today, so any
 * year has an answer.
 */
export function publicHolidays(state: StateCode): (date: string) => boolean {
  let knownYear = '';
  let dates: ReadonlySet<string> = new Set();
  return (date) => {
    const year = date.slice(0, 4);
    if (year !== knownYear) {
      dates = holidayDates(state, Number(year));
      knownYear = year;
    }
    return dates.has(date);
  };
}

function holidayDates(state: StateCode, year: number): ReadonlySet<string> {
  // The library's own `dateString` depends on the time zone of the process; its `date` is noon UTC.
  return new Set(getHolidays(year, state).map(({ date }) => date.toISOString().slice(0, 10)));
}
