import { areSet, hostOf, isLoopback, setNames, type Given, type Values } from './variables.js';

/** Where the documents are kept. */
export type StoreSettings = SqliteSettings | CosmosSettings;

export interface SqliteSettings {
  readonly kind: 'sqlite';
  readonly path: string;
}

export interface CosmosSettings {
  readonly kind: 'cosmos';
  readonly endpoint: string;
  readonly database: string;
  /** Null: the managed identity signs in. */
  readonly key: string | null;
  /** Client id of a user-assigned managed identity; null: the system's own. */
  readonly managedIdentityClientId: string | null;
}

const cosmosNames = [
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'COSMOS_DATABASE',
  'COSMOS_MANAGED_IDENTITY_CLIENT_ID',
] as const;
/** The variables that concern the store alone. */
export const storeNames = ['STORE', 'SQLITE_PATH', ...cosmosNames] as const;

/** The store that is named, a file by default; null where something is wrong that the problems name. */
export function readStore(given: Given, values: Values, problems: string[]): StoreSettings | null {
  if (given['STORE'] !== values.STORE) return null;
  if (values.STORE === 'cosmos') return readCosmos(given, values, problems);
  const names = setNames(given, cosmosNames);
  if (names.length > 0) {
    problems.push(`${areSet(names)}, but STORE is not cosmos: set STORE=cosmos or remove what is not used.`);
  }
  return { kind: 'sqlite', path: values.SQLITE_PATH ?? 'data/campusdesk.sqlite' };
}

function readCosmos(given: Given, values: Values, problems: string[]): CosmosSettings | null {
  if (given['SQLITE_PATH'] !== undefined) {
    problems.push('SQLITE_PATH is set, but STORE=cosmos: remove one of the two.');
  }
  if (given['COSMOS_KEY'] !== undefined && given['COSMOS_MANAGED_IDENTITY_CLIENT_ID'] !== undefined) {
    problems.push('COSMOS_KEY and COSMOS_MANAGED_IDENTITY_CLIENT_ID are both set: only one can sign in.');
  }
  if (given['COSMOS_ENDPOINT'] === undefined) problems.push('COSMOS_ENDPOINT is missing (STORE=cosmos).');
  const endpoint = values.COSMOS_ENDPOINT;
  if (endpoint === undefined) return null;
  const local = isLoopback(hostOf(endpoint));
  if (!local && endpoint.startsWith('http:')) {
    problems.push('COSMOS_ENDPOINT must be https, except on a loopback address.');
  }
  if (local && given['COSMOS_KEY'] === undefined) {
    problems.push('COSMOS_KEY is missing: an emulator on this machine knows no managed identity.');
  }
  return {
    kind: 'cosmos',
    endpoint,
    database: values.COSMOS_DATABASE ?? 'campusdesk',
    key: values.COSMOS_KEY ?? null,
    managedIdentityClientId: values.COSMOS_MANAGED_IDENTITY_CLIENT_ID ?? null,
  };
}
