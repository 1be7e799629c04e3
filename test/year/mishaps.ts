import { DateTime } from 'luxon';
import type { Instant } from '../../src/sla/index.js';
import type { Chance } from '../crash/chance.js';
import { at } from '../sla/berlin.js';
import { hourMs, minuteMs, yearStart } from './school-year.js';

/** What befalls the service. */
export type Mishap =
  /** A process dies in the middle of its work, and another one is started some time later. */
  | { readonly kind: 'crash'; readonly at: Instant; readonly steps: number; readonly downMs: number }
  /** A process stands still for longer than its leases last. */
  | { readonly kind: 'stall'; readonly at: Instant; readonly forMs: number }
  /** A process is stopped, and one of another release, which counts with rules of another version, takes its place. */
  | { readonly kind: 'update'; readonly at: Instant; readonly release: number }
  /** Both are down. */
  | { readonly kind: 'outage'; readonly at: Instant; readonly forMs: number };

const weeks = 52;
/** One process first, and the other one some minutes later. */
const updates = [
  ['2026-10-06 09:12', '2026-10-06 09:17'],
  ['2027-01-12 07:29', '2027-01-12 07:34'],
  ['2027-04-27 15:57', '2027-04-27 16:03'],
] as const;

/** A crash in each week, standing still now and then, updates, a night, a morning and a day without any service. */
export function mishapsOf(chance: Chance): readonly Mishap[] {
  const mishaps: Mishap[] = [
    outage('2026-11-17 17:10', '2026-11-18 07:20'),
    outage('2027-01-26 06:40', '2027-01-26 09:35'),
    outage('2027-03-04 07:00', '2027-03-05 07:10'),
    ...updates.flatMap(([first, second], index): Mishap[] =>
      [first, second].map((time) => ({ kind: 'update', at: at(time), release: index + 1 })),
    ),
  ];
  for (let week = 0; week < weeks; week += 1) {
    mishaps.push({
      kind: 'crash',
      at: momentIn(week, chance),
      steps: Math.ceil(chance.between(0, 40)),
      downMs: Math.round(chance.between(2, 20) * minuteMs),
    });
    if (chance.is(0.4)) {
      mishaps.push({
        kind: 'stall',
        at: momentIn(week, chance),
        forMs: Math.round(chance.between(1, 8) * minuteMs),
      });
    }
  }
  return mishaps.sort((one, other) => one.at - other.at);
}

/** Most of them when much happens: from before the opening until the afternoon of a working day. */
function momentIn(week: number, chance: Chance): Instant {
  const monday = DateTime.fromMillis(yearStart, { zone: 'Europe/Berlin' })
    .startOf('week')
    .plus({ weeks: week + 1 });
  const day = monday.plus({ days: Math.floor(chance.between(0, chance.is(0.9) ? 5 : 7)) });
  // Many reminders come at the opening, at 7:30.
  const hours = chance.is(0.3) ? chance.between(7.49, 7.52) : chance.between(7, chance.is(0.9) ? 16 : 24);
  return Math.round(day.toMillis() + hours * hourMs);
}

function outage(from: string, to: string): Mishap {
  return { kind: 'outage', at: at(from), forMs: at(to) - at(from) };
}
