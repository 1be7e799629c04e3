import type { Config } from './config.js';
import type { Log } from './logging.js';
import { openPhotoStore, PhotoAlbum } from './photos/index.js';
import type { Ticket } from './tickets/index.js';

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

/** Removes the photos of a draft that is gone. What cannot be removed now waits for the sweep. */
export async function removePhotos(gone: Ticket, album: PhotoAlbum, log: Log): Promise<void> {
  try {
    await album.remove(gone.photos);
  } catch (error) {
    log.warn({ ticketId: gone.id }, 'photos of a discarded draft wait for the sweep', error);
  }
}
