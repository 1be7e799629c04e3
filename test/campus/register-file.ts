import { readFileSync } from 'node:fs';

/**
 * The official register of the city that the project is for, school year 2024/25, with the columns that the import reads.
 * Source: IT.NRW, Statistisches Landesamt, Düsseldorf, 2025; Datenlizenz Deutschland, Namensnennung, Version 2.0
 * (dl-de/by-2-0, www.govdata.de/dl-de/by-2-0). Shortened to these columns.
 */
export const officialRegisterPath = new URL('schulverzeichnis-dortmund-2024-25.csv', import.meta.url);

export function officialRegister(): Uint8Array {
  return readFileSync(officialRegisterPath);
}

export const header =
  'Schulform,Schulnummer,Amtliche Bezeichnung 1,Amtliche Bezeichnung 2,Amtliche Bezeichnung 3,' +
  'Straße und Hausnummer,Postleitzahl,Ort,Rechtsstatus';

export interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly second?: string;
  readonly third?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly town?: string;
  readonly status?: string;
}

/** A row of a register, sound unless told otherwise. */
export function row(fields: Row = {}): string {
  const {
    id = '500001',
    name = 'Testschule',
    second = 'Städt. Gem. Grundschule',
    third = '- Primarstufe -',
    street = 'Testweg 1',
    postcode = '50667',
    town = 'Köln',
    status = 'Öffentlich',
  } = fields;
  return ['Grundschule', id, name, second, third, street, postcode, town, status].join(',');
}

export function register(...rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}
