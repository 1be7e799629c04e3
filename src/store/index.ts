export * from './document-store.js';
export * from './errors.js';
export { find, findAll } from './find.js';
export { onlyVersion } from './only-version.js';
export { untilWritten } from './until-written.js';
export { openCosmosStore } from './cosmos.js';
export type { CosmosOptions, CosmosStore } from './cosmos.js';
export { openSqliteStore } from './sqlite.js';
export type { SqliteOptions, SqliteStore } from './sqlite.js';
