import type { Directory } from '../campus/index.js';
import {
  worklistCard,
  type WorklistSiteView,
  type WorklistTicketView,
  type WorklistView,
} from '../cards/index.js';
import type { CheckLine, MaintenanceDesk } from '../maintenance/index.js';
import { shortDigest } from '../short-digest.js';
import { instantOf, type Instant } from '../sla/index.js';
import {
  channelView,
  type NextVisits,
  type Rules,
  type Surroundings,
  type Ticket,
} from '../tickets/index.js';
import {
  leftAt,
  listedTickets,
  type Worklist,
  type WorklistDesk,
  type WorklistSite,
} from '../worklists/index.js';

export interface WorklistFactParts {
  readonly worklistDesk: () => Pick<WorklistDesk, 'ticketsAt' | 'nextAfter' | 'personInForce'>;
  /** Recurring checks that are due. */
  readonly maintenance: Pick<MaintenanceDesk, 'due'>;
  readonly directory: () => Directory;
  readonly rules: Rules;
  readonly nextVisits: NextVisits;
  /** Where a client finds a photo without a login; null where nobody reaches this service. */
  readonly photoUrl: (id: string) => string | null;
}

/** What a worklist's card shows: the document with tickets and checks as they are now. @throws StoreError */
export async function readWorklistView(
  worklist: Worklist,
  parts: WorklistFactParts,
  now: Instant,
): Promise<WorklistView> {
  const directory = parts.directory();
  const siteIds = worklist.sites.map(({ siteId }) => siteId);
  const tickets = await parts.worklistDesk().ticketsAt(siteIds);
  const sites = siteIds.flatMap((siteId) => directory.site(siteId) ?? []);
  const checks = await parts.maintenance.due(sites, worklist.date);
  const { rules, nextVisits, photoUrl } = parts;
  const surroundings = { directory, now, rules, nextVisits, photoUrl };
  return {
    worklist,
    campus: directory.campus(worklist.campusId)?.name ?? worklist.campusId,
    standsIn: standsIn(worklist, parts, directory),
    sites: worklist.sites.map((site) => siteView(site, { worklist, tickets, checks, surroundings, parts })),
    toInform: worklist.toInform.map(({ siteId, personId }) => ({
      siteId,
      personId,
      name: directory.person(personId)?.name ?? personId,
      school: placeOf(siteId, directory).school,
    })),
    now,
    timeZone: rules.calendar.timeZone,
  };
}

/**
 * What its card shows in short: another one as soon as somebody reads something else there, also by time alone. It is the
 * same whoever reads, so that the language does not matter.
 */
export function digestOfView(view: WorklistView): string {
  const { worklist } = view;
  // Its buttons carry the revision, which nobody reads.
  return shortDigest(worklistCard({ ...view, worklist: { ...worklist, revision: 0 } }, 'de', worklist.page));
}

interface Reading {
  readonly worklist: Worklist;
  readonly tickets: readonly Ticket[];
  readonly checks: readonly CheckLine[];
  readonly surroundings: Surroundings;
  readonly parts: WorklistFactParts;
}

function siteView(site: WorklistSite, reading: Reading): WorklistSiteView {
  const { worklist, tickets, checks, surroundings, parts } = reading;
  const next = parts.worklistDesk().nextAfter(worklist, site, surroundings.now);
  const moving = new Set(worklist.moves.map(({ ticketId }) => ticketId));
  return {
    site,
    place: placeOf(site.siteId, surroundings.directory),
    tickets: listedTickets(site, tickets).map(({ ticket, as }): WorklistTicketView => {
      const { handledBy } = ticket;
      return {
        view: channelView(ticket, surroundings),
        as,
        isOwn: handledBy?.party === 'campus' && handledBy.campusId === worklist.campusId,
        hasPart: waitedForSupplier(ticket),
      };
    }),
    checks: checks.filter(({ siteId }) => siteId === site.siteId),
    left: leftAt(site, worklist.campusId, tickets).filter(({ id }) => !moving.has(id)).length,
    nextVisit: next && { from: instantOf(next.from), to: instantOf(next.to) },
  };
}

/** What came from a supplier is to be taken along. */
function waitedForSupplier({ history, waitingFor }: Ticket): boolean {
  const last = history.findLast(({ command: { verb } }) => verb === 'hold')?.command;
  return waitingFor !== 'vendor' && last?.verb === 'hold' && last.waitingFor === 'vendor';
}

function placeOf(siteId: string, directory: Directory): WorklistSiteView['place'] {
  const site = directory.site(siteId);
  const school = site && directory.school(site.schoolId);
  const hasOthers = site !== undefined && directory.sitesOf(site.schoolId).length > 1;
  return {
    siteId,
    school: school?.name ?? siteId,
    site: hasOthers ? site.name : null,
    street: site?.street ?? '',
  };
}

function standsIn(
  worklist: Worklist,
  { worklistDesk }: WorklistFactParts,
  directory: Directory,
): string | null {
  const person = worklistDesk().personInForce(worklist);
  return person && directory.campus(worklist.campusId)?.managerId !== person.id ? person.name : null;
}
