import { z } from 'zod';
import { languages } from '../i18n/language.js';
import { isDate } from '../sla/index.js';

/** More sites than this are too many for one manager and one deputy. */
export const mostSitesPerCampus = 17;

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const userPrincipalName = /^[^\s@]+@[^\s@]+$/;

const key = z
  .string({ message: 'must be a text' })
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u,
    'must be 1 to 40 letters, digits, dots, hyphens or underscores',
  );
const label = z
  .string({ message: 'must be a text' })
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'is too long');

/** How the file names a person: by Entra object id or by address. Kept in lower case. */
const personReference = z
  .string({ message: 'must be an object id or an address' })
  .trim()
  .toLowerCase()
  .refine(
    (text) => objectId.test(text) || userPrincipalName.test(text),
    'must be an object id or an address',
  );

const day = z
  .string({ message: 'must be a day, YYYY-MM-DD' })
  .refine(isDate, 'must be a day that exists, written YYYY-MM-DD');

/** The deputy stands in for this absence, before the campus' own. */
const absence = z.strictObject({ from: day, to: day, deputy: personReference.nullable().default(null) });

const schoolNumber = z.string({ message: 'must be a school number' }).regex(/^\d{6}$/, 'must be six digits');

const person = z
  .strictObject({
    id: z.string().toLowerCase().regex(objectId, 'must be an Entra object id (a GUID)').optional(),
    address: z.string().trim().toLowerCase().regex(userPrincipalName, 'must be an address').optional(),
    name: label,
    language: z.enum(languages, { message: `must be one of ${languages.join(', ')}` }).default('de'),
    absences: z.array(absence).default([]),
  })
  .refine(
    (record) => (record.id === undefined) !== (record.address === undefined),
    'needs either an id or an address, not both and not neither',
  );

/** The file that administrators write: who works where. Documented in docs/directory.md. */
export const organisationSchema = z.strictObject({
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
    .default('Europe/Berlin'),
  people: z.array(person),
  campuses: z.array(
    z.strictObject({
      id: key,
      name: label,
      manager: personReference,
      deputy: personReference.nullable().default(null),
    }),
  ),
  sites: z.array(
    z.strictObject({
      id: key,
      school: schoolNumber,
      name: label,
      street: label,
      campus: key,
    }),
  ),
  helpdesk: z.array(personReference),
  administrators: z.array(personReference),
  /** The company that employs the managers, for whatever hardware and contracts need. */
  provider: z
    .strictObject({ name: label, people: z.array(personReference).min(1, 'needs at least one person') })
    .nullable()
    .default(null),
  /** Media officers: who speaks for a school, and need not work for the help desk. */
  contacts: z.array(z.strictObject({ school: schoolNumber, people: z.array(personReference) })).default([]),
});

export type Organisation = Readonly<z.infer<typeof organisationSchema>>;
export type PersonRecord = Organisation['people'][number];

const unpinnedMark = 'address:';

/** The id under which a person given by address is kept until the object id is known. */
export function unpinnedId(address: string): string {
  return `${unpinnedMark}${address.toLowerCase()}`;
}

/** The address in an id that {@link unpinnedId} made; null for an object id. */
export function addressOfUnpinned(personId: string): string | null {
  return personId.startsWith(unpinnedMark) ? personId.slice(unpinnedMark.length) : null;
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
