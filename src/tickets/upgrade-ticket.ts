import { onlyVersion, type StoredDocument } from '../store/index.js';
import type { Ticket } from './ticket.js';

/** Release 1 knew the first response only. Only this service writes tickets, so that the version alone decides. */
interface TicketOfVersion1 extends Omit<TicketOfVersion2, 'schemaVersion' | keyof AddedIn2> {
  readonly schemaVersion: 1;
}

/** Release 2 knew neither photos, incidents nor self-help. */
interface TicketOfVersion2 extends Omit<Ticket, 'schemaVersion' | keyof AddedIn3> {
  readonly schemaVersion: 2;
}

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

const today = onlyVersion<Ticket>(3);

/** Reads a ticket that this or an earlier release wrote. @throws RangeError for a later one */
export function upgradeTicket(raw: StoredDocument): Ticket {
  if (isVersion1(raw)) return { ...raw, ...addedIn2, ...addedIn3, schemaVersion: 3 };
  return isVersion2(raw) ? { ...raw, ...addedIn3, schemaVersion: 3 } : today(raw);
}

function isVersion1(raw: StoredDocument): raw is TicketOfVersion1 {
  return raw.schemaVersion === 1;
}

function isVersion2(raw: StoredDocument): raw is TicketOfVersion2 {
  return raw.schemaVersion === 2;
}
