import type { School } from '../directory.js';
import { sampleSchoolLines } from './school-lines.js';

const columns = ['id', 'name', 'fullName', 'type', 'street', 'postcode', 'town'] as const;

/** The schools of the sample: real ones, from the official register. */
export const sampleSchools: readonly School[] = sampleSchoolLines.trim().split('\n').map(schoolOfLine);

/** The text of `school-lines.ts` for these schools; `campusdesk directory sample-schools` writes it. */
export function sampleSchoolModule(schools: readonly School[], source: string): string {
  const lines = schools.map((school) =>
    columns.map((column) => school[column].replaceAll('|', '/')).join('|'),
  );
  return `/**
 * Schools for the sample directory: ${columns.join(', ')}.
 * Source: IT.NRW, Statistisches Landesamt, Düsseldorf, 2025; data licence Germany, attribution, version 2.0
 * (dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0); columns left out, taken from ${source}.
 * Generated: campusdesk directory sample-schools REGISTER --out src/campus/sample/school-lines.ts
 */
export const sampleSchoolLines = \`
${lines.join('\n').replace(/[\\`$]/g, '\\$&')}
\`;
`;
}

function schoolOfLine(line: string): School {
  const [id = '', name = '', fullName = '', type = '', street = '', postcode = '', town = ''] =
    line.split('|');
  return { id, name, fullName, type, street, postcode, town };
}
