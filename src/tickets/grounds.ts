import type { Directory } from '../campus/index.js';
import type { Ticket, TicketGrounds } from './ticket.js';

/** What of the directory of today a ticket's promises are measured by. */
export function groundsOf({ report }: Pick<Ticket, 'report'>, directory: Directory): TicketGrounds {
  const { schoolId, siteId } = report;
  return {
    schoolType: schoolId === null ? null : (directory.school(schoolId)?.type ?? null),
    campusId: siteId === null ? null : (directory.site(siteId)?.campusId ?? null),
  };
}
