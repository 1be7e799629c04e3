import type { CollectionSpec, StoredDocument } from '../store/index.js';
import type { Ticket } from './ticket.js';

const schemaVersion = 1;

/** Where tickets are stored, and the fields by which they are found. */
export const ticketCollection: CollectionSpec<Ticket> = {
  name: 'tickets',
  fields: {
    state: 'text',
    'requester.id': 'text',
    'report.schoolId': 'text',
    'report.siteId': 'text',
    'handledBy.campusId': 'text',
    'handledBy.person.id': 'text',
    createdAt: 'text',
  },
  upgrade: (raw) => {
    if (!isCurrent(raw))
      throw new RangeError(`ticket ${raw.id} has schema version ${String(raw.schemaVersion)}, known is 1`);
    return raw;
  },
};

/** Only this service writes tickets, and every input was checked before: the version decides. */
function isCurrent(raw: StoredDocument): raw is Ticket {
  return raw.schemaVersion === schemaVersion;
}
