import { isOvertaken } from './errors.js';

/**
 * Reads, decides and writes again until nobody else was faster; each attempt begins with a fresh read. There is no
 * limit: where one attempt fails, somebody else's succeeded.
 *
 * @example await untilWritten(async () => { const found = await find(uses, id); … await uses.replace(…); })
 * @throws whatever else the attempt throws
 */
export async function untilWritten<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOvertaken(error)) throw error;
    }
  }
}
