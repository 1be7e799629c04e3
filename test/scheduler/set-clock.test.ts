import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Scheduler, type DueSource } from '../../src/scheduler/index.js';
import { isoOf } from '../../src/sla/index.js';
import type { StoredDocument, Versioned } from '../../src/store/index.js';
import { releaseLease } from '../../src/tickets/index.js';
import { City, leaseMs, rules, silent, type Instance } from '../delivery/city.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { documents } from './documents.js';

const minute = 60_000;
const hour = 60 * minute;

describe('a clock that is set back', () => {
  let city: City;
  let dying: Instance;
  beforeEach(async () => {
    city = await City.open();
    dying = await city.another('dying');
    dying.delivery.deliver = () => undefined;
    await look(city, city.one);
  });
  afterEach(async () => {
    await city.close();
  });

  it('lets nothing wait that a process which died had taken by the old time', async () => {
    await city.submit('T1', {}, dying);
    city.clock.set(-3 * hour);
    await look(city, city.one);
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
  });

  it('lets nothing wait either where the process started after it', async () => {
    await city.submit('T1', {}, dying);
    city.clock.set(-3 * hour);
    await look(city, await city.another('late'));
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
  });

  it('lets nothing wait that a process had given back when it stopped', async () => {
    await city.submit('T1', {}, dying);
    const { document, version } = await city.one.tickets.get('T1');
    await city.one.tickets.replace(releaseLease(document, 'dying', rules, city.clock.now()), version);
    city.clock.set(-3 * hour);
    await look(city, await city.another('late'));
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
  });

  it('by less than the longest lease takes no ticket from a process that may be sending', async () => {
    await city.submit('T1', {}, dying);
    city.clock.set(-5 * minute);
    await look(city, city.one);
    expect(city.teams.messages).toEqual([]);
    city.clock.skip(5 * minute + leaseMs);
    await look(city, city.one);
    expect(city.teams.read('channel-north')).toEqual(['T1 r1 channel']);
  });

  it('holds up no new message and no reminder of tickets from before', async () => {
    await city.standing('T1', { scope: 'school', blocked: true });
    city.clock.set(-hour);
    await look(city, city.one);
    await city.order('T1', 'manager', { verb: 'comment', text: 'On my way.' });
    const before = city.clock.monotonic();
    await city.delivered();
    expect(city.clock.monotonic() - before).toBeLessThan(minute);
    expect((await city.ticket('T1')).outbox).toEqual([]);
  });
});

describe('a clock that is set forward and corrected', () => {
  it('makes no reminder twice', async () => {
    const city = await City.open();
    await city.standing('T1', { scope: 'school', blocked: true });
    await look(city, city.one);
    city.clock.set(40 * minute);
    for (let round = 0; round < 3; round += 1) await look(city, city.one);
    expect(await stages(city, 'T1')).toContain('first-response-100');
    city.clock.set(-40 * minute);
    for (let passed = 0; passed < 60; passed += 5) {
      city.clock.skip(5 * minute);
      await look(city, city.one);
    }
    const given = await stages(city, 'T1');
    expect(new Set(given).size).toBe(given.length);
    expect(given.filter((stage) => /^first-response-\d+$/.test(stage))).toEqual(['first-response-100']);
    await city.close();
  });
});

it('whatever the clock is set to, a card waits no longer than the longest lease', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 4 }),
      async (wallMinutes) => {
        const city = await City.open();
        const dying = await city.another('dying');
        dying.delivery.deliver = () => undefined;
        for (const [index, set] of wallMinutes.entries()) {
          await look(city, city.one);
          await city.submit(`T${index}`, {}, dying);
          city.clock.set(set * minute);
          for (let passed = 0; passed <= 11; passed += 1) {
            city.clock.skip(minute);
            await look(city, city.one);
          }
          expect((await city.ticket(`T${index}`)).places.map(({ name }) => name)).toContain('channel');
        }
        await city.close();
      },
    ),
    { numRuns: 15 },
  );
});

describe('the scheduler', () => {
  it('logs once by how much the clock was set back, and only where that is more than some seconds', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const warn = vi.fn();
    const sources = [documents(clock, {}).source, documents(clock, {}).source];
    const scheduler = new Scheduler({ sources, clock, log: { ...silent, warn } });
    scheduler.start();
    await clock.advance(3_000);
    clock.set(-4_000);
    await clock.advance(3_000);
    clock.set(hour);
    await clock.advance(3_000);
    expect(warn).not.toHaveBeenCalled();
    clock.set(-hour);
    await clock.advance(10_000);
    await scheduler.stop();
    expect(warn.mock.calls).toEqual([[{ setBackByMs: hour }, expect.stringContaining('set back')]]);
  });

  it('does not lengthen the pause of a document that failed', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const begun = clock.monotonic();
    const attempts: number[] = [];
    const handler = () => {
      attempts.push(clock.monotonic() - begun);
      throw new Error('broken');
    };
    const { source } = documents(clock, { broken: -2 * hour }, { handler });
    const scheduler = new Scheduler({ sources: [source], clock, log: silent });
    scheduler.start();
    await clock.advance(1_000);
    clock.set(-hour);
    await clock.advance(10_000);
    await scheduler.stop();
    expect(attempts).toEqual([0, 2_000, 6_000]);
  });

  it('looks ahead once, and again a minute later where something of it failed', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const asked: string[] = [];
    let failures = 1;
    const { source } = documents(clock, {});
    const ahead: Versioned<StoredDocument> = { document: { id: 'ahead', schemaVersion: 1 }, version: '1' };
    const watched: DueSource = {
      ...source,
      handle: () => (failures-- > 0 ? Promise.reject(new Error('broken')) : Promise.resolve()),
      astray: async function* (from, before) {
        await Promise.resolve();
        asked.push(`${from} ${before}`);
        yield ahead;
      },
    };
    const scheduler = new Scheduler({ sources: [watched], clock, log: silent });
    scheduler.start();
    await clock.advance(10 * minute);
    await scheduler.stop();
    const begun = Date.parse('2026-03-03T09:00:00.000Z');
    expect(asked).toEqual(
      [begun, begun + minute].map((from) => `${isoOf(from)} ${isoOf(begun + 24 * hour)}`),
    );
  });
});

async function look(city: City, instance: Instance): Promise<void> {
  await city.clock.until(instance.scheduler.look());
  await city.clock.until(instance.delivery.settled());
}

/** The stages of all reminders that the clock has given for a ticket. */
async function stages(city: City, id: string): Promise<string[]> {
  return (await city.ticket(id)).history.flatMap(({ command }) =>
    command.verb === 'remind' ? [command.stage] : [],
  );
}
