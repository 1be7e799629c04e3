import type { Config } from './config.js';
import { openPhotoStore, PhotoAlbum } from './photos/index.js';

/** The photos of a service, and the address at which clients find them. */
export interface ServicePhotos {
  readonly album: PhotoAlbum;
  /** Tells where the service listens: for a trial without authentication that is the address of the photos. */
  listensAt(address: string): void;
}

/** Opens the place for photos that the configuration names. */
export async function openPhotos({ photos, publicUrl, auth }: Config): Promise<ServicePhotos> {
  let baseUrl = publicUrl;
  const isTrial = auth.mode === 'off';
  const album = new PhotoAlbum({
    store: await openPhotoStore(photos),
    baseUrl: () => baseUrl,
    // Both stay on this machine: a trial, and the tests of authentication.
    allowsLoopback: auth.mode === 'off' || auth.ownIssuer !== null,
  });
  return {
    album,
    listensAt: (address) => {
      if (isTrial) baseUrl ??= address;
    },
  };
}
