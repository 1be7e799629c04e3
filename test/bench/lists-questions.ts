import { sampleDirectory } from '../../src/campus/index.js';
import { instantOf, type Instant } from '../../src/sla/index.js';
import type { Collection, DocumentStore } from '../../src/store/index.js';
import {
  everyOpen,
  findTickets,
  mostCounted,
  openStates,
  readTicketList,
  ticketCollection,
  type ListFilter,
  type Ticket,
} from '../../src/tickets/index.js';
import { asked } from './many-tickets.js';

/** A Wednesday morning. */
export const now: Instant = instantOf('2026-11-18T09:00:00.000Z');
export const pageLength = 10;

/** A question that somebody asks again and again. */
export interface Question {
  readonly name: string;
  /** Makes ready what stands there before it is asked; asked it tells how many lines come back. */
  readonly prepare: (store: DocumentStore) => Promise<() => Promise<number>>;
}

const directory = sampleDirectory();
const { dispatcherId, managerId, contactId, technicianId, teacherId, party, schoolId, schoolName } = asked;

/** Lists of open tickets, each with the number of all in its head. */
export const listQuestions: readonly Question[] = [
  list('open in the city', dispatcherId, {}),
  list('open in the city, page 20', dispatcherId, {}, 20),
  list('late in the city', dispatcherId, { overdue: true }),
  list('waiting in the city', dispatcherId, { state: 'waiting' }),
  list('open of a campus', managerId, { party }),
  list('late of a campus', managerId, { party, overdue: true }),
  list('claimed by a manager', managerId, { mine: true }),
  list('open of a school, for its manager', managerId, { schoolId }),
  list('open of a school, for a dispatcher', dispatcherId, { schoolId }),
  {
    name: `list: the number in the head alone, up to ${mostCounted}`,
    prepare: async (store) => {
      const tickets = await store.collection(ticketCollection);
      return async () =>
        tickets.count([{ field: 'open.state', in: [...openStates] }, { field: 'open.dueAt' }], mostCounted);
    },
  },
];

export const searchQuestions: readonly Question[] = [
  search('dispatcher, nothing typed', dispatcherId, ''),
  search('dispatcher, a word common everywhere', dispatcherId, 'beamer'),
  search('dispatcher, the beginning of a word', dispatcherId, 'beam'),
  search('dispatcher, two common words', dispatcherId, 'drucker flackert'),
  search('dispatcher, a word rare everywhere', dispatcherId, asked.rare),
  search('dispatcher, a word that nobody used', dispatcherId, 'xylophon'),
  search('dispatcher, a school', dispatcherId, schoolName),
  search('dispatcher, a school and a word', dispatcherId, `${schoolName} drucker`),
  search('dispatcher, a device’s number', dispatcherId, asked.deviceTag),
  search('dispatcher, a device’s number among devices', dispatcherId, asked.deviceTag, 'device'),
  search('manager, nothing typed', managerId, ''),
  search('manager, a word common everywhere', managerId, 'beamer'),
  search('manager, a word common in the city, rare on the campus', managerId, asked.commonElsewhere),
  search('manager, its beginning', managerId, 'dokum'),
  search('manager, a word that nobody used', managerId, 'xylophon'),
  search('manager, a device’s number', managerId, asked.deviceTag),
  search('contact, a word common in the city, rare at the school', contactId, asked.commonElsewhere),
  search('provider, a word common in the city, none of theirs', technicianId, asked.commonElsewhere),
  search('teacher, nothing typed', teacherId, ''),
  search('teacher, a word of the own tickets', teacherId, 'beamer'),
  search('teacher, a word common in the city, none of the own', teacherId, asked.commonElsewhere),
  search('dispatcher, the beginning of very many numbers, all long ago', dispatcherId, 'DO-INV-00'),
  search('dispatcher, two common words that never meet', dispatcherId, asked.neverTogether),
  search('manager, two common words that never meet', managerId, asked.neverTogether),
];

function list(name: string, readerId: string, filter: Partial<ListFilter>, page = 1): Question {
  return {
    name: `list: ${name}`,
    prepare: async (store) => {
      const parts = { tickets: await store.collection(ticketCollection), directory, now };
      const read = async (after: string | null) =>
        readTicketList(parts, readerId, { filter: { ...everyOpen, ...filter }, after, length: pageLength });
      let after: string | null = null;
      for (let turned = 1; turned < page; turned += 1) after = (await read(after))?.next ?? null;
      return async () => (await read(after))?.tickets.length ?? 0;
    },
  };
}

function search(
  name: string,
  readerId: string,
  typed: string,
  of: 'everything' | 'device' = 'everything',
): Question {
  return {
    name: `search: ${name}`,
    prepare: async (store) => {
      const tickets: Collection<Ticket> = await store.collection(ticketCollection);
      const parts = { tickets, directory, now };
      return async () => (await findTickets(parts, { typed, readerId, limit: pageLength, of })).length;
    },
  };
}
