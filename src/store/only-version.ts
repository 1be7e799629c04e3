import type { StoredDocument } from './document-store.js';

/**
 * The `upgrade` of a collection whose documents have had one shape so far. Only this service writes them, and every
 * input was checked before, so that the version alone decides.
 * @throws RangeError, when it reads a document of another version
 */
export function onlyVersion<T extends StoredDocument>(
  version: T['schemaVersion'],
): (raw: StoredDocument) => T {
  const isKnown = (raw: StoredDocument): raw is T => raw.schemaVersion === version;
  return (raw) => {
    if (isKnown(raw)) return raw;
    throw new RangeError(`it has schema version ${raw.schemaVersion}, known is ${version}`);
  };
}
