import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/campus/index.js';
import { header, officialRegister, register, row } from './register-file.js';

/** Every broken file gives nothing but errors. */
function errorsOf(input: string | Uint8Array): readonly (readonly [number, string])[] {
  const { taken, errors } = readRegister(input);
  expect(taken).toEqual([]);
  return errors.map(({ line, message }) => [line, message]);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a broken register gives errors by line and no schools', () => {
  it('where columns are missing, all of them at once', () => {
    const text = register(row()).replace('Schulnummer', 'Nummer').replace('Rechtsstatus', 'Status');
    expect(errorsOf(text)).toEqual([
      [1, 'column "Schulnummer" is missing'],
      [1, 'column "Rechtsstatus" is missing'],
    ]);
  });

  it('where a column is there twice', () => {
    expect(errorsOf(`${header},Ort\n${row()},Bonn\n`)).toEqual([[1, 'column "Ort" is there twice']]);
  });

  it('where it is Latin-1: the first line with an umlaut is named', () => {
    const plainHeading = register(row({ second: 'Grundschule' }), row({ id: '500002' }));
    const latin1 = Buffer.from(plainHeading.replace(/ß/g, 'ss'), 'latin1');
    const [first, ...rest] = errorsOf(latin1);
    expect(first?.[0]).toBe(2);
    expect(first?.[1]).toContain('not UTF-8');
    expect(rest).toEqual([]);
    expect(errorsOf(Buffer.from(register(row()), 'latin1'))[0]?.[0]).toBe(1);
  });

  it('where it is UTF-16', () => {
    expect(errorsOf(Buffer.from(`\uFEFF${register(row())}`, 'utf16le'))).toEqual([
      [1, 'the file is UTF-16; save it as UTF-8'],
    ]);
  });

  it('where characters were lost when it was saved', () => {
    expect(errorsOf(register(row(), row({ id: '500002', name: 'M\uFFFDhlenschule' })))).toEqual([
      [3, 'a character was lost when the file was saved (U+FFFD)'],
    ]);
  });

  it('where a school number stands twice', () => {
    expect(errorsOf(register(row(), row({ id: '500002' }), row()))).toEqual([
      [4, 'school number 500001 stands already in line 2'],
    ]);
  });

  it('where a skipped school has the number of another', () => {
    expect(errorsOf(register(row(), row({ status: 'Privat' })))).toHaveLength(1);
  });

  it.each([
    ['a number that is empty', { id: '' }, '"Schulnummer" is empty'],
    ['a number with a letter', { id: '12345x' }, '"Schulnummer" must be six digits, found "12345x"'],
    ['a number that is too short', { id: '1234' }, '"Schulnummer" must be six digits, found "1234"'],
    ['a postcode that is empty', { postcode: '' }, '"Postleitzahl" is empty'],
    ['a postcode of four digits', { postcode: '4413' }, '"Postleitzahl" must be five digits, found "4413"'],
    ['a name that is empty', { name: ' ' }, '"Amtliche Bezeichnung 1" is empty'],
    [
      'a legal status that nobody knows',
      { status: '1' },
      '"Rechtsstatus" must be Öffentlich or Privat, found "1"',
    ],
  ])('where a row has %s', (_what, fields, message) => {
    expect(errorsOf(register(row({ id: '500002' }), row(fields)))).toEqual([[3, message]]);
  });

  it('where rows have too few or too many columns', () => {
    expect(errorsOf(register('Grundschule,500002', row(), `${row({ id: '500003' })},more`))).toEqual([
      [2, 'the row has 2 columns, the header 9'],
      [4, 'the row has 10 columns, the header 9'],
    ]);
  });

  it('where a line has a million characters', () => {
    expect(errorsOf(register(row(), row({ id: '500002', name: 'x'.repeat(1_000_000) })))[0]).toEqual([
      3,
      'the line has 1000091 characters; at most 10000 are read',
    ]);
    expect(errorsOf('x'.repeat(1_000_000))[0]?.[0]).toBe(1);
  });

  it('where a quote is never closed: the row that opens it is named', () => {
    expect(
      errorsOf(register(row(), row({ id: '500002', name: '"Testschule' }), row({ id: '500003' }))),
    ).toEqual([[3, 'a quote opened in this row is never closed']]);
  });

  it('where a quote stands in the middle of a field, together with what was wrong before', () => {
    const text = register(row({ id: '1' }), row({ id: '500002', name: 'Schule "Am Dom"' }));
    expect(errorsOf(text)).toEqual([
      [2, '"Schulnummer" must be six digits, found "1"'],
      [3, 'a quote in this row is not closed, or stands in the middle of a field'],
    ]);
  });

  it.each([
    ['nothing', '', 'the file is empty'],
    ['only blank lines', ' \n\n', 'the file is empty'],
    ['only headings', `${header}\n`, 'the file holds no school, only headings'],
    [
      'only private schools',
      register(row({ status: 'Privat' })),
      'none of the schools is run by the city itself',
    ],
  ])('where it holds %s', (_what, text, message) => {
    expect(errorsOf(text)).toEqual([[1, message]]);
    expect(errorsOf(bytes(text))).toEqual([[1, message]]);
  });

  it('where it is binary', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    expect(errorsOf(png)).toEqual([[1, 'the file is binary, not a text file']]);
    expect(errorsOf(bytes('PK\u0003\u0004\u0000 text'))).toEqual([
      [1, 'control characters: this is not a text file'],
    ]);
  });

  it('and tells at most 200 errors and how many more there are', () => {
    const rows = Array.from({ length: 300 }, (_, index) => row({ id: String(index) }));
    const errors = errorsOf(register(...rows));
    expect(errors).toHaveLength(201);
    expect(errors.at(-1)?.[1]).toBe('and 100 more errors from here on');
  });

  it('whatever bytes it is made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        const { taken, errors } = readRegister(input);
        expect(taken).toEqual([]);
        expect(errors.length).toBeGreaterThan(0);
      }),
    );
  });

  it('wherever a sound file is cut off or loses a byte: an answer comes, and never schools beside errors', () => {
    const whole = officialRegister();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, replacement) => {
        const changed = Uint8Array.from(whole);
        changed[at] = replacement;
        for (const input of [whole.slice(0, at), changed]) {
          const { taken, errors } = readRegister(input);
          expect(taken.length === 0).toBe(errors.length > 0);
          expect(errors.every(({ line }) => line >= 1 && line <= 171)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
