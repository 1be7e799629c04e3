import type { Directory, Site } from '../campus/index.js';
import type { Instant } from '../sla/index.js';

/**
 * Whether a person may see and do the checks of a site: whoever acts for its campus then, the help desk, administrators.
 * By the directory alone.
 */
export function mayMaintain(
  personId: string,
  site: Pick<Site, 'campusId'>,
  directory: Pick<Directory, 'isDispatcher' | 'isAdministrator' | 'mayActFor'>,
  now: Instant,
): boolean {
  return (
    directory.isDispatcher(personId) ||
    directory.isAdministrator(personId) ||
    directory.mayActFor(site.campusId, personId, now)
  );
}
