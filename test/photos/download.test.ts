import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { largestPhotoBytes } from '../../src/photos/clean-photo.js';
import { download, type DownloadRules } from '../../src/photos/download.js';
import { FileHost, reply } from './file-host.js';

let host: FileHost;
let other: FileHost;

beforeAll(async () => {
  host = await FileHost.start();
  other = await FileHost.start();
});

afterAll(async () => {
  await host.stop();
  await other.stop();
});

const rules = (more: Partial<DownloadRules> = {}): DownloadRules => ({
  serviceUrl: `${host.address}/emea/`,
  allowsLoopback: true,
  authorization: async () => 'Bearer of-the-bot',
  ...more,
});

const soon = (): AbortSignal => AbortSignal.timeout(5_000);

describe('a file is fetched', () => {
  test('whole', async () => {
    const url = host.holds('a.jpg', 'the file');
    expect(
      Buffer.from((await download({ url, isOpen: true }, rules(), soon())) as Uint8Array).toString(),
    ).toBe('the file');
  });

  test('from the channel service with the token of the bot, from anywhere else without', async () => {
    await download({ url: host.holds('pasted.jpg', 'x'), isOpen: false }, rules(), soon());
    await download({ url: other.holds('elsewhere.jpg', 'x'), isOpen: false }, rules(), soon());
    await download({ url: host.holds('drive.jpg', 'x'), isOpen: true }, rules(), soon());
    const tokenOf = (from: FileHost, path: string) =>
      from.asked.find((each) => each.path === path)?.authorization;
    expect(tokenOf(host, '/pasted.jpg')).toBe('Bearer of-the-bot');
    expect(tokenOf(other, '/elsewhere.jpg')).toBeUndefined();
    expect(tokenOf(host, '/drive.jpg')).toBeUndefined();
  });

  test('that lies in the message itself, without asking anybody', async () => {
    const url = `data:image/png;base64,${Buffer.from('small').toString('base64')}`;
    expect(
      Buffer.from((await download({ url, isOpen: false }, rules(), soon())) as Uint8Array).toString(),
    ).toBe('small');
  });

  test('after a redirect on the same host', async () => {
    host.holds('moved-to', 'here');
    const url = host.answers('moved', (_, response) => {
      reply(response, 302, { location: '/moved-to' });
    });
    expect(await download({ url, isOpen: true }, rules(), soon())).toBeInstanceOf(Uint8Array);
  });
});

describe('a file is not fetched', () => {
  test('after a redirect to another host, which would get the token and could be anything', async () => {
    const secret = other.holds('secret', 'inside');
    const url = host.answers('trap', (_, response) => {
      reply(response, 302, { location: secret });
    });
    expect(await download({ url, isOpen: false }, rules(), soon())).toBe('not-reached');
    expect(other.asked.some(({ path }) => path === '/secret')).toBe(false);
  });

  test('where redirects have no end', async () => {
    const url = host.answers('round', (_, response) => {
      reply(response, 302, { location: '/round' });
    });
    expect(await download({ url, isOpen: true }, rules(), soon())).toBe('not-reached');
  });

  test('that says it is larger than 10 MB', async () => {
    const url = host.answers('long', (_, response) => {
      response.writeHead(200, { 'content-length': largestPhotoBytes + 1 });
      response.write('x');
    });
    expect(await download({ url, isOpen: true }, rules(), soon())).toBe('too-large');
  });

  test('that does not say its length and goes on past 10 MB', async () => {
    const url = host.answers('endless', (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(256 * 1024)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await download({ url, isOpen: true }, rules(), soon())).toBe('too-large');
  });

  test('that takes longer than the turn has', async () => {
    const url = host.answers('slow', () => undefined);
    expect(await download({ url, isOpen: true }, rules(), AbortSignal.timeout(100))).toBe('not-reached');
  });

  test('where no token is to be had', async () => {
    const url = host.holds('locked.jpg', 'x');
    const without = rules({ authorization: async () => Promise.reject(new Error('no token')) });
    expect(await download({ url, isOpen: false }, without, soon())).toBe('not-reached');
  });
});

describe('in production only Microsoft’s places are asked', () => {
  const production = (): DownloadRules =>
    rules({ serviceUrl: 'https://smba.trafficmanager.net/emea/', allowsLoopback: false });

  test.each([
    'http://127.0.0.1:8080/photo.jpg',
    'https://127.0.0.1/photo.jpg',
    'https://localhost/photo.jpg',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/photo.jpg',
    'https://10.0.0.1/photo.jpg',
    'https://evil.example/photo.jpg',
    'https://sharepoint.com.evil.example/photo.jpg',
    'https://evilsharepoint.com/photo.jpg',
    'https://other.trafficmanager.net/photo.jpg',
    'http://school.sharepoint.com/photo.jpg',
    'https://school.sharepoint.com:8443/photo.jpg',
    'https://user:password@school.sharepoint.com/photo.jpg',
    'file:///etc/passwd',
    'not an address',
  ])('%s is none', async (url) => {
    const asking = vi.spyOn(globalThis, 'fetch');
    expect(await download({ url, isOpen: true }, production(), soon())).toBe('not-reached');
    expect(asking).not.toHaveBeenCalled();
    asking.mockRestore();
  });

  test.each([
    ['https://school-my.sharepoint.com/personal/x/download.aspx', undefined],
    ['https://smba.trafficmanager.net/emea/v3/attachments/0-weu/views/original', 'Bearer of-the-bot'],
    ['https://eu-api.asm.skype.com/v1/objects/0-weu/views/imgo', undefined],
  ])('%s is one', async (url, authorization) => {
    const asking = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Promise.resolve(new Response('x')));
    expect(await download({ url, isOpen: false }, production(), soon())).toBeInstanceOf(Uint8Array);
    const headers = new Headers(asking.mock.calls[0]?.[1]?.headers);
    expect(headers.get('authorization') ?? undefined).toBe(authorization);
    asking.mockRestore();
  });
});
