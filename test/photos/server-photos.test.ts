import { afterEach, describe, expect, test } from 'vitest';
import { newPhotoId } from '../../src/photos/photo-id.js';
import { PhotoStoreError } from '../../src/photos/index.js';
import { createMetrics } from '../../src/metrics.js';
import { createLog } from '../../src/logging.js';
import { createServer, type ProcessServer } from '../../src/server.js';

const id = newPhotoId();
const broken = newPhotoId();
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 9, 9]);
const running: ProcessServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(async (server) => server.stop(0)));
});

async function photosAt(): Promise<string> {
  const server = createServer({
    config: { host: '127.0.0.1', port: 0 },
    log: createLog('silent'),
    onActivity: async () => Promise.resolve(),
    ready: async () => Promise.resolve({ ready: true, problems: [], notes: [] }),
    metrics: createMetrics().registry,
    photos: {
      get: async (asked) => {
        if (asked === broken) return Promise.reject(new PhotoStoreError('the key is wrong'));
        return Promise.resolve(asked === id ? jpeg : null);
      },
    },
  });
  running.push(server);
  return `${await server.listen()}/photos`;
}

describe('the address of a photo', () => {
  test('gives the picture to whoever knows it, as a picture and nothing else', async () => {
    const response = await fetch(`${await photosAt()}/${id}.jpg`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(jpeg);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'private, max-age=86400',
      'x-robots-tag': 'noindex',
    });
  });

  test('answers who only asks whether it is there', async () => {
    const photos = await photosAt();
    const there = await fetch(`${photos}/${id}.jpg`, { method: 'HEAD' });
    expect([there.status, there.headers.get('content-length')]).toEqual([200, String(jpeg.length)]);
    expect((await fetch(`${photos}/${newPhotoId()}.jpg`, { method: 'HEAD' })).status).toBe(404);
  });

  test.each([
    `${newPhotoId()}.jpg`,
    id,
    `${id}.png`,
    `${id.toUpperCase()}.jpg`,
    `${id}.jpg/..`,
    '..%2f..%2fetc%2fpasswd',
    `%2e%2e%2f${id}.jpg`,
    `${id}%00.jpg`,
    '',
  ])('is nothing where it is %j', async (name) => {
    const response = await fetch(`${await photosAt()}/${name}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('node_modules');
  });

  test('cannot be written', async () => {
    const response = await fetch(`${await photosAt()}/${id}.jpg`, { method: 'PUT', body: 'x' });
    expect(response.status).toBe(405);
  });

  test('says to come back later where the place for photos fails, and not why', async () => {
    const response = await fetch(`${await photosAt()}/${broken}.jpg`);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('');
  });
});
