import { describe, expect, it, vi } from 'vitest';
import { Scheduler, type Stuck } from '../../src/scheduler/index.js';
import { StoreUnavailable, Throttled, Unreadable } from '../../src/store/index.js';
import { silent } from '../delivery/city.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { documents } from './documents.js';

const tuesday = '2026-03-03T09:00:00.000Z';

describe('a document that cannot be read', () => {
  it('is logged and counted once for each step of its back-off, with its id', async () => {
    const clock = new FakeClock(tuesday);
    const { source } = documents(clock, { later: 0 }, { unreadable: ['later'] });
    const error = vi.fn();
    const failed = vi.fn();
    const metrics = { handled: () => undefined, failed, stuck: () => undefined };
    const scheduler = new Scheduler({ sources: [source], clock, log: { ...silent, error }, metrics });
    scheduler.start();
    await clock.advance(20_000);
    await scheduler.stop();
    const fields = [1, 2, 3, 4].map((failures) => ({ source: 'documents', documentId: 'later', failures }));
    expect(error.mock.calls.map(([each]: unknown[]) => each)).toEqual(fields);
    expect(error.mock.lastCall?.[2]).toBeInstanceOf(Unreadable);
    expect(failed).toHaveBeenCalledTimes(4);
  });

  it.each([
    ['unreadable', { unreadable: ids('broken', 2_600) }],
    ['failing', { handler: failsIfBroken }],
  ])('holds up no other, even where more are %s than a store answers at once', async (_, options) => {
    const clock = new FakeClock(tuesday);
    const broken = Object.fromEntries(ids('broken', 2_600).map((id) => [id, 0]));
    const sound = Object.fromEntries(ids('sound', 60).map((id) => [id, 1]));
    const { source, handled } = documents(clock, { ...broken, ...sound }, options);
    const scheduler = new Scheduler({ sources: [source], clock, log: silent });
    scheduler.start();
    await clock.advance(60_000);
    await scheduler.stop();
    expect(handled.filter((each) => each.startsWith('sound'))).toHaveLength(60);
  });

  it('makes nobody read on for ever where its source knows of no pages', async () => {
    const clock = new FakeClock(tuesday);
    const { source, handled } = documents(clock, { later: 0, sound: 0 }, { unreadable: ['later'] });
    const withoutPages = {
      ...source,
      due: async (now: string, limit: number) => ({
        ...(await source.due(now, limit)),
        continuation: 'more',
      }),
    };
    const scheduler = new Scheduler({ sources: [withoutPages], clock, log: silent });
    await clock.until(scheduler.look());
    expect(handled).toEqual(['sound 0']);
  });
});

describe('what is stuck', () => {
  it('is told with its source, its id, how often it failed in a row, and over what', async () => {
    const clock = new FakeClock(tuesday);
    const { source } = documents(
      clock,
      { broken: 0, later: 0 },
      { handler: failsIfBroken, unreadable: ['later'] },
    );
    const scheduler = new Scheduler({ sources: [source], clock, log: silent });
    await scheduler.look();
    clock.skip(2_000);
    await scheduler.look();
    expect(scheduler.stuck()).toEqual<Stuck[]>([
      {
        source: 'documents',
        documentId: 'later',
        failures: 2,
        error: 'Unreadable: document later of documents cannot be read: it is of a later release',
      },
      { source: 'documents', documentId: 'broken', failures: 2, error: 'TypeError: the pen is broken' },
    ]);
  });

  it('is as many documents as the gauge of its source says', async () => {
    const clock = new FakeClock(tuesday);
    let isBroken = true;
    const handler = () => {
      if (isBroken) throw new Error('broken');
    };
    const { source } = documents(clock, { one: 0, two: 0 }, { handler });
    const gauge = vi.fn();
    const metrics = { handled: () => undefined, failed: () => undefined, stuck: gauge };
    const scheduler = new Scheduler({ sources: [source], clock, log: silent, metrics });
    await scheduler.look();
    expect(gauge).toHaveBeenLastCalledWith('documents', 2);
    isBroken = false;
    clock.skip(2_000);
    await scheduler.look();
    expect(gauge).toHaveBeenLastCalledWith('documents', 0);
    expect(scheduler.stuck()).toEqual([]);
  });

  it('is no longer told once it was mended elsewhere and is not due any more', async () => {
    const clock = new FakeClock(tuesday);
    const { source, mend } = documents(clock, { broken: 0 }, { handler: failsIfBroken });
    const scheduler = new Scheduler({ sources: [source], clock, log: silent });
    await scheduler.look();
    mend('broken');
    clock.skip(2_000);
    await scheduler.look();
    expect(scheduler.stuck()).toEqual([]);
  });

  const quoting = new SyntaxError('Unexpected token in "Ada has …"');
  it.each<[string, Error, string]>([
    [
      'where the store lies',
      new StoreUnavailable('https://city.documents.example fails'),
      'StoreUnavailable',
    ],
    ['where a busy store lies', new Throttled('the database /srv/desk.db is busy', 1), 'Throttled'],
    ['a text that a parser quotes', quoting, 'SyntaxError'],
    ['more than the first line', new RangeError('no such day\nat somewhere'), 'RangeError: no such day'],
    ['more than 200 characters', new RangeError('x'.repeat(500)), `RangeError: ${'x'.repeat(200)}`],
  ])('never tells %s', async (_, error, told) => {
    const clock = new FakeClock(tuesday);
    const handler = () => {
      throw error;
    };
    const { source } = documents(clock, { broken: 0 }, { handler });
    const scheduler = new Scheduler({ sources: [source], clock, log: silent });
    await scheduler.look();
    expect(scheduler.stuck().map((each) => each.error)).toEqual([told]);
  });
});

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

function failsIfBroken(id: string): void {
  if (id.startsWith('broken')) throw new TypeError('the pen is broken');
}
