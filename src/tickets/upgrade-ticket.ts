import { onlyVersion, type StoredDocument } from '../store/index.js';
import { withLookup } from './lookup.js';
import type { Ticket } from './ticket.js';

/** Release 1 knew the first response only. Only this service writes tickets, so that the version alone decides. */
interface TicketOfVersion1 extends Omit<TicketOfVersion2, 'schemaVersion' | keyof AddedIn2> {
  readonly schemaVersion: 1;
}

/** Release 2 knew neither photos, incidents nor self-help. */
interface TicketOfVersion2 extends Omit<TicketOfVersion3, 'schemaVersion' | keyof AddedIn3> {
  readonly schemaVersion: 2;
}

/** Release 3 knew no visits of the rota, no merging, and lists found tickets by their state alone. */
interface TicketOfVersion3 extends Omit<Ticket, 'schemaVersion' | keyof AddedIn4> {
  readonly schemaVersion: 3;
}

type AddedIn4 = Pick<
  Ticket,
  | 'visit'
  | 'merging'
  | 'followed'
  | 'absorbed'
  | 'links'
  | 'splitFrom'
  | 'prioritySet'
  | 'openedBy'
  | 'toInform'
  | 'open'
  | 'solved'
  | 'search'
>;

type AddedIn3 = Pick<Ticket, 'understood' | 'question' | 'help' | 'photos' | 'incident'>;

type AddedIn2 = Pick<
  Ticket,
  'resolutionDueAt' | 'nextUpdateDueAt' | 'nextPromiseAt' | 'results' | 'grounds' | 'rulesVersion'
>;

/** No rules have this version, so that the job that brings tickets to the rules in force computes what is missing. */
const addedIn2: AddedIn2 = {
  resolutionDueAt: null,
  nextUpdateDueAt: null,
  nextPromiseAt: null,
  results: { firstResponse: null, resolution: null },
  grounds: { schoolType: null, campusId: null },
  rulesVersion: '',
};

const addedIn3: AddedIn3 = { understood: null, question: null, help: null, photos: [], incident: null };

const addedIn4: AddedIn4 = {
  visit: null,
  merging: null,
  followed: null,
  absorbed: [],
  links: [],
  splitFrom: null,
  prioritySet: null,
  openedBy: null,
  toInform: [],
  open: null,
  solved: null,
  search: [],
};

const today = onlyVersion<Ticket>(4);

/** Reads a ticket that this or an earlier release wrote. @throws RangeError for a later one */
export function upgradeTicket(raw: StoredDocument): Ticket {
  if (isVersion1(raw)) return fromVersion3({ ...raw, ...addedIn2, ...addedIn3, schemaVersion: 3 });
  if (isVersion2(raw)) return fromVersion3({ ...raw, ...addedIn3, schemaVersion: 3 });
  return isVersion3(raw) ? fromVersion3(raw) : today(raw);
}

/**
 * What lists and the search find it by must stand in the store: the job on open tickets writes it, as with other rules. What
 * was closed by then is found by its id and in lists by school and person, and by words once somebody writes it.
 */
function fromVersion3(ticket: TicketOfVersion3): Ticket {
  return withLookup({ ...ticket, ...addedIn4, rulesVersion: '', schemaVersion: 4 });
}

function isVersion1(raw: StoredDocument): raw is TicketOfVersion1 {
  return raw.schemaVersion === 1;
}

function isVersion2(raw: StoredDocument): raw is TicketOfVersion2 {
  return raw.schemaVersion === 2;
}

function isVersion3(raw: StoredDocument): raw is TicketOfVersion3 {
  return raw.schemaVersion === 3;
}
