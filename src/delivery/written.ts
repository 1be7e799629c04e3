import type { Clock } from '../clock.js';
import { isOvertaken } from '../store/index.js';
import { throughThrottling } from './throttled.js';

/** Reads and writes again until nobody was faster, and through throttling. @throws whatever else the attempt throws */
export async function untilWritten<T>(clock: Pick<Clock, 'wait'>, attempt: () => Promise<T>): Promise<T> {
  return throughThrottling(clock, async () => {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!isOvertaken(error)) throw error;
      }
    }
  });
}
