import sharp from 'sharp';

/** Pictures as telephones make them, and as people make them who mean harm. */

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture of one colour. */
export function plainPicture({ width, height }: Size = { width: 400, height: 300 }) {
  return sharp({ create: { width, height, channels: 3, background: '#3366aa' } });
}

/** A telephone's JPEG: where it was taken, with which device, and turned by 90 degrees only in its metadata. */
export async function photoWithPlace(size?: Size): Promise<Buffer> {
  return plainPicture(size)
    .withExif({
      IFD0: { Make: 'Pear', Model: 'Phone 9', Artist: 'Erika Muster', Copyright: 'Erika Muster' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 50/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '7/1 27/1 55/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A PNG with a text hidden in a chunk of its own. */
export async function pngWithText(text: string): Promise<Buffer> {
  const png = await plainPicture().png().toBuffer();
  const content = Buffer.from(`Comment\0${text}`, 'latin1');
  const type = Buffer.from('tEXt', 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([type, content])));
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), length, type, content, sum, png.subarray(afterHeader)]);
}

/** A PNG of a few kilobytes that says it has this many pixels. */
export async function pngThatSaysSize({ width, height }: Size): Promise<Buffer> {
  const png = Buffer.from(await plainPicture().png().toBuffer());
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
