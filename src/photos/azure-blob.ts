import { DefaultAzureCredential } from '@azure/identity';
import {
  BlobServiceClient,
  RestError,
  StorageSharedKeyCredential,
  type ContainerClient,
} from '@azure/storage-blob';
import { photoFileName, photoIdOf } from './photo-id.js';
import { PhotoStoreError, type PhotoStore, type StoredPhoto } from './photo-store.js';

/** Where in Azure the pictures lie, and who signs in. */
export interface BlobPlace {
  /** Address of the storage account, `https://NAME.blob.core.windows.net`; an emulator's ends with the account's name. */
  readonly url: string;
  readonly container: string;
  /** Null: the managed identity signs in. */
  readonly key: string | null;
  /** Client id of a user-assigned managed identity; null: the system's own. */
  readonly managedIdentityClientId: string | null;
}

/** A turn has to answer within seconds: each request ends after this long, and is tried twice at most. */
const requestLimitMs = 3_000;
const retryOptions = {
  maxTries: 2,
  retryDelayInMs: 200,
  maxRetryDelayInMs: 500,
  tryTimeoutInMs: requestLimitMs,
};

/** Keeps pictures as blobs of one private container, which is made with the first of them. */
export class BlobPhotos implements PhotoStore {
  readonly #container: ContainerClient;

  constructor(private readonly place: BlobPlace) {
    const service = new BlobServiceClient(place.url, credentialOf(place), { retryOptions });
    this.#container = service.getContainerClient(place.container);
  }

  async put(id: string, jpeg: Uint8Array): Promise<void> {
    const blob = this.#container.getBlockBlobClient(photoFileName(id));
    const upload = async (): Promise<unknown> =>
      blob.uploadData(jpeg, { blobHTTPHeaders: { blobContentType: 'image/jpeg' } });
    await this.doing('keep', async () => {
      try {
        await upload();
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
        await this.#container.createIfNotExists();
        await upload();
      }
    });
  }

  async get(id: string): Promise<Uint8Array | null> {
    const blob = this.#container.getBlockBlobClient(photoFileName(id));
    return this.doing('read', async () => unlessMissing(blob.downloadToBuffer()));
  }

  async remove(id: string): Promise<void> {
    const blob = this.#container.getBlockBlobClient(photoFileName(id));
    await this.doing('remove', async () => unlessMissing(blob.deleteIfExists()));
  }

  async *list(): AsyncGenerator<StoredPhoto, void, undefined> {
    const blobs = this.#container.listBlobsFlat();
    for (;;) {
      const next = await this.doing('list', async () => unlessMissing(blobs.next()));
      if (!next || next.done) return;
      const { name, properties } = next.value;
      const id = photoIdOf(name);
      if (id !== null) yield { id, storedAt: properties.lastModified.getTime() };
    }
  }

  private async doing<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const why = statusOf(error) ?? (error instanceof Error ? error.name : 'unknown');
      const where = `${this.place.url}, container ${this.place.container}`;
      throw new PhotoStoreError(`Cannot ${what} photos in Azure Blob Storage (${where}): ${why}.`);
    }
  }
}

function credentialOf({ url, key, managedIdentityClientId }: BlobPlace) {
  if (key !== null) return new StorageSharedKeyCredential(accountOf(url), key);
  return new DefaultAzureCredential(managedIdentityClientId === null ? {} : { managedIdentityClientId });
}

/** In Azure the account is the host's first label, at an emulator the path. */
function accountOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const fromPath = pathname.split('/').find((part) => part !== '');
  return fromPath ?? hostname.split('.')[0] ?? hostname;
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

function statusOf(error: unknown): number | null {
  return error instanceof RestError ? (error.statusCode ?? null) : null;
}
