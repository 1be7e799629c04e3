import type { Clock } from '../clock.js';
import { untilWritten } from '../store/index.js';
import { throughThrottling } from './throttled.js';

/** As `untilWritten`, and through throttling. @throws whatever else the attempt throws */
export async function writtenThroughThrottling<T>(
  clock: Pick<Clock, 'wait'>,
  attempt: () => Promise<T>,
): Promise<T> {
  return throughThrottling(clock, async () => untilWritten(attempt));
}
