import { beforeAll, describe, expect, it } from 'vitest';
import { playYear, type PlayedYear } from './play-year.js';

/**
 * A tenth of the city's tickets, and the same year each time, so that whoever changes something sees what it changes. The
 * whole city is played by `npm run prove -- year`, another year each time.
 */
const tickets = 6_000;
const seed = 101;
const patienceMs = 300_000;

describe('a school year with two processes, one of which dies each week,', () => {
  let year: PlayedYear;
  beforeAll(async () => {
    year = await playYear({ tickets, seed });
    process.stdout.write(`seed ${seed}\n${year.table.join('\n')}\n`);
  }, patienceMs);

  const stories = (): string => `seed ${seed}\n${year.faults.join('\n\n')}`;

  it('loses no reminder, and gives none late or without reason', () => {
    const { lost, late, wrong } = year.verdict.counts;
    expect({ lost, late, wrong }, stories()).toEqual({ lost: 0, late: 0, wrong: 0 });
  });

  it('says nothing twice but what a dying process may have sent', () => {
    expect(year.verdict.counts.twice, stories()).toBe(0);
  });

  it('disturbs nobody outside of service hours', () => {
    expect(year.verdict.counts.outside, stories()).toBe(0);
  });

  it('gives each channel one digest a day, the help desk one summary a week, one message at a moment, within the limits', () => {
    expect(year.verdict.channels.faults, `seed ${seed}`).toEqual([]);
  });

  it('climbs every rung many times, so that what is proved was tried', () => {
    const rungs = [...year.verdict.counts.heard.values()];
    expect(rungs).toHaveLength(13);
    expect(Math.min(...rungs)).toBeGreaterThan(20);
    expect(year.verdict.counts.merged).toBeGreaterThan(100);
  });

  it('lets no process complain of anything but its death', () => {
    expect(year.complaints.slice(0, 5)).toEqual([]);
  });
});
