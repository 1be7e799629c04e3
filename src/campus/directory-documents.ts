import type { CollectionSpec, StoredDocument } from '../store/index.js';
import type { OrganisationState, RegisterState } from './build-directory.js';

const schemaVersion = 1;

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
  readonly schemaVersion: 1;
  readonly source: string;
  /** ISO instant. */
  readonly appliedAt: string;
}

export type DirectoryDocument = RegisterDocument | OrganisationDocument;

/** Where the directory is stored: two documents, always read by id. */
export const directoryCollection: CollectionSpec<DirectoryDocument> = {
  name: 'directory',
  fields: {},
  upgrade: (raw) => {
    if (isRegister(raw) || isOrganisation(raw)) return raw;
    throw new RangeError(
      `directory document ${raw.id} has schema version ${raw.schemaVersion}; known is ${schemaVersion}`,
    );
  },
};

/** Only this service writes these documents, and every input was checked before: id and version decide. */
export function isRegister(raw: StoredDocument): raw is RegisterDocument {
  return raw.id === 'register' && raw.schemaVersion === schemaVersion;
}

/** As {@link isRegister}, for the organisation. */
export function isOrganisation(raw: StoredDocument): raw is OrganisationDocument {
  return raw.id === 'organisation' && raw.schemaVersion === schemaVersion;
}
