import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPhoto, largestPhotoBytes, type CleanPhoto } from '../../src/photos/clean-photo.js';
import { photoWithPlace, plainPicture, pngThatSaysSize, pngWithText } from './pictures.js';

async function cleaned(bytes: Uint8Array): Promise<CleanPhoto> {
  const clean = await cleanPhoto(bytes);
  if (typeof clean === 'string') throw new Error(`refused: ${clean}`);
  return clean;
}

describe('a photo that is kept', () => {
  test('says neither where, nor when, nor by whom, nor with what it was taken', async () => {
    const photo = await photoWithPlace();
    const before = await sharp(photo).metadata();
    expect(before.exif?.toString('latin1')).toContain('Erika Muster');
    const { jpeg } = await cleaned(photo);
    const after = await sharp(jpeg).metadata();
    expect(after).toMatchObject({ format: 'jpeg' });
    expect([after.exif, after.icc, after.iptc, after.xmp, after.comments, after.orientation]).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect(Buffer.from(jpeg).toString('latin1')).not.toMatch(/Exif|Erika|Pear|GPS/);
  });

  test('stands upright although only its metadata said how', async () => {
    const { width, height } = await cleaned(await photoWithPlace({ width: 400, height: 300 }));
    expect({ width, height }).toEqual({ width: 300, height: 400 });
  });

  test('has at most 1600 pixels at its longer edge, and is never made larger', async () => {
    const large = await cleaned(await plainPicture({ width: 4000, height: 3000 }).jpeg().toBuffer());
    expect(large).toMatchObject({ width: 1600, height: 1200 });
    expect(await sharp(large.jpeg).metadata()).toMatchObject({ width: 1600, height: 1200 });
    expect(await cleaned(await plainPicture({ width: 40, height: 30 }).jpeg().toBuffer())).toMatchObject({
      width: 40,
      height: 30,
    });
  });

  test.each(['png', 'webp'] as const)('that comes as %s becomes a JPEG', async (format) => {
    const { jpeg } = await cleaned(await plainPicture().toFormat(format).toBuffer());
    expect([...jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  test('carries no text of a PNG along', async () => {
    const png = await pngWithText('pupil Max Muster, class 7b');
    expect(png.toString('latin1')).toContain('Max Muster');
    expect(Buffer.from((await cleaned(png)).jpeg).toString('latin1')).not.toContain('Muster');
  });

  test('carries nothing along that was hung behind the picture', async () => {
    const page = '<html><script>alert(1)</script></html>';
    const polyglot = Buffer.concat([await plainPicture().jpeg().toBuffer(), Buffer.from(page)]);
    expect(Buffer.from((await cleaned(polyglot)).jpeg).toString('latin1')).not.toContain('<script>');
  });
});

describe('what is refused by its content, whatever it is called', () => {
  test.each([
    ['a web page', '<html><script>alert(1)</script></html>'],
    ['a drawing that could hold scripts', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['an animation', 'GIF89a\x01\0\x01\0'],
    ['nothing', ''],
  ])('%s is of the wrong kind', async (_, content) => {
    expect(await cleanPhoto(Buffer.from(content, 'latin1'))).toBe('wrong-kind');
  });

  test('a page that only begins like a JPEG is damaged', async () => {
    const page = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html>'.repeat(50))]);
    expect(await cleanPhoto(page)).toBe('damaged');
  });

  test('a photo that is cut off is damaged', async () => {
    const whole = await sharp({
      create: {
        width: 800,
        height: 600,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await cleanPhoto(whole.subarray(0, whole.length / 2))).toBe('damaged');
  });

  test('a few kilobytes that say they are a thousand million pixels are too large, and are never unpacked', async () => {
    const bomb = await pngThatSaysSize({ width: 40_000, height: 40_000 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await cleanPhoto(bomb)).toBe('too-large');
  });

  test('more than 10 MB are too large', async () => {
    const photo = await plainPicture().jpeg().toBuffer();
    expect(await cleanPhoto(Buffer.concat([photo, Buffer.alloc(largestPhotoBytes)]))).toBe('too-large');
  });
});
