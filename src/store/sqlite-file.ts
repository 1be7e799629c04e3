import { existsSync, statSync } from 'node:fs';
import { mkdir, statfs, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { StoreUnavailable } from './errors.js';
import { remoteFileSystemName } from './file-system.js';
import { reasonOf } from './sqlite-errors.js';

/** New files and folders: they hold names, telephone numbers and what people wrote. */
const ownersOnly = { folder: 0o700, file: 0o600 } as const;

/**
 * Makes the folder of a database, where it is missing, and refuses what SQLite could not keep a database in.
 * @param path absolute
 * @throws StoreUnavailable with one line that says what to do
 */
export async function prepareFolderOf(path: string): Promise<void> {
  await makeFolderOf(path);
  refuseFolder(path);
  await refuseRemoteFileSystem(path);
}

/** SQLite gives the files beside it the same rights. What stands in the way of a new file is SQLite's to tell. */
export async function makeFile(path: string): Promise<void> {
  await writeFile(path, '', { flag: 'a', mode: ownersOnly.file }).catch(() => undefined);
}

async function makeFolderOf(path: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
  } catch (error) {
    throw new StoreUnavailable(
      `the folder of the database ${path} cannot be created (${reasonOf(error)}): choose another SQLITE_PATH`,
      { cause: error },
    );
  }
}

function refuseFolder(path: string): void {
  if (!isFolder(path)) return;
  throw new StoreUnavailable(
    `${path} is a folder: let SQLITE_PATH name a file in it, such as ${path}/campusdesk.db`,
  );
}

async function refuseRemoteFileSystem(path: string): Promise<void> {
  // The numbers mean file systems on Linux only; elsewhere they count something else.
  if (process.platform !== 'linux') return;
  const { type } = await statfs(existsSync(path) ? path : dirname(path));
  const name = remoteFileSystemName(type);
  if (name === undefined) return;
  throw new StoreUnavailable(
    `the database ${path} would lie on a network file system (${name}), where it can be damaged: ` +
      'let SQLITE_PATH name a file on a local disk, or use STORE=cosmos',
  );
}

/** Folder by folder: Node's recursive mkdir never returns in a file system that takes no folders, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (isFolder(folder)) return;
  if (folder !== dirname(folder)) await makeFolder(dirname(folder));
  await mkdir(folder, ownersOnly.folder).catch((error: unknown) => {
    if (!isFolder(folder)) throw error;
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
