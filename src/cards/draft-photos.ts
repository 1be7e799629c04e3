import type { Texts } from '../i18n/index.js';
import type { DraftExtras } from './draft-extras.js';
import { photosData, type PhotosData } from './photos.js';

export type { PhotosData } from './photos.js';

/** The pictures on a draft, ready for the template. */
export function draftPhotos({ photos }: DraftExtras, t: Texts): PhotosData {
  return photosData(photos, t);
}
