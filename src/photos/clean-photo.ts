import type { default as SharpFactory, Metadata, Sharp } from 'sharp';

/** A picture that holds nothing but its pixels. */
export interface CleanPhoto {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Why something cannot be taken as a photo. */
export type PhotoProblem =
  /** A picture of a kind that is not taken (HEIC, GIF, SVG ...), or no picture at all. */
  | 'wrong-kind'
  /** More bytes or pixels than a telephone's photo has. */
  | 'too-large'
  /** Cut off or broken. */
  | 'damaged';

/** The largest file that is read, in bytes. */
export const largestPhotoBytes = 10 * 1024 * 1024;

/** More pixels than this are a bomb: 64 million are above what telephones and cameras of schools make. */
const mostPixels = 64_000_000;
/** Enough to read a serial number, small enough for a card. */
const longestEdgePixels = 1_600;
/** The service has other things to do within the turn. */
const workLimitSeconds = 4;

const takenFormats: readonly string[] = ['jpeg', 'png', 'webp'];

/** Loaded with the first photo: it takes a moment, and most processes never need it. */
let loading: Promise<typeof SharpFactory> | undefined;
/** One at a time: decoding takes tens of megabytes, and the service's other turns go on meanwhile. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Checks by content that this is a picture, turns it upright, makes it no larger than a card needs and writes it anew as a
 * JPEG: what was in the file beside the pixels (place, time, camera, names, hidden files) is gone.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<CleanPhoto | PhotoProblem> {
  if (bytes.length > largestPhotoBytes) return 'too-large';
  if (!looksLikePhoto(bytes)) return 'wrong-kind';
  const work = last.then(async () => redrawn(bytes));
  last = work.catch(() => undefined);
  return work;
}

async function redrawn(bytes: Uint8Array): Promise<CleanPhoto | PhotoProblem> {
  loading ??= loadSharp();
  const sharp = await loading;
  const open = (): Sharp => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false });
  let metadata: Metadata;
  try {
    metadata = await open().metadata();
  } catch (error) {
    return isTooManyPixels(error) ? 'too-large' : 'damaged';
  }
  if (!takenFormats.includes(metadata.format)) return 'wrong-kind';
  if (metadata.width * metadata.height > mostPixels) return 'too-large';
  try {
    const { data, info } = await open()
      .timeout({ seconds: workLimitSeconds })
      .autoOrient()
      .resize(longestEdgePixels, longestEdgePixels, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch (error) {
    return isTooManyPixels(error) ? 'too-large' : 'damaged';
  }
}

/** Only the readers of three formats stay switched on: what else a file might be, nothing here tries to read it. */
async function loadSharp(): Promise<typeof SharpFactory> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  return sharp;
}

const jpegStart = [0xff, 0xd8, 0xff];
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** By its first bytes, whatever it is called. */
function looksLikePhoto(bytes: Uint8Array): boolean {
  const startsWith = (wanted: readonly number[], at = 0): boolean =>
    wanted.every((byte, index) => bytes[at + index] === byte);
  return startsWith(jpegStart) || startsWith(pngStart) || (startsWith(riff) && startsWith(webp, 8));
}

function isTooManyPixels(error: unknown): boolean {
  return error instanceof Error && /pixel limit/i.test(error.message);
}
