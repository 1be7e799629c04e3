import type { Texts } from '../i18n/index.js';
import type { DraftExtras } from './draft-extras.js';

/** The pictures on a draft. */
export interface PhotosData {
  readonly shown: boolean;
}

/** The pictures on a draft, ready for the template. */
export function draftPhotos(_extras: DraftExtras, _t: Texts): PhotosData {
  return { shown: false };
}
