import { dirname, join } from 'node:path';

import type { StoreSettings } from './store-settings.js';
import { areSet, hostOf, isLoopback, setNames, type Given, type Values } from './variables.js';

/** Where pictures are kept. */
export type PhotoSettings =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'blob';
      /** Address of the storage account. */
      readonly url: string;
      readonly container: string;
      /** Null: the managed identity signs in. */
      readonly key: string | null;
      /** Client id of a user-assigned managed identity; null: the system's own. */
      readonly managedIdentityClientId: string | null;
    };

/** The variables that concern photos alone. */
export const photoNames = [
  'PHOTOS_PATH',
  'PHOTOS_BLOB_URL',
  'PHOTOS_BLOB_CONTAINER',
  'PHOTOS_BLOB_KEY',
  'PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID',
] as const;

/** The place that is named, a folder beside the tickets' file by default; null where something is wrong that the problems name. */
export function readPhotos(
  given: Given,
  values: Values,
  store: StoreSettings | null,
  problems: string[],
): PhotoSettings | null {
  const blobNames = setNames(given, photoNames).filter((name) => name !== 'PHOTOS_PATH');
  if (blobNames.length === 0) return { kind: 'folder', path: values.PHOTOS_PATH ?? defaultFolder(store) };
  if (given['PHOTOS_PATH'] !== undefined) {
    problems.push(`PHOTOS_PATH and ${areSet(blobNames)}: photos are kept in one place only.`);
  }
  const url = values.PHOTOS_BLOB_URL;
  if (given['PHOTOS_BLOB_URL'] === undefined) {
    problems.push(`${areSet(blobNames)}, but PHOTOS_BLOB_URL is missing.`);
  }
  if (values.PHOTOS_BLOB_KEY !== undefined && values.PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID !== undefined) {
    problems.push(
      'PHOTOS_BLOB_KEY and PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID are both set: only one can sign in.',
    );
  }
  if (url === undefined) return null;
  if (url.startsWith('http:') && !isLoopback(hostOf(url))) {
    problems.push('PHOTOS_BLOB_URL must be https, except on a loopback address.');
  }
  return {
    kind: 'blob',
    url,
    container: values.PHOTOS_BLOB_CONTAINER ?? 'campusdesk-photos',
    key: values.PHOTOS_BLOB_KEY ?? null,
    managedIdentityClientId: values.PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID ?? null,
  };
}

function defaultFolder(store: StoreSettings | null): string {
  return store?.kind === 'sqlite' ? join(dirname(store.path), 'photos') : join('data', 'photos');
}

/** The address under which Teams reaches this service, without a slash at its end; null where it is not said. */
export function readPublicUrl(values: Values, problems: string[]): string | null {
  const url = values.PUBLIC_URL;
  if (url === undefined) return null;
  if (url.startsWith('http:') && !isLoopback(hostOf(url))) {
    problems.push('PUBLIC_URL must be https, except on a loopback address.');
  }
  const { search, hash, username, password } = new URL(url);
  if (search !== '' || hash !== '' || username !== '' || password !== '') {
    problems.push('PUBLIC_URL must be an address and a path, nothing else.');
  }
  return url.replace(/\/+$/, '');
}
