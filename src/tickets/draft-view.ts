import type { Directory, School, Site } from '../campus/index.js';
import type { Report, Ticket } from './ticket.js';

/** What the person who is about to report it sees: the report as typed so far, and what can be chosen. */
export interface DraftView {
  readonly id: string;
  readonly revision: number;
  readonly report: Report;
  readonly schools: readonly School[];
  /** Sites to choose from; empty where the school has only one. */
  readonly sites: readonly Site[];
  /** Why the last submit was refused, as a sentence. */
  readonly problem: string | null;
}

/** A draft as its writer sees it; `problem` is the sentence that tells why a submit was refused. */
export function draftView(ticket: Ticket, directory: Directory, problem: string | null = null): DraftView {
  return {
    id: ticket.id,
    revision: ticket.revision,
    report: ticket.report,
    schools: directory.schools,
    sites: sitesToChoose(ticket.report.schoolId, directory),
    problem,
  };
}

/** The school's sites, where there is a choice; empty where it has only one. */
export function sitesToChoose(schoolId: string | null, directory: Directory): readonly Site[] {
  const sites = schoolId === null ? [] : directory.sitesOf(schoolId);
  return sites.length > 1 ? sites : [];
}
