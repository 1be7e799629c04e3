import type { School, Site } from '../campus/index.js';
import type { Ticket, TicketGrounds } from './ticket.js';

/** What is asked of the directory. */
interface SchoolsAndSites {
  school(id: string): Pick<School, 'type'> | undefined;
  site(id: string): Pick<Site, 'campusId'> | undefined;
}

/** Whether promises are measured by the same. */
export function isSameGrounds(one: TicketGrounds, other: TicketGrounds): boolean {
  return one.schoolType === other.schoolType && one.campusId === other.campusId;
}

/** What of the directory of today a ticket's promises are measured by. */
export function groundsOf({ report }: Pick<Ticket, 'report'>, directory: SchoolsAndSites): TicketGrounds {
  const { schoolId, siteId } = report;
  return {
    schoolType: schoolId === null ? null : (directory.school(schoolId)?.type ?? null),
    campusId: siteId === null ? null : (directory.site(siteId)?.campusId ?? null),
  };
}
