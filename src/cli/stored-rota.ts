import { DirectoryBook } from '../campus/index.js';
import { rulesPathsFromProcess } from '../config.js';
import { readServiceRules } from '../service-rules-files.js';
import type { ServiceRules } from '../sla/index.js';
import { RotaBook } from '../visits/index.js';
import { withStore } from './open-store.js';
import { CommandFailed } from './output.js';

/** The stored rota with what it is read by. */
export interface StoredRota {
  readonly directory: DirectoryBook;
  readonly rota: RotaBook;
  readonly rules: ServiceRules;
}

/**
 * Runs some work on the stored rota, with the directory and the service's calendars.
 * @throws CommandFailed where no directory is stored; ConfigError, RulesFileError, the store's errors
 */
export async function withRota<T>(work: (stored: StoredRota) => Promise<T>): Promise<T> {
  const rules = await readServiceRules(rulesPathsFromProcess());
  return withStore(async (store) => {
    const directory = await DirectoryBook.open(store);
    if (directory.current().campuses.length === 0)
      throw new CommandFailed('No organisation is stored yet: run "campusdesk directory apply FILE" first.');
    const rota = await RotaBook.open(store, { directory: () => directory.current(), rules });
    return work({ directory, rota, rules });
  });
}
