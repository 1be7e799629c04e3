import type { CollectionSpec, StoredDocument } from '../store/index.js';
import type { RotaContent } from './rota-content.js';

const schemaVersion = 1;

/** The rota as it is stored: one document. */
export interface RotaDocument extends StoredDocument, RotaContent {
  readonly id: 'rota';
  readonly schemaVersion: 1;
  /** Grows by one with each import and change. */
  readonly revision: number;
  /** Where the rules came from, such as the file's name; null where nothing was imported yet. */
  readonly source: string | null;
  /** ISO instant of the last import. */
  readonly importedAt: string | null;
}

/** Where the rota is stored; always read by its id. */
export const rotaCollection: CollectionSpec<RotaDocument> = {
  name: 'rota',
  fields: {},
  upgrade: (raw) => {
    if (isRota(raw)) return raw;
    throw new RangeError(`rota has schema version ${raw.schemaVersion}; known is ${schemaVersion}`);
  },
};

/** Only this service writes the document, and every input was checked before: id and version decide. */
function isRota(raw: StoredDocument): raw is RotaDocument {
  return raw.id === 'rota' && raw.schemaVersion === schemaVersion;
}
