import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import { compileCalendar, parseCalendar, previewDays, type CalendarFile } from '../../src/sla/index.js';
import { median } from './driver.js';

dayjs.extend(businessTime);

/** Service minutes that are added: within a day, over a day, over two weeks, over five months. */
const amounts = [60, 480, 4_800, 48_000];
const startsPerAmount = 200;
const rounds = 5;
const atLeastMilliseconds = 100;

const longDay = '07:30-16:00';
/** Windows by weekday and whole closed days: what both contestants understand, in the zone of the process. */
const file: CalendarFile = {
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekly: { mon: [longDay], tue: [longDay], wed: [longDay], thu: [longDay], fri: ['07:30-14:00'] },
  holidays: 'DE-NW',
  closed: ['12-24', '12-31'],
};

type Addition = (start: number, serviceMinutes: number) => number;

/** Additions of service time per second against dayjs-business-time, by amount. */
export async function benchCalendar(print: (line: string) => void): Promise<void> {
  const contestants = { ours: ourAddition(), theirs: theirAddition() };
  print(`additions of service time per second, ours against dayjs-business-time (goal: at least 10 times)`);
  for (const amount of amounts) {
    const starts = startsWithinHours();
    const different = starts.filter(
      (start) => contestants.ours(start, amount) !== contestants.theirs(start, amount),
    );
    const rates = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      for (const who of ['ours', 'theirs'] as const)
        rates[who].push(rateOf(contestants[who], starts, amount));
    }
    const [ours, theirs] = [median(rates.ours), median(rates.theirs)];
    const disagreement =
      different.length === 0 ? 'same answers' : `${different.length} of ${starts.length} answers differ`;
    print(
      `  +${String(amount).padEnd(6)} ${ours.toFixed(0).padStart(9)} /s  ${theirs.toFixed(0).padStart(7)} /s  ` +
        `ratio ${(ours / theirs).toFixed(0).padStart(5)}  (${disagreement})`,
    );
  }
}

function ourAddition(): Addition {
  const calendar = compileCalendar(parseCalendar(file));
  return (start, serviceMinutes) => calendar.due(start, serviceMinutes);
}

function theirAddition(): Addition {
  const long = [{ start: '07:30:00', end: '16:00:00' }];
  dayjs.setBusinessTime({
    sunday: null,
    monday: long,
    tuesday: long,
    wednesday: long,
    thursday: long,
    friday: [{ start: '07:30:00', end: '14:00:00' }],
    saturday: null,
  });
  dayjs.setHolidays(
    previewDays(parseCalendar(file), '2026-01-01', '2028-12-31')
      .filter(({ because }) => because !== 'weekday')
      .map(({ date }) => date),
  );
  return (start, serviceMinutes) => dayjs(start).addBusinessMinutes(serviceMinutes).valueOf();
}

/** Instants of a year, each within service hours and on a whole minute. */
function startsWithinHours(): number[] {
  const calendar = compileCalendar(parseCalendar(file));
  const minutesApart = 7 * 60 + 13;
  const starts: number[] = [];
  for (let start = Date.UTC(2026, 8, 1); starts.length < startsPerAmount; start += minutesApart * 60_000) {
    if (calendar.isOpen(start)) starts.push(start);
  }
  return starts;
}

/** Additions per second, going through the starts in turn. */
function rateOf(add: Addition, starts: readonly number[], amount: number): number {
  const atOnce = 10;
  const startedAt = performance.now();
  let additions = 0;
  let latest = 0;
  while (performance.now() - startedAt < atLeastMilliseconds) {
    for (let i = 0; i < atOnce; i += 1) {
      latest = Math.max(latest, add(starts[additions % starts.length] ?? 0, amount));
      additions += 1;
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  if (!Number.isFinite(latest)) throw new Error('an addition without an answer');
  return additions / seconds;
}
