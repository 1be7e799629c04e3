import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BackOff } from '../../src/scheduler/back-off.js';

const seconds = 1_000;
const error = new Error('broken');

it('a document is left alone for 2 s, then for twice as long each time, and never for more than 5 minutes', () => {
  const backOff = new BackOff();
  let now = 0;
  for (const pause of [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
    backOff.failed('broken', error, now);
    expect(backOff.holds('broken', now + pause * seconds - 1)).toBe(true);
    expect(backOff.holds('broken', now + pause * seconds)).toBe(false);
    now += pause * seconds;
  }
});

it('knows most failures first, with the last error of each', () => {
  const backOff = new BackOff();
  const last = new Error('broken again');
  backOff.failed('once', error, 0);
  backOff.failed('twice', error, 0);
  expect(backOff.failed('twice', last, 0)).toBe(2);
  expect(backOff.failing()).toMatchObject([
    { id: 'twice', times: 2, error: last },
    { id: 'once', times: 1, error },
  ]);
});

it('forgets what is not due any more once its pause is over, and nothing else', () => {
  const backOff = new BackOff();
  for (const id of ['gone', 'due', 'paused']) backOff.failed(id, error, 0);
  backOff.failed('paused', error, 0);
  backOff.onlyDue(new Set(['due']), 2 * seconds);
  expect(backOff.failing().map(({ id }) => id)).toEqual(['paused', 'due']);
});

it('whatever fails and succeeds when, it knows exactly what failed last and has not succeeded since', () => {
  const event = fc.record({ id: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean(), after: fc.nat(60_000) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const backOff = new BackOff();
      const failing = new Map<string, number>();
      let now = 0;
      for (const { id, fails, after } of events) {
        now += after % 10_000;
        if (fails) failing.set(id, (failing.get(id) ?? 0) + 1);
        else failing.delete(id);
        if (fails) expect(backOff.failed(id, error, now)).toBe(failing.get(id));
        else backOff.succeeded(id);
        expect(new Map(backOff.failing().map(({ id: each, times }) => [each, times]))).toEqual(failing);
        expect(backOff.size).toBe(failing.size);
      }
    }),
  );
});
