import { randomBytes } from 'node:crypto';

const idBytes = 20;
const idPattern = /^[0-9a-f]{40}$/;

/**
 * A new name for a picture: 160 random bits, because whoever knows it may see the picture (cards can show only what needs
 * no login). Small letters and digits, so that it names a file on every system.
 */
export function newPhotoId(): string {
  return randomBytes(idBytes).toString('hex');
}

/** Whether a text has the form of a photo's id. */
export function isPhotoId(text: string): boolean {
  return idPattern.test(text);
}

/** The file that holds a photo: `<id>.jpg`. @throws RangeError for what is no id, so that no name leads elsewhere */
export function photoFileName(id: string): string {
  if (!isPhotoId(id)) throw new RangeError('this is no id of a photo');
  return `${id}.jpg`;
}

/** The id in `<id>.jpg`, or null where the name is another one. */
export function photoIdOf(fileName: string): string | null {
  const id = fileName.endsWith('.jpg') ? fileName.slice(0, -'.jpg'.length) : '';
  return isPhotoId(id) ? id : null;
}
