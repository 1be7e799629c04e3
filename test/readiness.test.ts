import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryBook } from '../src/campus/index.js';
import { channelLinkCollection, ConversationBook, conversationCollection } from '../src/delivery/index.js';
import { createMetrics } from '../src/metrics.js';
import { readiness } from '../src/readiness.js';
import type { Stuck } from '../src/scheduler/index.js';
import { findAll, type CollectionSpec, type StoredDocument } from '../src/store/index.js';
import { channel, people, silent } from './delivery/city.js';
import { FakeClock } from './delivery/fake-clock.js';
import { openTestStore, type TestStore } from './store/fixtures.js';

const error = 'Unreadable: document T1 of tickets cannot be read: it has schema version 9, known is 1';

describe('what is due and fails', () => {
  let data: TestStore;
  let notesWith: (
    stuck: readonly Stuck[],
  ) => Promise<{ readonly ready: boolean; readonly notes: readonly string[] }>;
  beforeAll(async () => {
    data = await openTestStore('sqlite');
    const directory = await DirectoryBook.open(data.store);
    const conversations = await ConversationBook.open(data.store, new FakeClock('2026-03-03T09:00:00.000Z'));
    notesWith = async (stuck) => {
      const report = await readiness(data.store, directory, conversations, { stuck: () => stuck }, silent);
      return { ready: report.ready, notes: report.notes.filter((note) => note.includes('due')) };
    };
  });
  afterAll(async () => {
    await data.close();
  });

  it('is named to people with source, id, number of failures and error', async () => {
    expect((await notesWith([{ source: 'tickets', documentId: 'T1', failures: 3, error }])).notes).toEqual([
      `Document T1 of tickets is due and failed 3 times (${error}); see the log.`,
    ]);
  });

  it('is named ten times at most, with how many there are besides', async () => {
    const stuck = Array.from({ length: 13 }, (_, index) => ({
      source: 'tickets',
      documentId: `T${index}`,
      failures: 1,
      error,
    }));
    const { notes } = await notesWith(stuck);
    expect(notes).toHaveLength(11);
    expect(notes[9]).toContain('Document T9 of tickets is due and failed 1 time (');
    expect(notes[10]).toBe('… and 3 more documents that are due and failed.');
    expect((await notesWith(stuck.slice(0, 10))).notes).toHaveLength(10);
  });

  it('makes the service no less ready than it is', async () => {
    const without = await notesWith([]);
    const withOne = await notesWith([{ source: 'tickets', documentId: 'T1', failures: 3, error }]);
    expect(withOne.ready).toBe(without.ready);
  });
});

describe('what is stored of a channel and cannot be read', () => {
  it.each([
    ['the channel', conversationCollection, 'of the channel of the help desk'],
    ['its link', channelLinkCollection, 'of the link with the help desk'],
  ])('%s, is told to people, and is no reason to take the store for dead', async (_, spec, what) => {
    const data = await openTestStore('sqlite');
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const directory = await DirectoryBook.open(data.store);
    const conversations = await ConversationBook.open(data.store, clock);
    await conversations.remember(channel('helpdesk'), clock.now());
    await conversations.link('helpdesk', channel('helpdesk'), people.administrator, clock.now());
    const { name, fields } = spec;
    const asItStands: CollectionSpec<StoredDocument> = { name, fields, upgrade: (raw) => raw };
    const raw = await data.store.collection(asItStands);
    for await (const { document, version } of findAll(raw, { pageSize: 10 })) {
      await raw.replace({ ...document, schemaVersion: 99 }, version);
    }
    const later = await ConversationBook.open(data.store, clock);
    const report = await readiness(data.store, directory, later, { stuck: () => [] }, silent);
    expect(report.problems.join()).not.toContain('store');
    expect(report.notes).toEqual([
      `What is stored ${what} cannot be read: it has schema version 99, known is 1.`,
    ]);
    await data.close();
  });
});

it('the gauge of what is stuck follows its source up and down', async () => {
  const { registry, scheduler } = createMetrics();
  const shown = async (): Promise<string | undefined> =>
    (await registry.metrics()).split('\n').find((line) => line.startsWith('campusdesk_due_stuck{'));
  scheduler.stuck('tickets', 2);
  expect(await shown()).toBe('campusdesk_due_stuck{source="tickets"} 2');
  scheduler.stuck('tickets', 0);
  expect(await shown()).toBe('campusdesk_due_stuck{source="tickets"} 0');
});
