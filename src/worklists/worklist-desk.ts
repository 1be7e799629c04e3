import type { Directory } from '../campus/index.js';
import {
  addDays,
  instantOf,
  isoOf,
  millisecondsPerMinute,
  startOfDay,
  type Instant,
  type ServiceRules,
} from '../sla/index.js';
import {
  find,
  findAll,
  untilWritten,
  type Collection,
  type Unreadable,
  type Versioned,
} from '../store/index.js';
import { isLeasedByOther, plannedVisit, reachOf, type LeaseTerms, type Ticket } from '../tickets/index.js';
import type { PersonRef, PlannedVisit } from '../tickets/ticket.js';
import type { Rota, Visit } from '../visits/index.js';
import { recordAskedCard, takeWorklistLease } from './bookkeeping.js';
import type { ListedVisit, WorklistOrder, WorklistRefusal } from './commands.js';
import { isPlannedFor, leftAt } from './contents.js';
import { decideWorklist, isToBeSent } from './decide.js';
import { newWorklist, worklistId } from './new-worklist.js';
import { withWorklistWake } from './wake.js';
import type { Worklist, WorklistPlace, WorklistSite } from './worklist.js';

export type WorklistOutcome =
  | { readonly kind: 'accepted' | 'replayed'; readonly worklist: Worklist }
  | { readonly kind: 'refused'; readonly refusal: WorklistRefusal };

/** What somebody changed about a visit. */
export interface VisitChange {
  /** As it stands on the list of its day. */
  readonly visit: Pick<Visit, 'id' | 'siteId' | 'date' | 'from' | 'to'>;
  readonly state: 'planned' | 'off';
  /** Where it was moved, also on the same day; null where it was cancelled, or takes place after all. */
  readonly movedTo: PlannedVisit | null;
  readonly reason: string;
}

export interface WorklistDeskParts {
  readonly worklists: Collection<Worklist>;
  readonly tickets: Collection<Ticket>;
  readonly directory: () => Directory;
  readonly rota: () => Rota;
  readonly rules: ServiceRules;
  readonly lease: LeaseTerms;
  /** Hears of each ticket that cannot be read, and is therefore left out. */
  readonly onUnreadable: (ticket: Unreadable) => void;
  /** Hears of each write with something to do, for which this process holds the lease. */
  readonly onWritten: (written: Versioned<Worklist>) => void;
}

/** The one road on which worklists come into being and change: read, decide, one conditional write. */
export class WorklistDesk {
  constructor(private readonly parts: WorklistDeskParts) {}

  /** The worklist of a campus and day (YYYY-MM-DD); made where it is missing; null where nobody comes anywhere that day. @throws StoreError */
  async open(campusId: string, date: string, now: Instant): Promise<Worklist | null> {
    const { worklists } = this.parts;
    return untilWritten(async () => {
      const known = await find(worklists, worklistId(campusId, date));
      if (known) return known.document;
      const visits = this.#visitsOf(campusId, date);
      if (visits.length === 0) return null;
      return (await worklists.create(newWorklist({ campusId, date, visits }, now))).document;
    });
  }

  /** The worklist of this id; null where there is none. @throws StoreError */
  async find(id: string): Promise<Worklist | null> {
    return (await find(this.parts.worklists, id))?.document ?? null;
  }

  /**
   * The evening before: whoever is in force gets it, and whoever is instead of that person later. Where nobody is at work
   * that day, all visits that are not over count as missed beforehand. Done again it changes nothing. @throws StoreError
   */
  async send(campusId: string, date: string, now: Instant): Promise<void> {
    const opened = await this.open(campusId, date, now);
    if (!opened || !isToBeSent(opened, this.#idInForce(opened))) return;
    // It may have been opened long before, and the rota be another one since.
    const worklist = await this.followRota(opened, now);
    const to = this.#idInForce(worklist);
    if (to === null) await this.#missAll(worklist, now);
    const id = `send:${String(worklist.revision)}:${to ?? ''}`;
    await this.execute(worklist.id, { id, by: null, command: { verb: 'send', to } }, now);
  }

  /** Who of the campus is in force on the day of a worklist; null where nobody is. */
  personInForce({ campusId, date }: Pick<Worklist, 'campusId' | 'date'>): PersonRef | null {
    const { directory, rules } = this.parts;
    const { person } = directory().inForce(campusId, noonOf(date, rules));
    return person && { id: person.id, name: person.name };
  }

  /** Nobody came, or comes: what was planned goes to the next visit, and the school's contacts are told. @throws StoreError */
  async miss(
    worklist: Worklist,
    siteId: string,
    order: Pick<WorklistOrder, 'id' | 'by' | 'page'> & { readonly reason: string },
    now: Instant,
  ): Promise<WorklistOutcome> {
    const site = worklist.sites.find((each) => each.siteId === siteId);
    if (!site) return { kind: 'refused', refusal: { code: 'unknown-site' } };
    const planned = (await this.ticketsAt([siteId])).filter((ticket) => isPlannedFor(ticket, site.visitId));
    const directory = this.parts.directory();
    const schoolId = directory.site(siteId)?.schoolId;
    const command = {
      verb: 'missed',
      siteId,
      reason: order.reason,
      contacts: schoolId === undefined ? [] : directory.contactsOf(schoolId).map(({ id }) => id),
      ticketIds: planned.map(({ id }) => id),
      next: this.nextAfter(worklist, site, now),
    } as const;
    const { id, by, page } = order;
    return this.execute(worklist.id, { id, by, page, command }, now);
  }

  /**
   * Somebody changed a visit in the rota: the list of its day says so, and the school's contacts are told once.
   * @throws StoreError
   */
  async tellChange(
    { visit, ...change }: VisitChange,
    order: { readonly id: string; readonly by: PersonRef },
    now: Instant,
  ): Promise<WorklistOutcome> {
    const { directory, worklists } = this.parts;
    const site = directory().site(visit.siteId);
    if (!site) return { kind: 'refused', refusal: { code: 'unknown-site' } };
    const { campusId, schoolId } = site;
    const id = worklistId(campusId, visit.date);
    const listedVisit = listed(visit);
    await untilWritten(async () => {
      if (await find(worklists, id)) return;
      const others = this.#visitsOf(campusId, visit.date).filter(({ siteId }) => siteId !== visit.siteId);
      await worklists.create(
        newWorklist({ campusId, date: visit.date, visits: [...others, listedVisit] }, now),
      );
    });
    const contacts = directory()
      .contactsOf(schoolId)
      .map((contact) => contact.id);
    const command = { verb: 'rota-changed', visit: listedVisit, contacts, ...change } as const;
    return this.execute(id, { ...order, command }, now);
  }

  /** What is left at a site goes to the next visit. @throws StoreError */
  async moveLeft(
    worklist: Worklist,
    siteId: string,
    order: Pick<WorklistOrder, 'id' | 'by' | 'page'> & { readonly note: string },
    now: Instant,
  ): Promise<WorklistOutcome> {
    const site = worklist.sites.find((each) => each.siteId === siteId);
    if (!site) return { kind: 'refused', refusal: { code: 'unknown-site' } };
    const next = this.nextAfter(worklist, site, now);
    const left = leftAt(site, worklist.campusId, await this.ticketsAt([siteId]));
    if (!next) return { kind: 'refused', refusal: { code: 'no-next-visit' } };
    const ticketIds = left.map(({ id }) => id);
    const command = { verb: 'move-left', siteId, ticketIds, next, note: order.note } as const;
    const { id, by, page } = order;
    return this.execute(worklist.id, { id, by, page, command }, now);
  }

  /** The next visit of a site after that of a worklist; null where none is known. */
  nextAfter(
    { date }: Pick<Worklist, 'date'>,
    { siteId }: Pick<WorklistSite, 'siteId'>,
    now: Instant,
  ): PlannedVisit | null {
    const { rota, rules } = this.parts;
    const from = Math.max(now, startOfDay(addDays(date, 1), rules.calendar.timeZone));
    const [next] = rota().nextVisits(siteId, from, 1);
    return next ? plannedVisit(next) : null;
  }

  /** The open tickets of these sites. Those that cannot be read are left out. @throws StoreError */
  async ticketsAt(siteIds: readonly string[]): Promise<readonly Ticket[]> {
    if (siteIds.length === 0) return [];
    const found: Ticket[] = [];
    const where = [{ field: 'open.siteId', in: siteIds }];
    const { tickets, onUnreadable } = this.parts;
    for await (const { document } of findAll(tickets, { where, pageSize: 200, onUnreadable }))
      found.push(document);
    return found;
  }

  /** Brings a worklist to the rota as it is now, and returns it so. @throws StoreError */
  async followRota(worklist: Worklist, now: Instant): Promise<Worklist> {
    const visits = this.#visitsOf(worklist.campusId, worklist.date);
    const id = `rota:${String(worklist.revision)}:${visits.map((visit) => visit.id).join()}`.slice(0, 250);
    const outcome = await this.execute(
      worklist.id,
      { id, by: null, command: { verb: 'follow-rota', visits } },
      now,
    );
    return outcome.kind === 'refused' ? worklist : outcome.worklist;
  }

  /** Its card was drawn in a turn, shows `seen` in short, and stands there from now on. @throws StoreError */
  async placed(id: string, place: WorklistPlace, seen: string, now: Instant): Promise<void> {
    const { worklists } = this.parts;
    await untilWritten(async () => {
      const found = await find(worklists, id);
      if (!found) return;
      const placed = withWorklistWake(recordAskedCard(found.document, place, seen), now);
      await this.#write(placed, found.version, now);
    });
  }

  /** Read, decide, one conditional write; on a version conflict all of it again. @throws StoreError */
  async execute(id: string, order: WorklistOrder, now: Instant): Promise<WorklistOutcome> {
    return untilWritten(() => this.#attempt(id, order, now));
  }

  /**
   * Whether a person may read and tick off the worklist of a campus and day: whoever acts for the campus now, or will on that
   * day, the help desk, administrators.
   */
  mayHandle(
    personId: string,
    { campusId, date }: Pick<Worklist, 'campusId' | 'date'>,
    now: Instant,
  ): boolean {
    const { directory, rules } = this.parts;
    return [now, Math.max(now, noonOf(date, rules))].some((at) => {
      const { city, campusIds } = reachOf(personId, 'worklist', directory(), at);
      return city || campusIds.includes(campusId);
    });
  }

  async #attempt(id: string, order: WorklistOrder, now: Instant): Promise<WorklistOutcome> {
    const found = await find(this.parts.worklists, id);
    if (!found) return { kind: 'refused', refusal: { code: 'not-found' } };
    const { document, version } = found;
    if (order.by && !this.mayHandle(order.by.id, document, now))
      return { kind: 'refused', refusal: { code: 'not-allowed' } };
    const decision = decideWorklist(document, order, now);
    if (decision.kind !== 'accepted') return decision;
    return { kind: 'accepted', worklist: await this.#write(decision.worklist, version, now) };
  }

  /** With something to do it goes to delivery under a lease of this process, unless another one has it. */
  async #write(worklist: Worklist, version: string, now: Instant): Promise<Worklist> {
    const { worklists, lease, onWritten } = this.parts;
    const isForeign = isLeasedByOther(worklist, lease, now);
    const wanted = isForeign ? worklist : takeWorklistLease(worklist, lease, now);
    const written = await worklists.replace(wanted, version);
    if (!isForeign && wanted.lease !== null) onWritten(written);
    return written.document;
  }

  #idInForce(worklist: Worklist): string | null {
    return this.personInForce(worklist)?.id ?? null;
  }

  async #missAll(worklist: Worklist, now: Instant): Promise<void> {
    for (const { siteId } of worklist.sites.filter(({ to }) => instantOf(to) > now)) {
      await this.miss(worklist, siteId, { id: `unmanned:${siteId}`, by: null, reason: '' }, now);
    }
    await this.execute(worklist.id, { id: 'unmanned', by: null, command: { verb: 'unmanned' } }, now);
  }

  #visitsOf(campusId: string, date: string): readonly ListedVisit[] {
    const rota = this.parts.rota();
    return rota.visitsOn(rota.siteIdsOf(campusId), date).map(listed);
  }
}

/** Absences count by whole days. */
function noonOf(date: string, { calendar }: ServiceRules): Instant {
  return startOfDay(date, calendar.timeZone) + 12 * 60 * millisecondsPerMinute;
}

function listed({ id, siteId, from, to }: VisitChange['visit']): ListedVisit {
  return { id, siteId, from: isoOf(from), to: isoOf(to) };
}
