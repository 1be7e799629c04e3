import { describe, expect, it } from 'vitest';
import { readRegister } from '../../src/campus/index.js';
import { officialRegister, register, row } from './register-file.js';

describe('the official register', () => {
  it('gives the 155 schools of the city and skips 14 with line and reason', () => {
    const { taken, skipped, errors } = readRegister(officialRegister());
    expect(errors).toEqual([]);
    expect(taken).toHaveLength(155);
    expect(skipped).toHaveLength(14);
    expect(skipped.filter(({ reason }) => reason.code === 'private')).toHaveLength(10);
    expect(skipped.filter(({ reason }) => reason.code === 'regional-association')).toHaveLength(4);
    expect(skipped[0]).toEqual({
      line: 104,
      id: '157454',
      name: 'Martin-Bartels-Schule',
      reason: { code: 'regional-association', association: 'LWL' },
    });
  });

  it('gives all 169 schools where all are wanted', () => {
    const { taken, skipped } = readRegister(officialRegister(), { all: true });
    expect([taken.length, skipped.length]).toEqual([169, 0]);
  });

  it('names the line of each school', () => {
    const { lines } = readRegister(officialRegister());
    expect([lines.get('129150'), lines.get('184123')]).toEqual([2, 168]);
  });

  it('keeps of the long name what the name does not say, without the stage', () => {
    const { taken } = readRegister(officialRegister());
    const names = new Map(taken.map((school) => [school.id, school]));
    expect(names.get('129150')).toEqual({
      id: '129150',
      name: 'Steinhammerschule',
      fullName: 'Städt. Gem. Grundschule Marten',
      type: 'Grundschule',
      street: 'Schulte-Heuthaus-Str. 28',
      postcode: '44379',
      town: 'Dortmund',
    });
    expect(names.get('190627')?.fullName).toBe('Max-von-der-Grün Weiterbildungskolleg der Stadt Dortmund');
    expect(names.get('164240')?.fullName).toBe('');
  });
});

describe('the register of another city', () => {
  const rhineland = register(
    row({ id: '500001', name: 'Domschule' }),
    row({ id: '500002', name: 'LVR-Förderschule Belvedere' }),
    row({ id: '500003', name: 'Rheinschule', third: 'Schule des LVR' }),
    row({ id: '500004', name: 'Freie Schule', status: 'Privat' }),
    row({ id: '500005', name: 'Alwlwlschule' }),
  );

  it('is read the same way, with the association of the Rhineland', () => {
    const { taken, skipped, errors } = readRegister(rhineland);
    expect(errors).toEqual([]);
    expect(taken.map(({ name }) => name)).toEqual(['Domschule', 'Alwlwlschule']);
    expect(skipped.map(({ line, reason }) => [line, reason.code])).toEqual([
      [3, 'regional-association'],
      [4, 'regional-association'],
      [5, 'private'],
    ]);
  });

  it.each([
    ['semicolons', rhineland.replaceAll(',', ';')],
    ['a byte order mark', `\uFEFF${rhineland}`],
    ['Windows line ends', rhineland.replaceAll('\n', '\r\n')],
    ['the line ends of old Macs', rhineland.replaceAll('\n', '\r')],
    ['blank lines at the end', `${rhineland}\n\n${','.repeat(8)}\n`],
    ['headings in other letters', rhineland.replace('Schulnummer', ' SCHULNUMMER ')],
    ['umlauts from two characters', rhineland.normalize('NFD')],
  ])('may come with %s', (_what, text) => {
    for (const input of [text, new TextEncoder().encode(text)]) {
      const { taken, errors } = readRegister(input);
      expect(errors).toEqual([]);
      expect(taken).toEqual(readRegister(rhineland).taken);
    }
  });

  it('may have its columns in another order and further ones beside', () => {
    const mirrored = rhineland
      .trimEnd()
      .split('\n')
      .map((line, index) => [index === 0 ? 'Fax' : '-', ...line.split(',').reverse()].join(','))
      .join('\n');
    expect(readRegister(mirrored).taken).toEqual(readRegister(rhineland).taken);
  });

  it('may hold commas, quotes and line breaks inside quotes; lines stay those of the file', () => {
    const reading = readRegister(
      register(
        row({ name: '"Schule ""Am Dom"",\nAltstadt"' }),
        row({ id: '500002', status: 'Privat' }),
        row({ id: '500003', postcode: 'x' }),
      ),
    );
    expect(reading.errors.map(({ line }) => line)).toEqual([5]);
    expect(reading.skipped.map(({ line }) => line)).toEqual([4]);
    const sound = readRegister(register(row({ name: '"Schule ""Am Dom"",\nAltstadt"' })));
    expect(sound.taken[0]?.name).toBe('Schule "Am Dom", Altstadt');
  });
});
