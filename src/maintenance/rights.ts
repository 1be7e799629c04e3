import type { Directory, Site } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import { reachOf } from '../tickets/index.js';

/**
 * Whether a person may see and do the checks of a site: whoever acts for its campus then, the help desk, administrators.
 * By the directory alone.
 */
export function mayMaintain(
  personId: string,
  site: Pick<Site, 'campusId'>,
  directory: Directory,
  now: Instant,
): boolean {
  const { city, campusIds } = reachOf(personId, 'record-maintenance', directory, now);
  return city || campusIds.includes(site.campusId);
}
