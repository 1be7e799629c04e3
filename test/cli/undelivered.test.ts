import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerUndelivered } from '../../src/cli/undelivered.js';
import { undeliveredCollection } from '../../src/delivery/index.js';
import { openSqliteStore, type CollectionSpec, type StoredDocument } from '../../src/store/index.js';
import { call } from './call.js';

describe('campusdesk undelivered', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-undelivered-'));
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it('says so where every message reached somebody', async () => {
    const { exitCode, told } = await call(registerUndelivered, 'undelivered');
    expect([exitCode, told]).toEqual([0, 'Every message reached somebody.']);
  });

  describe('with messages on the list', () => {
    beforeEach(async () => {
      const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
      const list = await store.collection(undeliveredCollection);
      const entry = { schemaVersion: 1, key: 'show:channel', meantFor: 'channel' } as const;
      await list.create({
        ...entry,
        id: 'b',
        ticketId: 'K7M3QX',
        reason: 'blocked',
        at: '2026-11-24T09:00:00.000Z',
      });
      await list.create({
        ...entry,
        id: 'a',
        ticketId: 'ABC123',
        reason: 'nowhere',
        at: '2026-11-24T08:00:00.000Z',
      });
      await store.close();
    });

    it('names ticket, place and reason, oldest first', async () => {
      const { told } = await call(registerUndelivered, 'undelivered');
      expect(told.split('\n').map((line) => line.replace(/\s+/g, ' '))).toEqual([
        '2026-11-24T08:00:00.000Z ABC-123 for channel no channel is linked and no administrator has opened the chat with the bot',
        '2026-11-24T09:00:00.000Z K7M-3QX for channel the bot is not installed or is blocked there',
      ]);
    });

    it('names an incident as it is called', async () => {
      const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
      const list = await store.collection(undeliveredCollection);
      const entry = { schemaVersion: 1, id: 'c', key: 'show:channel', meantFor: 'channel' } as const;
      const ticketId = 'network:100001:2026-11-24:1';
      await list.create({ ...entry, ticketId, reason: 'gone', at: '2026-11-24T10:00:00.000Z' });
      await store.close();
      const { told } = await call(registerUndelivered, 'undelivered');
      expect(told).toContain(` ${ticketId} `);
    });

    it('gives machines one JSON line each', async () => {
      const { results } = await call(registerUndelivered, 'undelivered', '--json');
      expect(results).toEqual([
        { ticketId: 'ABC123', meantFor: 'channel', reason: 'nowhere', at: '2026-11-24T08:00:00.000Z' },
        { ticketId: 'K7M3QX', meantFor: 'channel', reason: 'blocked', at: '2026-11-24T09:00:00.000Z' },
      ]);
    });

    it('says which entries it cannot read, and never that nothing is there', async () => {
      const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
      const list = await store.collection(undeliveredCollection);
      for (const id of ['a', 'b']) {
        const { document, version } = await list.get(id);
        const ofLaterRelease = { ...document, schemaVersion: 99 };
        await (await store.collection(asItStands)).replace(ofLaterRelease, version);
      }
      await store.close();
      const { results, told } = await call(registerUndelivered, 'undelivered', '--json');
      expect(results).toEqual([]);
      expect(told.split('\n')).toEqual([
        'document a of undelivered cannot be read: it has schema version 99, known is 1',
        'document b of undelivered cannot be read: it has schema version 99, known is 1',
      ]);
      const inWords = await call(registerUndelivered, 'undelivered');
      expect(inWords.told).toBe(told);
    });
  });
});

/** The same collection, written as another release would. */
const asItStands: CollectionSpec<StoredDocument> = { ...undeliveredCollection, upgrade: (raw) => raw };
