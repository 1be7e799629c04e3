import type { Texts } from '../i18n/index.js';

/** A photo as a card shows it. */
export interface ShownPhoto {
  /** Where the client finds it without a login; null where this service has no address that others reach. */
  readonly url: string | null;
}

/** Photos, ready for the template: pictures where the client can fetch them, else how many there are. */
export interface PhotosData {
  readonly shown: boolean;
  /** How many there are, in words. */
  readonly line: string;
  readonly pictures: readonly { readonly url: string; readonly alternative: string }[];
}

/** Photos of a ticket or draft, each with a text for whoever cannot see it. */
export function photosData(photos: readonly ShownPhoto[], t: Texts): PhotosData {
  const pictures = photos.flatMap(({ url }, index) =>
    url === null ? [] : [{ url, alternative: t.photos.alternative(index + 1, photos.length) }],
  );
  return {
    shown: photos.length > 0,
    line: photos.length === 0 ? '' : t.photos.count(photos.length),
    pictures,
  };
}
