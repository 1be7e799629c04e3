import { describe, expect, it } from 'vitest';
import { latinPattern } from '../../src/intake/latin-pattern.js';

describe('a pattern of Latin letters', () => {
  it.each(['a', 'Z', 'ä', 'ß', 'é', 'ł', 'ş', 'ж', 'Ω'])('takes %s for a letter', (letter) => {
    expect(latinPattern('^\\p{L}$', '').test(letter)).toBe(true);
    expect(latinPattern('^[\\p{L}_]$', '').test(letter)).toBe(true);
    expect(latinPattern('(?<![\\p{L}\\p{N}])x', '').test(`${letter}x`)).toBe(false);
  });

  it.each(['1', ' ', '-', '×', '÷', '–', '„', '🎉', '_'])('takes %s for none', (sign) => {
    expect(latinPattern('\\p{L}', '').test(sign)).toBe(false);
  });

  it('knows digits, and leaves escaped brackets alone', () => {
    expect(latinPattern('^\\[\\p{N}{2}\\]\\p{L}$', '').test('[12]a')).toBe(true);
  });
});
