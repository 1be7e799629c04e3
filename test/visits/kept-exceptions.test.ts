import { describe, expect, it } from 'vitest';
import { keptExceptions } from '../../src/visits/index.js';
import { cancelled, directory, moved, rota, rule, today } from './city.js';

const byPerson = { enteredBy: 'manager-a' };
const before = rota(
  [rule()],
  [
    cancelled('2026-01-29', byPerson),
    cancelled('2026-02-05', byPerson),
    cancelled('2026-02-12'),
    moved('2026-02-19', '2026-02-20', byPerson),
    cancelled('2026-02-26', { ...byPerson, siteId: 'gone' }),
  ],
);
const kept = (...exceptions: Parameters<typeof rota>[1] & object): readonly string[] =>
  keptExceptions(before, rota([], exceptions), today, directory).map(({ date }) => date);

describe('what people entered, when a file replaces the rota', () => {
  it('stays for days to come at sites that there are, other than what a file said before', () => {
    expect(kept()).toEqual(['2026-02-05', '2026-02-19']);
  });

  it('gives way where the file says something of that site and day, or of the day to which a visit goes', () => {
    expect(kept(cancelled('2026-02-05'))).toEqual(['2026-02-19']);
    expect(kept(cancelled('2026-02-20'))).toEqual(['2026-02-05']);
    expect(kept(moved('2026-02-18', '2026-02-19'))).toEqual(['2026-02-05']);
  });
});
