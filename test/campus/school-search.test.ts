import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDirectory, sampleSchools } from '../../src/campus/index.js';
import type { School } from '../../src/campus/index.js';

const directory = sampleDirectory();

function namesFor(query: string, limit = 5): string[] {
  return directory.searchSchools(query, limit).map(({ school }) => school.name);
}

describe('the school search finds first', () => {
  it.each([
    ['a name', 'Petrischule', 'Petrischule'],
    ['a name in small letters without hyphens', 'erich kästner schule', 'Erich Kästner-Schule'],
    ['ae for ä', 'Erich Kaestner', 'Erich Kästner-Schule'],
    ['a for ä', 'erich kastner', 'Erich Kästner-Schule'],
    ['ue for ü', 'Gesamtschule Bruenninghausen', 'Gesamtschule Brünninghausen'],
    ['ss for ß', 'Fritz Henssler', 'Fritz-Henßler-Berufskolleg'],
    ['ö for oe', 'Göthe Gymnasium', 'Goethe-Gymnasium'],
    ['the words in another order, one shortened', 'scharnhorst gesamt', 'Gesamtschule Scharnhorst'],
    ['a missing letter', 'helmholz gymnasium', 'Helmholtz-Gymnasium Dortmund'],
    ['two typing errors', 'hsisenbrg gymnasium', 'Heisenberg-Gymnasium Dortmund'],
    ['words written together', 'maxplanckgymnasium', 'Max-Planck-Gymnasium Dortmund'],
    ['words written apart', 'Stein Hammer Schule', 'Steinhammerschule'],
    ['a beginning', 'reinoldus', 'Reinoldus- und Schiller-Gymnasium'],
    ['a beginning with a typing error', 'bruktrer', 'Bruktererschule'],
    ['a street and house number', 'Beurhausstraße 15', 'Petrischule'],
    ['a street by the other spelling', 'beurhaus str. 15', 'Petrischule'],
    ['a street with a typing error', 'Mackenrotweg', 'Gesamtschule Scharnhorst'],
    ['a number', '129185', 'Petrischule'],
    ['a number in a sentence', 'Schule 129185', 'Petrischule'],
    ['GS', 'Libellen GS', 'Libellen-Grundschule'],
    ['GE', 'GE Scharnhorst', 'Gesamtschule Scharnhorst'],
    ['Gym', 'Leibniz Gym', 'Leibniz-Gymnasium'],
    ['BK', 'Robert Bosch BK', 'Robert-Bosch-Berufskolleg'],
    ['RS', 'Max Born RS', 'Max-Born-Realschule'],
    [
      'the part of the city, where only the long name has it',
      'Gesamtschule Gartenstadt',
      'Gesamtschule der Stadt Dortmund',
    ],
    ['what stands in the second line of the name', 'Kleine Kielstraße', 'Städt. Gem. Grundschule'],
    ['a German sentence', 'Ich bin an der Petrischule', 'Petrischule'],
    ['an English sentence', 'I work at the Helmholtz Gymnasium', 'Helmholtz-Gymnasium Dortmund'],
  ])('%s', (_what, query, name) => {
    expect(namesFor(query)[0]).toBe(name);
  });
});

describe('the school search', () => {
  it('gives an exact name or number the score 1, and nothing else', () => {
    const best = (query: string) => directory.searchSchools(query, 1)[0]?.score;
    expect([best('129185'), best('Petrischule'), best('erich kaestner schule')]).toEqual([1, 1, 1]);
    for (const query of ['12918', '129158', 'Petrischul', 'Petri', 'Beurhausstr. 15-17']) {
      expect(best(query)).toBeLessThan(1);
    }
  });

  it('finds both schools of a name', () => {
    expect(namesFor('gutenberg', 2).sort()).toEqual(['Gutenbergschule', 'Johann-Gutenberg-Realschule']);
  });

  it('finds a number with two digits in the wrong order among the first', () => {
    expect(namesFor('129158')).toContain('Petrischule');
  });

  it.each(['', ' ', '-', '?!', 'x', 'qwertz', 'der Beamer in der Aula geht nicht', 'WLAN Raum 204'])(
    'finds nothing for "%s"',
    (query) => {
      expect(directory.searchSchools(query, 5)).toEqual([]);
    },
  );

  it('gives the best first and no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: 'grapheme' }),
        fc.integer({ min: 0, max: 20 }),
        (query, limit) => {
          const hits = directory.searchSchools(query, limit);
          expect(hits.length).toBeLessThanOrEqual(limit);
          const scores = hits.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((left, right) => right - left));
          expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        },
      ),
    );
  });

  it('reads only the beginning of what is far too long', () => {
    expect(namesFor(`Petrischule${' '.repeat(20_000)}`)[0]).toBe('Petrischule');
  });
});

const schoolOf = fc.constantFrom(...sampleSchools);
const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz'));

/** One letter left out, doubled by another, changed, or swapped with its neighbour. */
const typo = fc.record({ kind: fc.constantFrom('omit', 'add', 'change', 'swap'), at: fc.nat(1000), letter });

function withTypo(
  text: string,
  { kind, at, letter: other }: { kind: string; at: number; letter: string },
): string {
  const place = at % (text.length - 1);
  const before = text.slice(0, place);
  const after = text.slice(place + 1);
  if (kind === 'omit') return before + after;
  if (kind === 'add') return before + other + text.slice(place);
  if (kind === 'change') return before + other + after;
  return before + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
}

function foundAmongFirst(school: School, query: string, first: number): boolean {
  return directory.searchSchools(query, first).some((hit) => hit.school.id === school.id);
}

describe('with one random typing error', () => {
  const share = (queryOf: (school: School) => string, first: number): number => {
    const samples = fc.sample(fc.tuple(schoolOf, typo), { numRuns: 500, seed: 20_241_124 });
    const found = samples.filter(([school, error]) =>
      foundAmongFirst(school, withTypo(queryOf(school), error), first),
    );
    return found.length / samples.length;
  };

  it('the school is among the first five for its name in 99 of 100 cases, and first in 95', () => {
    expect(share(({ name }) => name, 5)).toBeGreaterThanOrEqual(0.99);
    expect(share(({ name }) => name, 1)).toBeGreaterThanOrEqual(0.95);
  });

  it('also in small letters with umlauts spelt out', () => {
    const spelt = ({ name }: School): string =>
      name
        .toLowerCase()
        .replace(/ä/g, 'ae')
        .replace(/ö/g, 'oe')
        .replace(/ü/g, 'ue')
        .replace(/ß/g, 'ss')
        .replace(/-/g, ' ');
    expect(share(spelt, 5)).toBeGreaterThanOrEqual(0.99);
  });

  it('the school is among the first five for its address in 95 of 100 cases', () => {
    expect(share(({ street }) => street, 5)).toBeGreaterThanOrEqual(0.95);
  });

  it('the school is among the first five for any single name whatever the error', () => {
    fc.assert(
      fc.property(schoolOf, typo, (school, error) => {
        expect(foundAmongFirst(school, withTypo(school.name, error), 5)).toBe(true);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
