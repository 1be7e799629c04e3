/** The columns of a rota file with their headings, English and German. The first one is written. */
export const rotaColumns = {
  kind: ['kind', 'Art'],
  site: ['site', 'Standort'],
  name: ['name', 'Name'],
  weekday: ['weekday', 'Wochentag'],
  date: ['date', 'Datum'],
  from: ['from', 'von'],
  to: ['to', 'bis'],
  everyWeeks: ['every weeks', 'alle Wochen'],
  startingWeek: ['starting week', 'ab Woche'],
  validFrom: ['valid from', 'gültig von'],
  validTo: ['valid to', 'gültig bis'],
  inSchoolHolidays: ['in school holidays', 'in den Ferien'],
  toDate: ['to date', 'neues Datum'],
  note: ['note', 'Bemerkung'],
  enteredBy: ['entered by', 'eingetragen von'],
  enteredAt: ['entered at', 'eingetragen am'],
  earlier: ['earlier dates', 'frühere Termine'],
} as const;

/** What a row is about. */
export const rowKinds = {
  visit: ['visit', 'Besuch'],
  cancelled: ['cancelled', 'entfällt'],
  moved: ['moved', 'verlegt'],
  extra: ['extra', 'zusätzlich'],
} as const;

/** Weekdays as people write them; the first one is written by the program. */
export const weekdayWords = {
  mon: ['Mon', 'Monday', 'Mo', 'Montag'],
  tue: ['Tue', 'Tuesday', 'Di', 'Dienstag'],
  wed: ['Wed', 'Wednesday', 'Mi', 'Mittwoch'],
  thu: ['Thu', 'Thursday', 'Do', 'Donnerstag'],
  fri: ['Fri', 'Friday', 'Fr', 'Freitag'],
  sat: ['Sat', 'Saturday', 'Sa', 'Samstag', 'Sonnabend'],
  sun: ['Sun', 'Sunday', 'So', 'Sonntag'],
} as const;

/** Yes and no; spreadsheets make WAHR and FALSCH of them. */
export const yesWords = ['yes', 'ja', 'true', 'wahr', 'x', '1'];
export const noWords = ['no', 'nein', 'false', 'falsch', '', '0'];

/** The remark at the head of a file that says how long it takes from one street to another. */
export const travelRemark = ['travel minutes', 'Fahrzeit in Minuten'] as const;
