import type { Collection, Unreadable } from '../store/index.js';
import { unclosedStates, type Ticket } from '../tickets/index.js';

/** Tickets in ascending order of their ids, as far as they can be read. */
export interface TicketPage {
  readonly tickets: readonly (Ticket | Unreadable)[];
  readonly isLast: boolean;
}

/**
 * The next unclosed tickets after an id. A ticket keeps its id, so that a walk meets each once, whatever happens to it
 * meanwhile. State by state, because an index then gives the tickets in the order of their ids: the cost follows what is
 * open, never what is stored. By `rulesVersion` the tickets of earlier releases, which have none, would not be found.
 */
export async function ticketsAfter(
  collection: Collection<Ticket>,
  afterId: string | null,
  pageSize: number,
): Promise<TicketPage> {
  const pages = await Promise.all(
    unclosedStates.map((state) =>
      collection.query({
        where: [
          { field: 'state', equals: state },
          ...(afterId === null ? [] : [{ field: 'id', from: afterId }]),
        ],
        // `from` includes the ticket that was the last one.
        limit: pageSize + 1,
      }),
    ),
  );
  const found = new Map(
    pages
      .flatMap(({ items, unreadable }) => [...items.map(({ document }) => document), ...unreadable])
      .filter(({ id }) => id !== afterId)
      .map((each): [string, Ticket | Unreadable] => [each.id, each]),
  );
  const tickets = [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const isLast = tickets.length <= pageSize && pages.every(({ continuation }) => continuation === undefined);
  return { tickets: tickets.slice(0, pageSize), isLast };
}
