import type { CollectionSpec } from '../store/index.js';
import { upgradeTicket } from './upgrade-ticket.js';
import type { Ticket } from './ticket.js';

/** Where tickets are stored, and the fields by which they are found: few, since each makes every write dearer. */
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
    resolvedAt: 'text',
    'incident.id': 'text',
    'open.party': 'text',
    'open.state': 'text',
    'open.personId': 'text',
    'open.schoolId': 'text',
    'open.siteId': 'text',
    'open.category': 'text',
    'open.priority': 'text',
    'open.dueAt': 'text',
    'solved.party': 'text',
    'solved.personId': 'text',
    'solved.schoolId': 'text',
    'solved.siteId': 'text',
    'solved.category': 'text',
    'solved.priority': 'text',
    'solved.at': 'text',
    search: 'list',
  },
  orders: [
    // What a search finds, newest first: within the reach of whoever asks.
    ['report.schoolId', 'createdAt'],
    ['report.siteId', 'createdAt'],
    ['handledBy.campusId', 'createdAt'],
    ['handledBy.person.id', 'createdAt'],
    ['requester.id', 'createdAt'],
    // The newest of all but drafts, where nothing was typed yet.
    ['state', 'createdAt'],
    // What is open, most pressing first: of a party, of the city, of a person and of a school.
    ['open.party', 'open.state', 'open.dueAt'],
    ['open.state', 'open.dueAt'],
    ['open.personId', 'open.dueAt'],
    ['open.schoolId', 'open.dueAt'],
    // What a school has reported and is not solved, newest first: each draft is compared with it.
    ['open.schoolId', 'createdAt'],
    // What is solved and not closed yet, the oldest first; one team, school or person never has many.
    ['solved.party', 'solved.at'],
  ],
  lists: { search: 'createdAt' },
  // A word may be common in the city, and rare in the part of it that somebody may see. What one reported oneself is little.
  within: {
    search: ['report.schoolId', 'report.siteId', 'handledBy.campusId', 'handledBy.person.id', 'open.party'],
  },
  upgrade: upgradeTicket,
};
