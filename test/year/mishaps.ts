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
  /** Both are down. */
  | { readonly kind: 'outage'; readonly at: Instant; readonly forMs: number };

const weeks = 52;

/** A crash in each week, standing still now and then, a night, a morning and a day without any service. */
export function mishapsOf(chance: Chance): readonly Mishap[] {
  const mishaps: Mishap[] = [
    outage('2026-11-17 17:10', '2026-11-18 07:20'),
    outage('2027-01-26 06:40', '2027-01-26 09:35'),
    outage('2027-03-04 07:00', '2027-03-05 07:10'),
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
