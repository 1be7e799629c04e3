import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatTicketId, newTicketId, parseTicketId } from '../../src/tickets/index.js';

const bytes = fc.array(fc.nat(255), { minLength: 6, maxLength: 6 });
const ids = bytes.map(idFrom);

function idFrom(given: readonly number[]): string {
  const rest = given.values();
  return newTicketId(() => rest.next().value ?? 0);
}

it('an id is six characters of Crockford’s base 32, without letters that look like digits', () => {
  fc.assert(fc.property(ids, (id) => /^[0-9A-HJKMNP-TV-Z]{6}$/.test(id)));
});

it('each character is equally likely', () => {
  const all = Array.from({ length: 256 }, (_, byte) =>
    idFrom(Array.from({ length: 6 }, () => byte)).charAt(0),
  );
  const counts = new Map(
    all.map((character) => [character, all.filter((each) => each === character).length]),
  );
  expect(counts.size).toBe(32);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

it('what people read is understood when they type it, in any case and with or without the hyphen', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const read = formatTicketId(id);
      for (const typed of [id, read, read.toLowerCase(), read.replace('-', ' '), ` ${read} `]) {
        expect(parseTicketId(typed)).toBe(id);
      }
    }),
  );
});

it('letters taken for digits are understood', () => {
  expect(parseTicketId('oil-OIL')).toBe('011011');
});

it('whatever is typed is an id as it is stored, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 9 }), fc.stringMatching(/^[\w -]{5,8}$/)), (typed) => {
      const id = parseTicketId(typed);
      if (id !== null) expect(parseTicketId(formatTicketId(id))).toBe(id);
    }),
  );
});

it.each(['', 'K7M', 'K7M-3QXX', 'K7M--3QX', 'K7U-3QX', 'K7M-3Q!', 'K7M\u2028-3QX', 'ß7M-3QX'])(
  'is none: %j',
  (typed) => {
    expect(parseTicketId(typed)).toBeNull();
  },
);
