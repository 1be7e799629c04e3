import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, plain, plainLine } from '../../src/cards/index.js';

const joiner = '\u2060';
/** What a reader sees: the joiner has no width, and the two substitutes look like what they stand for. */
const seen = (text: string): string => text.replaceAll(joiner, '').replaceAll('∗', '*').replaceAll('ˋ', '`');

describe('user text on a card', () => {
  it.each([
    ['**fett** und *kursiv*', /\*/u],
    ['`code`', /`/u],
    ['[Link](https://evil.example)', /\]\(|:\/\//u],
    ['![Bild](https://evil.example/x.png)', /\]\(/u],
    ['[a]: https://evil.example', /\]:/u],
    ['[a]', /\]$/u],
    ['<https://evil.example>', /<h/u],
    ['<b>x</b><script>', /<[a-z/]/iu],
    ['<at>Petra Muster</at>', /<\/?at/u],
    ['&lt;at&gt; &#60;', /&(?:lt|#)/u],
    ['${title}', /\$\{/u],
    ['{{DATE(2026-01-01T00:00Z,SHORT)}}', /\{\{/u],
    ['~~weg~~', /~~/u],
    ['_kursiv_ und __fett__', /(?:^|\s)_/u],
    ['www.evil.example', /www\./u],
    ['\\*', /\\[*\\]/u],
    ['# Titel', /^#/u],
    ['- Punkt', /^-/u],
    ['1. Punkt', /^1\./u],
    ['> Zitat', /^>/u],
  ])('%s reads as typed and is no markup', (typed, markup) => {
    expect(plainLine(typed)).not.toMatch(markup);
    expect(seen(plainLine(typed))).toBe(typed);
  });

  it('leaves ordinary text as it is, also underscores within a word', () => {
    const ordinary = 'Drucker R_204 (2. OG) druckt nicht: Fehler 49.4C02, seit 8:15 Uhr – "Papierstau"?';
    expect(plainLine(ordinary)).toBe(ordinary);
  });

  it('keeps line breaks as paragraphs, and list signs at the beginning of each line as text', () => {
    expect(plain('eins\r\n- zwei\n\n\n3. drei')).toBe(`eins\n\n${joiner}- zwei\n\n${joiner}3. drei`);
  });

  it('loses characters that nobody can see or that turn the direction of text', () => {
    expect(plainLine('a\u0000b\u202Ec\u0007')).toBe('abc');
  });

  it('whatever is typed, every visible character arrives and no markup does', () => {
    const markup = fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      'at',
      '/',
      '$',
      '{',
      '}',
      '\\',
      '~',
      '&lt;',
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 40 }), (parts) => {
        const typed = parts.join('').replace(/\s+/gu, ' ').trim();
        const shown = plainLine(typed);
        expect(seen(shown)).toBe(typed);
        expect(shown).not.toMatch(/\*|`|\]\(|<[a-z/]|\$\{|\{\{|~~|&lt;|\\[^\u2060]/u);
      }),
    );
  });
});

describe('an excerpt', () => {
  it('is the text itself where it is short enough', () => {
    expect(excerpt('kurz', 10)).toBe('kurz');
  });

  it('ends between words and says that something is missing', () => {
    expect(excerpt('Der Drucker im Lehrerzimmer', 20)).toBe('Der Drucker im…');
  });

  it('never cuts a character in two', () => {
    expect(excerpt('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
  });
});
