import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryDatabase } from './memory-store.js';
import { hourMs } from './school-year.js';
import { Simulation } from './simulation.js';
import type { Said } from './teams.js';
import { judge } from './verdict.js';

const tickets = 300;
const seed = 5;
const store = new MemoryDatabase().connect();
const simulation = new Simulation({ tickets, seed, store });

describe('the judge of the school year', () => {
  beforeAll(() => simulation.run(), 120_000);

  it('notices a reminder that nobody heard', async () => {
    const { counts } = await withSaid((heard) => heard.slice(1));
    expect(counts.lost).toBe(1);
    expect(counts.faults.join()).toContain('resolution-75 of');
  });

  it('notices a reminder that was heard again', async () => {
    const { counts } = await withSaid((heard) => [...heard, ...heard.slice(0, 1)]);
    expect(counts.twice).toBe(1);
  });

  it('notices a reminder in the night, which is late as well', async () => {
    const before = await judge(simulation, store);
    const { counts } = await withSaid(([first, ...others]) =>
      first ? [{ ...first, at: first.at + 14 * hourMs }, ...others] : others,
    );
    expect(counts.outside).toBe(before.counts.outside + 1);
    expect(counts.late).toBe(1);
  });

  it('notices a digest that is missing, and one that came twice', async () => {
    const { boards } = simulation.teams;
    const [digest] = boards.splice(
      boards.findIndex(({ open }) => open !== null),
      1,
    );
    expect((await judge(simulation, store)).channels.faults.join()).toContain('had no digest');
    if (digest) boards.push(digest, digest);
    expect((await judge(simulation, store)).channels.faults.join()).toContain('came again');
    boards.pop();
    expect((await judge(simulation, store)).channels.faults).toEqual([]);
  });
});

/** Judges with other sayings about one ticket: of those in a channel at 75 % of the resolution, one alone in its message. */
async function withSaid(change: (heard: readonly Said[]) => Said[]): ReturnType<typeof judge> {
  const { said } = simulation.teams;
  const isPlain = ({ about, isMerged }: Said): boolean => about === 'resolution-75' && !isMerged;
  const [id, all] = [...said].find(([, each]) => each.some(isPlain)) ?? ['', []];
  said.set(id, [...change(all.filter(isPlain)), ...all.filter((each) => !isPlain(each))]);
  const verdict = await judge(simulation, store);
  said.set(id, all);
  return verdict;
}
