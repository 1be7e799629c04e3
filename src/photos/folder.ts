import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { photoFileName, photoIdOf } from './photo-id.js';
import { PhotoStoreError, type PhotoStore, type StoredPhoto } from './photo-store.js';

/** Only the service's own user may look into the folder. */
const folderMode = 0o700;
const fileMode = 0o600;

/** Keeps pictures as files of one folder, which is made with the first of them. */
export class FolderPhotos implements PhotoStore {
  constructor(private readonly path: string) {}

  async put(id: string, jpeg: Uint8Array): Promise<void> {
    const name = photoFileName(id);
    await this.doing('keep', async () => {
      await mkdir(this.path, { recursive: true, mode: folderMode });
      const unfinished = join(this.path, `${id}.${randomUUID()}.part`);
      try {
        await writeWhole(unfinished, jpeg);
        await rename(unfinished, join(this.path, name));
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    });
  }

  async get(id: string): Promise<Uint8Array | null> {
    const name = photoFileName(id);
    return this.doing('read', async () => unlessMissing(readFile(join(this.path, name))));
  }

  async remove(id: string): Promise<void> {
    const name = photoFileName(id);
    await this.doing('remove', async () => rm(join(this.path, name), { force: true }));
  }

  async *list(): AsyncGenerator<StoredPhoto, void, undefined> {
    const names = await this.doing('list', async () => unlessMissing(readdir(this.path)));
    for (const name of names ?? []) {
      const id = photoIdOf(name);
      if (id === null) continue;
      const file = await this.doing('list', async () => unlessMissing(stat(join(this.path, name))));
      if (file) yield { id, storedAt: file.mtimeMs };
    }
  }

  private async doing<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const why = codeOf(error) ?? 'unknown';
      throw new PhotoStoreError(`Cannot ${what} photos in the folder ${this.path} (${why}).`, {
        cause: error,
      });
    }
  }
}

/** On the disk before it gets its name: after a power failure a photo is whole or not there. */
async function writeWhole(path: string, jpeg: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', fileMode);
  try {
    await file.writeFile(jpeg);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
