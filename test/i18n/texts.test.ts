import { describe, expect, it } from 'vitest';
import { languages, texts } from '../../src/i18n/index.js';
import { instantOf } from '../../src/sla/instant.js';
import type { Refusal } from '../../src/tickets/decision.js';
import { categories } from '../../src/tickets/vocabulary.js';

/** Every path to a sentence, whether a text, a function or a list of words. */
function paths(node: unknown, prefix = ''): readonly string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [prefix];
  return Object.entries(node).flatMap(([key, value]) => paths(value, `${prefix}.${key}`));
}

/** Every sentence without values, and those with values filled with a plain word. */
function sentences(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(sentences);
}

describe('the two languages', () => {
  it('say the same things', () => {
    expect([...paths(texts('en'))].sort()).toEqual([...paths(texts('de'))].sort());
  });

  it('leave no sentence empty', () => {
    for (const language of languages) {
      expect(sentences(texts(language)).filter((sentence) => sentence.trim() === '')).toEqual([]);
    }
  });

  it('keep German out of English', () => {
    const german = /[äöüß]|\b(?:und|nicht|Meldung|bitte|wird)\b/iu;
    const bilingual = new Set([
      texts('en').cards.lines.languageWord,
      texts('en').cards.lines.languageQuestion,
    ]);
    const { vocabulary, cards, calls, refusals, times } = texts('en');
    const english = sentences([vocabulary, cards, calls, refusals, times]);
    expect(english.filter((sentence) => german.test(sentence) && !bilingual.has(sentence))).toEqual([]);
  });

  it('name each category by words of its own', () => {
    for (const language of languages) {
      const words = categories.map((category) => texts(language).vocabulary.categories[category]);
      expect(new Set(words).size).toBe(categories.length);
    }
  });
});

describe('a refusal', () => {
  const all: readonly Refusal[] = [
    { code: 'taken', by: 'Petra Muster' },
    { code: 'not-allowed', verb: 'claim' },
    { code: 'wrong-state', verb: 'claim', state: 'closed' },
    { code: 'too-long', limit: 4000 },
    { code: 'reopen-too-late', days: 7 },
  ];

  it.each(all)('is a whole sentence in both languages: $code', (refusal) => {
    for (const language of languages) {
      expect(texts(language).refusals.sentence(refusal)).toMatch(/^\S.{15,}\.$/u);
    }
  });

  it('names who was first', () => {
    expect(texts('de').refusals.sentence({ code: 'taken', by: 'Petra Muster' })).toContain('Petra Muster');
  });
});

describe('times in words', () => {
  const zone = 'Europe/Berlin';
  const now = instantOf('2026-11-24T08:00:00.000Z');
  const at = (iso: string): number => instantOf(iso);

  it.each([
    ['2026-11-24T09:15:00.000Z', 'heute bis 10:15', 'today by 10:15'],
    ['2026-11-25T09:15:00.000Z', 'bis morgen, Mi. 10:15', 'by tomorrow, Wed 10:15'],
    ['2026-11-27T09:15:00.000Z', 'bis Fr. 10:15', 'by Fri 10:15'],
    ['2026-12-04T09:15:00.000Z', 'bis Fr. 04.12., 10:15', 'by Fri 4 Dec, 10:15'],
  ])('a deadline at %s is “%s”, “%s”', (iso, german, english) => {
    expect(texts('de').times.until(at(iso), now, zone)).toBe(german);
    expect(texts('en').times.until(at(iso), now, zone)).toBe(english);
  });

  it('a deadline that has passed says since when', () => {
    expect(texts('de').times.since(at('2026-11-24T07:50:00.000Z'), now, zone)).toBe('seit heute, 08:50');
    expect(texts('en').times.since(at('2026-11-23T07:50:00.000Z'), now, zone)).toBe('since yesterday, 08:50');
  });

  it('a day counts by the calendar of the service, not by hours or the machine’s zone', () => {
    const lateEvening = at('2026-11-24T22:30:00.000Z');
    const afterMidnight = at('2026-11-24T23:30:00.000Z');
    expect(texts('de').times.at(lateEvening, now, zone)).toBe('heute, 23:30');
    expect(texts('de').times.at(afterMidnight, now, zone)).toBe('morgen, 00:30');
  });

  it('what is read for days has its date, and its year where that is another one', () => {
    expect(texts('de').times.stamp(at('2026-11-24T07:50:00.000Z'), now, zone)).toBe('Di. 24.11., 08:50');
    expect(texts('en').times.stamp(at('2027-01-05T07:50:00.000Z'), now, zone)).toBe('Tue 5 Jan 2027, 08:50');
    expect(texts('de').times.asOf(now, now, zone)).toBe('Di. 09:00');
  });

  it('today, tomorrow and this week need no date', () => {
    const { day } = texts('de').times;
    expect(
      ['2026-11-24', '2026-11-25', '2026-11-27', '2026-12-11'].map((date) => day(at(date), now, zone)),
    ).toEqual(['heute', 'morgen', 'Freitag', 'Fr. 11.12.']);
  });
});
