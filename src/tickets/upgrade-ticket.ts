import { onlyVersion, type StoredDocument } from '../store/index.js';
import type { Ticket } from './ticket.js';

/** Release 1 knew the first response only. Only this service writes tickets, so that the version alone decides. */
interface TicketOfVersion1 extends Omit<Ticket, 'schemaVersion' | keyof AddedIn2> {
  readonly schemaVersion: 1;
}

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

const today = onlyVersion<Ticket>(2);

/** Reads a ticket that this or an earlier release wrote. @throws RangeError for a later one */
export function upgradeTicket(raw: StoredDocument): Ticket {
  return isVersion1(raw) ? { ...raw, ...addedIn2, schemaVersion: 2 } : today(raw);
}

function isVersion1(raw: StoredDocument): raw is TicketOfVersion1 {
  return raw.schemaVersion === 1;
}
