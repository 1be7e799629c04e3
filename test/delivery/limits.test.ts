import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConversationLimits, teamsLimits } from '../../src/delivery/limits.js';
import { FakeClock } from './fake-clock.js';

const here = { serviceUrl: 'https://teams.example/', conversationId: 'here' };
const there = { ...here, conversationId: 'there' };

describe('limits of a conversation', () => {
  it('seven messages go at once, the eighth a second later, the ninth when two seconds are over', async () => {
    expect(await instants(9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
  });

  it('another conversation does not wait', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const limits = new ConversationLimits(clock);
    const begun = clock.now();
    for (let message = 0; message < 7; message += 1) await limits.turn(here);
    await limits.turn(there);
    expect(clock.now()).toBe(begun);
  });

  it('messages go in the order in which they came', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const limits = new ConversationLimits(clock);
    const order: number[] = [];
    const turns = Array.from({ length: 20 }, (_, index) => limits.turn(here).then(() => order.push(index)));
    await clock.until(Promise.all(turns));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('one that is aborted while it waits lets the others pass', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const limits = new ConversationLimits(clock, [{ messages: 1, windowMs: 1_000 }]);
    const impatient = new AbortController();
    await limits.turn(here);
    const aborted = limits.turn(here, impatient.signal);
    const next = limits.turn(here);
    const refusal = expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    await clock.advance(0);
    impatient.abort();
    await refusal;
    const begun = clock.now();
    await clock.until(next);
    expect(clock.now() - begun).toBe(1_000);
  });

  it('a pause that Teams asks for holds the whole conversation', async () => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const limits = new ConversationLimits(clock);
    const begun = clock.now();
    limits.holdOff(here, 5_000);
    await clock.until(limits.turn(here));
    expect(clock.now() - begun).toBe(5_000);
  });

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('a clock that is set %s by an hour changes no pause', async (_, milliseconds) => {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const limits = new ConversationLimits(clock);
    for (let message = 0; message < 7; message += 1) await limits.turn(here);
    limits.holdOff(there, 5_000);
    clock.set(milliseconds);
    const begun = clock.monotonic();
    await clock.until(limits.turn(here));
    expect(clock.monotonic() - begun).toBe(1_000);
    await clock.until(limits.turn(there));
    expect(clock.monotonic() - begun).toBe(5_000);
  });

  it('whatever comes when, no window ever holds more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 150 }),
        async (pauses) => {
          const sentAt = await instants(pauses.length, pauses);
          for (const { messages, windowMs } of teamsLimits) {
            const crowded = sentAt.some(
              (at, index) => at - (sentAt[index - messages] ?? -Infinity) < windowMs,
            );
            expect(crowded).toBe(false);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** When each of so many messages goes, in milliseconds after the start; each comes after a pause. */
async function instants(count: number, pauses: readonly number[] = []): Promise<number[]> {
  const clock = new FakeClock('2026-03-03T09:00:00.000Z');
  const limits = new ConversationLimits(clock);
  const begun = clock.now();
  const sentAt: number[] = [];
  for (let message = 0; message < count; message += 1) {
    clock.skip(pauses[message] ?? 0);
    await clock.until(limits.turn(here));
    sentAt.push(clock.now() - begun);
  }
  return sentAt;
}
