import { compileCalendar, defaultCalendar, parseCalendar, promiseClock } from '../../src/sla/index.js';

const nights = parseCalendar({
  timeZone: 'Europe/Berlin',
  weekly: { mon: ['08:00-12:00', '22:00-06:00'], sat: ['22:00-02:00'], sun: ['02:15-02:45', '23:00-24:00'] },
  holidays: 'DE-NW',
  closed: ['12-24', '2026-11-02'],
  shortened: { '2027-02-11': ['07:30-12:00'] },
});

/** Answers of two calendars to questions all over two years, to be compared between processes. */
export function answers(): readonly (number | boolean | null)[] {
  const hoursApart = 37;
  return [defaultCalendar, nights].map(compileCalendar).flatMap((calendar) =>
    Array.from({ length: 480 }, (_, i) => Date.UTC(2026, 0, 1) + i * hoursApart * 3_600_000).flatMap(
      (start) => [
        calendar.due(start, 240),
        calendar.serviceMinutesBetween(start, start + 1e9),
        calendar.isOpen(start),
        calendar.nextOpening(start),
        calendar.afterServiceDays(start, 3),
        promiseClock({
          startedAt: start,
          pauses: [{ from: start + 3_600_000, to: start + 100_000_000 }],
          target: 480,
          calendar,
        }).dueAt,
      ],
    ),
  );
}
