import type { PhotoSettings } from '../config.js';
import { FolderPhotos } from './folder.js';
import type { PhotoStore } from './photo-store.js';

/** The place for photos that the configuration names. The client for Azure is loaded only where it is used. */
export async function openPhotoStore(settings: PhotoSettings): Promise<PhotoStore> {
  if (settings.kind === 'folder') return new FolderPhotos(settings.path);
  const { BlobPhotos } = await import('./azure-blob.js');
  return new BlobPhotos(settings);
}
