import { setTimeout as sleep } from 'node:timers/promises';

/** The one source of time of the service. Tests and the demonstration replace it; the domain only gets readings. */
export interface Clock {
  /** Epoch milliseconds. Somebody may set the clock, so a later reading can be the smaller one. */
  now(): number;
  /** Milliseconds since some moment, which nobody can set: what pauses and ages are measured with. */
  monotonic(): number;
  /** Resolves after this many milliseconds of this clock; rejects with an AbortError when aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  wait: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { ...(signal && { signal }) });
  },
};

/**
 * A clock that starts at `origin` (epoch milliseconds) and runs `speed` times as fast as the machine's.
 * `origin` is reached at the machine instant `startedAt`.
 */
export function fastClock(speed: number, origin: number, startedAt: number = Date.now()): Clock {
  return {
    now: () => origin + (Date.now() - startedAt) * speed,
    monotonic: () => performance.now() * speed,
    wait: (milliseconds, signal) => systemClock.wait(milliseconds / speed, signal),
  };
}
