import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  buildRota,
  readRotaCalendar,
  readRotaCsv,
  sampleRota,
  writeRotaCalendar,
  writeRotaCsv,
} from '../../src/visits/index.js';
import type { RotaContent, RotaReading } from '../../src/visits/index.js';
import {
  annex,
  cancelled,
  directory,
  exceptionsOf,
  extra,
  main,
  moved,
  now,
  rota,
  rule,
  rules,
  sample,
  visitRules,
} from './city.js';

const grounds = { directory, rules, now, at: now };
const sites = [main, annex];

function contentOf(reading: RotaReading): RotaContent {
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
  return reading.content;
}

function errorsOf(reading: RotaReading): readonly string[] {
  return reading.kind === 'read' ? [] : reading.errors.map(({ line, message }) => `${line}: ${message}`);
}

/** A rota in an order of its own: a file may hold it in another one. */
function sorted({ travelMinutes, rules: all, exceptions }: RotaContent): unknown {
  const texts = (items: readonly object[]): string[] =>
    items.map((item) => JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
  return { travelMinutes, rules: texts(all), exceptions: texts(exceptions) };
}

/** Rotas in which each site has a series at most once a day, as `checkRota` demands. */
const rotas = fc
  .tuple(fc.array(visitRules(sites), { maxLength: 6 }), exceptionsOf(sites), fc.integer({ min: 0, max: 240 }))
  .map(([all, exceptions, travelMinutes]): RotaContent => {
    const taken = new Set<string>();
    const visitable = all.filter(({ siteId, weekday }) => {
      const key = `${siteId} ${weekday}`;
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    });
    return { travelMinutes, rules: visitable, exceptions };
  });

describe('a rota as CSV', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(rotas, (content) => {
        expect(contentOf(readRotaCsv(writeRotaCsv(content, directory), grounds))).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });

  it('is a table for German spreadsheets, with the names of the sites for people', () => {
    const text = writeRotaCsv(
      rota([rule()], [moved('2026-02-05', '2026-02-06', { note: '=1;"x"' })]),
      directory,
    );
    expect(text.startsWith('\uFEFF# travel minutes: 15\r\nkind;site;name;weekday;')).toBe(true);
    expect(text).toContain('visit;500001-1;Nordschule, Main;Thu;;08:00;11:00;1;2026-01-05;;;no;');
    expect(text).toContain(`2026-02-06;"'=1;""x""";`);
  });

  it('is read as a German spreadsheet saves it, with its dates, times and words', () => {
    const text = [
      '# Fahrzeit in Minuten: 20;;;;;;;',
      'Standort;Wochentag;von;bis;alle Wochen;ab Woche;in den Ferien;Art;Datum;Bemerkung',
      '500001;Do.;8:00;11:00:00;2;05.01.2026;WAHR;;;',
      'nordschule;;;;;;;entfällt;5.2.2026;Fortbildung',
    ].join('\r\n');
    const content = contentOf(readRotaCsv(text, grounds));
    expect(content.travelMinutes).toBe(20);
    expect(content.rules).toEqual([rule({ everyWeeks: 2, inSchoolHolidays: true })]);
    const at = '2026-02-02T07:00:00.000Z';
    expect(content.exceptions).toEqual([cancelled('2026-02-05', { note: 'Fortbildung', at })]);
  });

  it('is refused whole, with every fault told by its line', () => {
    const text = [
      'kind,site,weekday,date,from,to,every weeks,starting week',
      'visit,500009-1,Thu,,08:00,11:00,1,2026-01-05',
      'visit,500001,Noday,,25:00,11:00,0,2026-02-30',
      '',
      'later,500001-1,,2026-02-05,08:00,09:00,,',
      'visit,500002,Thu,,08:00,11:00,1,2026-01-05',
    ].join('\n');
    expect(errorsOf(readRotaCsv(text, grounds))).toEqual([
      '2: there is no site "500009-1"',
      '3: "weekday" must be a weekday such as Mon, found "Noday"',
      '3: "from" must be a time, HH:MM, found "25:00"',
      '3: "every weeks" must be 1 to 52, found "0"',
      '3: "starting week" must be a date that exists, YYYY-MM-DD, found "2026-02-30"',
      '5: "kind" must be visit, cancelled, moved, extra, found "later"',
      '5: "weekday" must be a weekday such as Mon, found ""',
      '5: "starting week" must be a date that exists, YYYY-MM-DD, found ""',
      '6: "500002" has several sites, name one: 500002-1, 500002-2',
    ]);
  });

  it.each([
    ['', '1: the file is empty'],
    ['weekday;date\nThu;', '1: column "site" is missing'],
    ['site;from;to;from\n', '1: column "from" is there twice'],
    ['# travel minutes: soon\nsite;from;to', '1: the travel time must be 0 to 240 minutes, found "soon"'],
    ['site;from;to\n"500001;08:00', '2: a quote is not closed'],
  ])('is refused where it is no table: %j', (text, message) => {
    expect(errorsOf(readRotaCsv(text, grounds))[0]).toContain(message);
  });
});

describe('a rota as iCalendar', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(rotas, (content) => {
        const read = contentOf(readRotaCalendar(writeRotaCalendar(content, grounds), grounds));
        expect(sorted(read)).toEqual(sorted(content));
      }),
      { numRuns: 150 },
    );
  });

  it('shows any calendar program the visits of the rota, holidays, summer time and exceptions included', () => {
    const content = rota(
      [rule({ everyWeeks: 2 }), rule({ siteId: annex, weekday: 'mon', inSchoolHolidays: true })],
      [cancelled('2026-02-19'), moved('2026-03-05', '2026-03-06'), extra('2026-03-10')],
    );
    const [from, before] = [Date.parse('2026-01-01T00:00Z'), Date.parse('2027-01-01T00:00Z')];
    const built = buildRota({ revision: 1, content }, directory, rules);
    const expected = built
      .visitsBetween(sites, from, before)
      .map((visit) => [visit.siteId, new Date(visit.from).toISOString(), new Date(visit.to).toISOString()]);
    expect(expected.length).toBeGreaterThan(60);
    expect(expanded(writeRotaCalendar(content, grounds), from, before)).toEqual(expected);
  });

  it('carries the time zone by its yearly rules, and lines that are folded', () => {
    const text = writeRotaCalendar(rota([rule()]), grounds);
    expect(text).toContain('TZID:Europe/Berlin\r\n');
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU');
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260108T080000');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('of the sample comes back as it was', () => {
    const content = sampleRota(sample);
    const city = { ...grounds, directory: sample };
    const read = contentOf(readRotaCalendar(writeRotaCalendar(content, city), city));
    expect(sorted(read)).toEqual(sorted(content));
  });
});

describe('a calendar of Outlook or Google', () => {
  it('is taken: zones by their own names, several weekdays, instances left out, changed and added', () => {
    const content = contentOf(
      readRotaCalendar(
        calendar(
          event([
            'UID:a',
            'SUMMARY:Nordschule',
            'DTSTART;TZID="W. Europe Standard Time":20260903T080000',
            'DTEND;TZID="W. Europe Standard Time":20260903T110000',
            'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261217T070000Z;BYDAY=MO,TH;WKST=MO',
            'EXDATE;TZID="W. Europe Standard Time":20260917T080000,20261029T080000',
            'X-CAMPUSDESK-IN-SCHOOL-HOLIDAYS:FALSE',
          ]),
          event([
            'UID:a',
            'SUMMARY:Nordschule',
            'RECURRENCE-ID;TZID="W. Europe Standard Time":20261001T080000',
            'DTSTART:20261002T070000Z',
            'DURATION:PT2H',
            'DESCRIPTION:exam\\, in the Aula',
          ]),
          event([
            'UID:b',
            'LOCATION:Weg 3\\, 50667 Köln',
            'DTSTART:20260909T090000',
            'DTEND:20260909T100000',
          ]),
        ),
        grounds,
      ),
    );
    const series = { everyWeeks: 2, startingWeek: '2026-09-03', validTo: '2026-12-17' };
    expect(content.rules).toEqual([
      rule({ ...series, weekday: 'mon', validFrom: '2026-09-03' }),
      rule({ ...series, weekday: 'thu' }),
    ]);
    const at = new Date(now).toISOString();
    expect(content.exceptions).toEqual([
      { ...moved('2026-10-01', '2026-10-02', { note: 'exam, in the Aula', at }), to: '11:00' },
      { ...extra('2026-09-09', { siteId: annex, at }), from: '09:00', to: '10:00' },
      // 29 October lies in the autumn holidays, where nobody comes anyway.
      cancelled('2026-09-17', { at }),
    ]);
  });

  it.each([
    [['SUMMARY:Dentist', 'DTSTART:20260903T080000', 'DTEND:20260903T090000'], 'there is no site "Dentist"'],
    [['SUMMARY:Südschule', 'DTSTART:20260903T080000', 'DTEND:20260903T090000'], 'has several sites'],
    [['DTSTART:20260903T080000', 'DTEND:20260903T090000'], 'it names no site'],
    [['SUMMARY:500001', 'DTSTART;VALUE=DATE:20260903'], 'it has no time of day'],
    [['SUMMARY:500001', 'DTSTART:20260903T080000'], 'it has no end'],
    [['SUMMARY:500001', 'DTSTART:20260903T080000', 'DTEND:20260904T080000'], 'on the same day'],
    [['SUMMARY:500001', 'DTSTART:abc', 'DTEND:20260904T080000'], 'it cannot be read'],
    [series('FREQ=MONTHLY'), 'it is no weekly series'],
    [series('FREQ=WEEKLY;BYMONTH=3'), 'it is no weekly series'],
    [series('FREQ=WEEKLY;BYDAY=FR'), 'it begins on a day that is not one of its weekdays'],
    [series('FREQ=WEEKLY;COUNT=9000'), 'it counts more than 2000 visits'],
    [series('FREQ=WEEKLY;INTERVAL=60'), 'it must recur every 1 to 52 weeks'],
    [series('FREQ=WEEKLY', 'Z'), 'would shift in summer'],
    [series('FREQ=WEEKLY', '', ';TZID=Mars/Base'), 'the time zone "Mars/Base" is not defined in the file'],
  ])('is refused with the line of the event: %j', (lines, message) => {
    const errors = errorsOf(readRotaCalendar(calendar(event(lines)), grounds));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^20: event /);
    expect(errors[0]).toContain(message);
  });

  it.each([['hello'], ['BEGIN:VCARD\r\nEND:VCARD'], ['BEGIN:VCALENDAR\r\nEND:VCALENDAR'], ['']])(
    'is refused where it is none, or holds nothing: %j',
    (text) => {
      expect(readRotaCalendar(text, grounds).kind).toBe('refused');
    },
  );

  it('counts visits where it says how many: the last one is the last day', () => {
    const content = contentOf(
      readRotaCalendar(calendar(event(series('FREQ=WEEKLY;BYDAY=TH,FR;COUNT=5'))), grounds),
    );
    expect(content.rules.map(({ validTo }) => validTo)).toEqual(['2026-09-17', '2026-09-17']);
  });
});

function series(recurrence: string, suffix = '', zone = ''): string[] {
  return [
    'SUMMARY:500001',
    `DTSTART${zone}:20260903T080000${suffix}`,
    `DTEND${zone}:20260903T110000${suffix}`,
    `RRULE:${recurrence}`,
  ];
}

function event(lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
}

/** As Exchange writes it; the first event begins on line 20. */
function calendar(...events: readonly string[]): string {
  const change = (name: string, from: string, to: string, month: number): string[] => [
    `BEGIN:${name}`,
    `DTSTART:16010101T0${name === 'STANDARD' ? 3 : 2}0000`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=${month}`,
    `END:${name}`,
  ];
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Microsoft//Outlook//EN',
    'VERSION:2.0',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:W. Europe Standard Time',
    ...change('STANDARD', '+0200', '+0100', 10),
    ...change('DAYLIGHT', '+0100', '+0200', 3),
    'END:VTIMEZONE',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** The library's own declaration of this cannot be resolved. */
interface Occurrence {
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
  readonly item: ICAL.Event;
}

/** What a calendar program shows of a file: site, begin and end in UTC, in order. */
function expanded(text: string, from: number, before: number): string[][] {
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const all = component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const shown: string[][] = [];
  for (const each of all.filter((one) => !one.isRecurrenceException())) {
    for (const other of all)
      if (other.isRecurrenceException() && other.uid === each.uid) each.relateException(other);
    const iterator = each.iterator();
    for (let next = iterator.next(); next as unknown; next = iterator.next()) {
      const { startDate, endDate, item } = each.getOccurrenceDetails(next) as Occurrence;
      const [start, end] = [startDate, endDate].map((time) => time.toJSDate());
      if (start!.getTime() >= before) break;
      const siteId = String(item.component.getFirstPropertyValue('x-campusdesk-site'));
      if (start!.getTime() >= from) shown.push([siteId, start!.toISOString(), end!.toISOString()]);
      if (!each.isRecurring()) break;
    }
  }
  return shown.sort((a, b) => (a[1]! < b[1]! ? -1 : 1));
}
