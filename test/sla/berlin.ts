import { DateTime } from 'luxon';
import type { Instant } from '../../src/sla/index.js';

const zone = 'Europe/Berlin';

/** The instant at which clocks in Berlin show `2026-11-20 15:30` (seconds where needed). */
export function at(local: string): Instant {
  const time = DateTime.fromSQL(local, { zone });
  if (!time.isValid) throw new RangeError(`not a local time: ${local}`);
  return time.toMillis();
}

/** What a clock with a calendar shows in Berlin: `Fri 2026-11-20 15:30`, with seconds where there are some. */
export function shown(instant: Instant): string {
  const time = DateTime.fromMillis(instant, { zone, locale: 'en' });
  return time.toFormat(time.second === 0 ? 'ccc yyyy-MM-dd HH:mm' : 'ccc yyyy-MM-dd HH:mm:ss');
}
