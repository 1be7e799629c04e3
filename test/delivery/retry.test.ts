import { describe, expect, it } from 'vitest';
import { withRetry, type RetryPlan } from '../../src/delivery/retry.js';
import { SendError } from '../../src/delivery/sender.js';
import { FakeClock } from './fake-clock.js';

describe('repeating', () => {
  it('pauses grow twofold, with jitter', async () => {
    const { attempts } = await repeat(fails(3, 'temporary'), { random: () => 0 });
    expect(attempts).toEqual([0, 250, 750, 1_750]);
    const spread = await repeat(fails(3, 'temporary'), { random: () => 0.5 });
    expect(spread.attempts).toEqual([0, 375, 1_125, 2_625]);
  });

  it('a pause is never longer than the longest', async () => {
    const { attempts } = await repeat(fails(6, 'temporary'), { longestPauseMs: 1_000, random: () => 0 });
    expect(attempts.at(-1)).toBe(250 + 5 * 500);
  });

  it('Retry-After is honoured', async () => {
    const { attempts } = await repeat(fails(1, 'throttled', 7_000), {});
    expect(attempts).toEqual([0, 7_000]);
  });

  it('a Retry-After beyond the budget surfaces at once', async () => {
    const { attempts, error } = await repeat(fails(1, 'throttled', 60_000), {});
    expect(attempts).toEqual([0]);
    expect(error).toMatchObject({ outcome: 'throttled', retryAfterMs: 60_000 });
  });

  it.each(['gone', 'blocked', 'rejected'] as const)('%s is final', async (outcome) => {
    const { attempts, error } = await repeat(fails(1, outcome), {});
    expect(attempts).toEqual([0]);
    expect(error).toMatchObject({ outcome });
  });

  it('a time-out is repeated only where that does no harm', async () => {
    expect((await repeat(fails(1, 'unknown'), { repeatUnknown: false })).attempts).toHaveLength(1);
    expect((await repeat(fails(1, 'unknown'), { repeatUnknown: true })).attempts).toHaveLength(2);
  });

  it('an error that is none of sending surfaces at once', async () => {
    const { attempts, error } = await repeat(() => new TypeError('broken'), {});
    expect(attempts).toEqual([0]);
    expect(error).toBeInstanceOf(TypeError);
  });
});

/** Fails so many times, then succeeds. */
function fails(times: number, outcome: SendError['outcome'], retryAfterMs?: number) {
  return (attempt: number) => (attempt < times ? new SendError(outcome, 'failed', retryAfterMs) : undefined);
}

async function repeat(
  failure: (attempt: number) => Error | undefined,
  plan: Partial<RetryPlan>,
): Promise<{ readonly attempts: readonly number[]; readonly error: unknown }> {
  const clock = new FakeClock('2026-03-03T09:00:00.000Z');
  const begun = clock.now();
  const attempts: number[] = [];
  const attempt = async () => {
    attempts.push(clock.now() - begun);
    const error = failure(attempts.length - 1);
    if (error) throw error;
  };
  const whole: RetryPlan = {
    clock,
    random: () => 0.999,
    firstPauseMs: 500,
    longestPauseMs: 8_000,
    budgetMs: 20_000,
    repeatUnknown: false,
    ...plan,
  };
  const error: unknown = await clock.until(withRetry(attempt, whole)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { attempts, error };
}
