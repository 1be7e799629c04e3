import type { Clock } from '../clock.js';
import { Throttled } from '../store/index.js';

const mostAttempts = 5;

/**
 * Tries again for as long as the store asks for a pause, at most five times: what was sent is to be written down.
 * @throws Throttled at last, and at once whatever else the attempt throws
 */
export async function throughThrottling<T>(
  clock: Pick<Clock, 'wait'>,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Throttled) || attempts >= mostAttempts) throw error;
      await clock.wait(error.retryAfterMs);
    }
  }
}
