import type { CollectionSpec } from '../store/index.js';
import { upgradeTicket } from './upgrade-ticket.js';
import type { Ticket } from './ticket.js';

/** Where tickets are stored, and the fields by which they are found. */
export const ticketCollection: CollectionSpec<Ticket> = {
  name: 'tickets',
  fields: {
    state: 'text',
    'requester.id': 'text',
    'report.schoolId': 'text',
    'report.siteId': 'text',
    'handledBy.party': 'text',
    'handledBy.campusId': 'text',
    'handledBy.person.id': 'text',
    createdAt: 'text',
    submittedAt: 'text',
    resolvedAt: 'text',
    nextPromiseAt: 'text',
    rulesVersion: 'text',
  },
  upgrade: upgradeTicket,
};
