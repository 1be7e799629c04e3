import { describe, expect, it, vi } from 'vitest';
import { Scheduler, type DueSource } from '../../src/scheduler/index.js';
import { silent } from '../delivery/city.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { documents } from './documents.js';

describe('the scheduler', () => {
  it('does what is due, and looks again after a second', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const { source, handled } = documents(clock, { early: 0, later: 2_500 });
    const scheduler = started(clock, source);
    await clock.advance(2_999);
    expect(handled).toEqual(['early 0']);
    await clock.advance(1);
    expect(handled).toEqual(['early 0', 'later 3000']);
    await scheduler.stop();
  });

  it('looks again at once while full batches come', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const many = Object.fromEntries(Array.from({ length: 130 }, (_, index) => [`d${index}`, 0]));
    const { source, handled } = documents(clock, many);
    const scheduler = started(clock, source);
    await clock.advance(0);
    expect(handled).toHaveLength(130);
    await scheduler.stop();
  });

  it('a document that fails is tried again after 2, 4, 8 s, and logged each time', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const { source, handled } = documents(
      clock,
      { broken: 0 },
      {
        handler: () => {
          throw new Error('broken');
        },
      },
    );
    const error = vi.fn();
    const scheduler = started(clock, source, { log: { ...silent, error } });
    await clock.advance(20_000);
    await scheduler.stop();
    expect(handled).toEqual(['broken 0', 'broken 2000', 'broken 6000', 'broken 14000']);
    expect(error).toHaveBeenCalledTimes(4);
  });

  it('documents that fail hold up no other, even where they fill a whole batch', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`broken${index}`, 0]));
    const { source, handled } = documents(
      clock,
      { ...many, sound: 1 },
      {
        handler: (id) => {
          if (id.startsWith('broken')) throw new Error('broken');
        },
      },
    );
    const scheduler = started(clock, source);
    await clock.advance(10_000);
    await scheduler.stop();
    expect(handled.filter((each) => each.startsWith('sound'))).toHaveLength(1);
  });

  it('a store that fails is asked again', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const { source, handled } = documents(clock, { early: 0 });
    const due = source.due.bind(source);
    vi.spyOn(source, 'due').mockRejectedValueOnce(new Error('unavailable')).mockImplementation(due);
    const scheduler = started(clock, source);
    await clock.advance(1_000);
    await scheduler.stop();
    expect(handled).toEqual(['early 1000']);
  });

  it('a stop waits for what was begun and begins nothing new', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    let isDone = false;
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`d${index}`, 0]));
    const { source, handled } = documents(clock, many, {
      handler: async () => {
        await clock.wait(5_000);
        isDone = true;
      },
    });
    const scheduler = started(clock, source);
    await clock.advance(1_000);
    await clock.until(scheduler.stop());
    expect(isDone).toBe(true);
    expect(handled.length).toBeLessThan(30);
    const { length } = handled;
    await clock.advance(60_000);
    expect(handled).toHaveLength(length);
  });

  it('one source does not wait for another', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const slow = documents(clock, { slow: 0 }, { handler: () => clock.wait(60_000) });
    const quick = documents(clock, { quick: 1_000 });
    const scheduler = new Scheduler({ sources: [slow.source, quick.source], clock, log: silent });
    scheduler.start();
    await clock.advance(2_000);
    expect(quick.handled).toEqual(['quick 1000']);
    await clock.until(scheduler.stop());
  });
});

function started(
  clock: FakeClock,
  source: DueSource,
  parts: { log?: Pick<typeof silent, 'warn' | 'error'> } = {},
): Scheduler {
  const scheduler = new Scheduler({ sources: [source], clock, log: silent, ...parts });
  scheduler.start();
  return scheduler;
}
