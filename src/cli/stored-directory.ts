import { existsSync } from 'node:fs';
import { DirectoryBook, type Directory } from '../campus/index.js';
import { ConfigError, storeSettingsFromProcess } from '../config.js';
import { StoreError } from '../store/index.js';
import { withStore } from './open-store.js';
import type { Output } from './output.js';

/**
 * The directory to compare a file's names with; null where none is stored yet, or where it cannot be read, which is
 * told. Looking makes no database.
 */
export async function storedDirectory(output: Output): Promise<Directory | null> {
  try {
    const settings = storeSettingsFromProcess();
    if (settings.kind === 'sqlite' && !existsSync(settings.path)) return null;
    const directory = (await withStore((store) => DirectoryBook.open(store))).current();
    return directory.schools.length === 0 ? null : directory;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
    output.tell(`Not compared with the directory, which cannot be read: ${error.message}`);
    return null;
  }
}
