import { organisationSchema } from './organisation.js';
import type { CollectionSpec, StoredDocument } from '../store/index.js';
import type { AbsencesState, OrganisationState, RegisterState } from './build-directory.js';

/** The last imported register. */
export interface RegisterDocument extends StoredDocument, RegisterState {
  readonly id: 'register';
  readonly schemaVersion: 1;
  /** Where it came from, such as the file's name. */
  readonly source: string;
  /** ISO instant. */
  readonly importedAt: string;
}

/** The last applied organisation with the object ids that were found for addresses. */
export interface OrganisationDocument extends StoredDocument, OrganisationState {
  readonly id: 'organisation';
  /** 2 since there are a provider, contacts of schools, and absences that name a deputy. */
  readonly schemaVersion: 2;
  readonly source: string;
  /** ISO instant. */
  readonly appliedAt: string;
}

/** The absences that were entered in Teams or at the command line; an apply leaves them alone. */
export interface AbsencesDocument extends StoredDocument, AbsencesState {
  readonly id: 'absences';
  readonly schemaVersion: 1;
}

export type DirectoryDocument = RegisterDocument | OrganisationDocument | AbsencesDocument;

/** Where the directory is stored: three documents, always read by id. */
export const directoryCollection: CollectionSpec<DirectoryDocument> = {
  name: 'directory',
  fields: {},
  upgrade: (raw) => {
    if (isRegister(raw) || isOrganisation(raw) || isAbsences(raw)) return raw;
    if (isFirstOrganisation(raw)) return upgraded(raw);
    throw new RangeError(
      `directory document ${raw.id} has schema version ${raw.schemaVersion}, which is not known`,
    );
  },
};

/** Only this service writes these documents, and every input was checked before: id and version decide. */
export function isRegister(raw: StoredDocument): raw is RegisterDocument {
  return raw.id === 'register' && raw.schemaVersion === 1;
}

/** As {@link isRegister}, for the organisation. */
export function isOrganisation(raw: StoredDocument): raw is OrganisationDocument {
  return raw.id === 'organisation' && raw.schemaVersion === 2;
}

/** As {@link isRegister}, for the entered absences. */
export function isAbsences(raw: StoredDocument): raw is AbsencesDocument {
  return raw.id === 'absences' && raw.schemaVersion === 1;
}

type FirstOrganisation = Omit<OrganisationDocument, 'schemaVersion' | 'organisation'> & {
  readonly schemaVersion: 1;
  readonly organisation: unknown;
};

function isFirstOrganisation(raw: StoredDocument): raw is FirstOrganisation {
  return raw.id === 'organisation' && raw.schemaVersion === 1 && 'organisation' in raw;
}

/** What is new has a default, as it has for old files. */
function upgraded(first: FirstOrganisation): OrganisationDocument {
  const read = organisationSchema.safeParse(first.organisation);
  if (!read.success) throw new RangeError('the organisation of schema version 1 is damaged');
  return { ...first, schemaVersion: 2, organisation: read.data };
}
