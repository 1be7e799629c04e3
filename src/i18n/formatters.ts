/** `Intl` formatters are costly to build and cheap to use: one for each locale, zone and set of fields. */
const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatter(
  locale: string,
  timeZone: string,
  fields: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(fields)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...fields, timeZone });
  formatters.set(key, made);
  return made;
}

/** How a time looks from now, by the calendar of the time zone: the pieces from which a language makes its words. */
export interface LocalTime {
  /** Whole calendar days from today: -1 is yesterday, 0 today, 1 tomorrow. */
  readonly dayOffset: number;
  /** `10:15` */
  readonly clock: string;
  /** `Mi`, `Wed` */
  readonly weekday: string;
  /** `Mittwoch`, `Wednesday` */
  readonly weekdayLong: string;
  /** `25.11.`, `25 Nov` */
  readonly date: string;
}

/** @param at and now in epoch milliseconds */
export function localTime(
  locale: string,
  timeZone: string,
  date: Intl.DateTimeFormatOptions,
  at: number,
  now: number,
): LocalTime {
  return {
    dayOffset: dayNumber(at, timeZone) - dayNumber(now, timeZone),
    clock: formatter(locale, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at),
    weekday: formatter(locale, timeZone, { weekday: 'short' }).format(at),
    weekdayLong: formatter(locale, timeZone, { weekday: 'long' }).format(at),
    date: formatter(locale, timeZone, date).format(at),
  };
}

/** Weekday and date, with the year where it is not the year of `now`. */
export function localDate(
  locale: string,
  timeZone: string,
  date: Intl.DateTimeFormatOptions,
  at: number,
  now: number,
): string {
  const year = (instant: number): string => formatter('en', timeZone, { year: 'numeric' }).format(instant);
  const fields = year(at) === year(now) ? date : { ...date, year: 'numeric' as const };
  const weekday = formatter(locale, timeZone, { weekday: 'short' }).format(at);
  const dot = locale.startsWith('de') ? '.' : '';
  return `${weekday}${dot} ${formatter(locale, timeZone, fields).format(at)}`;
}

/** Days since 1970-01-01 of the calendar day on which the instant falls in that zone. */
function dayNumber(at: number, timeZone: string): number {
  const parts = formatter('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );
  return Date.parse(`${parts}T00:00:00Z`) / 86_400_000;
}
