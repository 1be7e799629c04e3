import type { Directory } from '../campus/index.js';
import { isoOf, type Instant } from '../sla/index.js';
import type { Collection, Condition, Page, Query, Unreadable } from '../store/index.js';
import { reachOf } from './desk-rights.js';
import { partyKey } from './party.js';
import { mayRead } from './people.js';
import type { Ticket } from './ticket.js';
import { isUrgent, openStates, priorities, type Category, type Priority } from './vocabulary.js';

export interface TicketListParts {
  readonly tickets: Collection<Ticket>;
  readonly directory: Directory;
  readonly now: Instant;
  /** Hears of each ticket that was found and cannot be read: lists leave it out. */
  readonly onUnreadable?: (ticket: Unreadable) => void;
}

/** The states that a list can be narrowed to: `resolved` is what is solved and waits for the answer whether that holds. */
export const listedStates = [...openStates, 'resolved'] as const;

/** Which tickets are listed: open ones, or those that are solved and not closed yet. All of it comes from a client: what somebody may see is decided when the list is read. */
export interface ListFilter {
  /** Only those that the reader has. */
  readonly mine: boolean;
  /** Who handles them: `campus-<id>`, `helpdesk` or `provider`; null for all that the reader answers for. */
  readonly party: string | null;
  readonly schoolId: string | null;
  /** `new` is what nobody has yet; null is whatever is open. */
  readonly state: (typeof listedStates)[number] | null;
  readonly category: Category | null;
  /** How urgent; `urgent` is whatever calls a manager. */
  readonly priority: Priority | 'urgent' | null;
  /** Only those whose next promise is broken; what is solved has none. */
  readonly overdue: boolean;
}

/** All open tickets that a reader answers for. */
export const everyOpen: ListFilter = {
  mine: false,
  party: null,
  schoolId: null,
  state: null,
  category: null,
  priority: null,
  overdue: false,
};

export interface TicketList {
  /** In the order of their next promise, what is most pressing first; of what is solved, what waits longest. */
  readonly tickets: readonly Ticket[];
  /** How many there are on all pages, but never more than {@link mostCounted}: where that comes there may be more. */
  readonly total: number;
  /** After what the next page begins; null where this is the last one. */
  readonly next: string | null;
}

/** More are not counted. */
export const mostCounted = 201;

/**
 * One page of a list: one bounded query and one bounded count.
 * @param after what an earlier page said as `next`; what is none begins with the first page
 * @returns null where the reader may not see such a list
 * @throws StoreError
 */
export async function readTicketList(
  parts: TicketListParts,
  readerId: string,
  asked: { readonly filter: ListFilter; readonly after: string | null; readonly length: number },
): Promise<TicketList | null> {
  const where = conditionsOf(readerId, asked.filter, parts);
  if (where === null) return null;
  const { tickets, directory, now } = parts;
  const orderBy = { field: orderOf(asked.filter), direction: 'asc' } as const;
  const page = await pageAfter(tickets, { where, orderBy, limit: asked.length }, asked.after);
  for (const each of page.unreadable) parts.onUnreadable?.(each);
  const found = page.items.map(({ document }) => document);
  const isAll = asked.after === null && page.continuation === undefined;
  return {
    tickets: found.filter((ticket) => mayRead(readerId, ticket, directory, now) !== null),
    total: isAll ? found.length + page.unreadable.length : await tickets.count(where, mostCounted),
    next: page.continuation ?? null,
  };
}

/** The ids of a list, what is most pressing first; none where the reader may not see it. @param asked 1 to 1000 */
export async function listedIds(
  parts: TicketListParts,
  readerId: string,
  asked: { readonly filter: ListFilter; readonly most: number },
): Promise<readonly string[]> {
  const list = await readTicketList(parts, readerId, {
    filter: asked.filter,
    after: null,
    length: asked.most,
  });
  return list?.tickets.map(({ id }) => id) ?? [];
}

/** The parties whose tickets somebody may list, as {@link ListFilter} names them; null for everybody's. */
export function listedParties(
  readerId: string,
  { directory, now }: Pick<TicketListParts, 'directory' | 'now'>,
): readonly string[] | null {
  const reach = reachOf(readerId, 'list', directory, now);
  if (reach.city) return null;
  return [
    ...reach.campusIds.map((campusId) => partyKey({ party: 'campus', campusId })),
    ...reach.parties.map((party) => partyKey({ party, campusId: null })),
  ];
}

/** By which part of a ticket a list finds it: what is open stands apart from what is solved, so that neither is in the way. */
function partOf({ state }: Pick<ListFilter, 'state'>): 'open' | 'solved' {
  return state === 'resolved' ? 'solved' : 'open';
}

function orderOf(filter: Pick<ListFilter, 'state'>): string {
  return partOf(filter) === 'solved' ? 'solved.at' : 'open.dueAt';
}

/**
 * A page of a query that goes on after what an earlier one said. That comes from a client, and may be anything: what is no
 * continuation begins with the first page. @throws StoreError
 */
export async function pageAfter(
  tickets: Collection<Ticket>,
  query: Query,
  after: string | null,
): Promise<Page<Ticket>> {
  if (after === null) return tickets.query(query);
  try {
    return await tickets.query({ ...query, continuation: after });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tickets.query(query);
  }
}

/** Null where the reader may not see such a list. */
function conditionsOf(
  readerId: string,
  filter: ListFilter,
  parts: Pick<TicketListParts, 'directory' | 'now'>,
): readonly Condition[] | null {
  const whose = whoseConditions(readerId, filter, parts);
  if (whose === null) return null;
  const field = orderOf(filter);
  const isLate = filter.overdue && partOf(filter) === 'open';
  // The promise is named also where any will do, so that counting goes along the index of the list.
  const ordered: Condition = isLate ? { field, before: isoOf(parts.now) } : { field };
  return [...whose, ...stateConditions(filter, whose), ...kindConditions(filter), ordered];
}

/** What is rare is found by these fields' own indexes, which hold no more than what is open; what is not stands early in a list. */
function kindConditions(filter: ListFilter): readonly Condition[] {
  const { category, priority } = filter;
  const part = partOf(filter);
  const field = `${part}.priority`;
  const meant: readonly Condition[] =
    priority === 'urgent' ? [{ field, in: priorities.filter(isUrgent) }] : equals(field, priority);
  return [...equals(`${part}.category`, category), ...meant];
}

/** The index of a party's list has the state before the promise, so that it is named there even where any will do. */
function stateConditions({ state }: ListFilter, whose: readonly Condition[]): readonly Condition[] {
  if (state === 'resolved') return [];
  if (state !== null) return [{ field: 'open.state', equals: state }];
  const isByParty = whose[0]?.field === 'open.party';
  return isByParty ? [{ field: 'open.state', in: [...openStates] }] : [];
}

function whoseConditions(
  readerId: string,
  filter: ListFilter,
  parts: Pick<TicketListParts, 'directory' | 'now'>,
): readonly Condition[] | null {
  const { directory } = parts;
  const { mine, party, schoolId } = filter;
  const part = partOf(filter);
  const ofParty = equals(`${part}.party`, party);
  const ofSchool = equals(`${part}.schoolId`, schoolId);
  if (mine) {
    const isMine = { field: `${part}.personId`, equals: readerId };
    return directory.isStaff(readerId) ? [isMine, ...ofParty, ...ofSchool] : null;
  }
  if (schoolId !== null) {
    const sites = sitesListed(readerId, schoolId, parts);
    if (sites === null) return null;
    return sites === 'all'
      ? [...ofSchool, ...ofParty]
      : [...ofSchool, { field: `${part}.siteId`, in: sites }, ...ofParty];
  }
  const parties = listedParties(readerId, parts);
  if (party !== null) return parties === null || parties.includes(party) ? ofParty : null;
  if (parties === null) return [];
  if (parties.length > 0) return [{ field: `${part}.party`, in: [...parties] }];
  const { schoolIds } = reachOf(readerId, 'list', directory, parts.now);
  return schoolIds.length === 0 ? null : [{ field: `${part}.schoolId`, in: [...schoolIds] }];
}

function equals(field: string, value: string | null): readonly Condition[] {
  return value === null ? [] : [{ field, equals: value }];
}

/**
 * Of which sites of a school somebody may list the tickets, whoever handles what is broken there: contacts and the help desk
 * of all, a campus of those at which it comes by. Null where of none.
 */
function sitesListed(
  readerId: string,
  schoolId: string,
  { directory, now }: Pick<TicketListParts, 'directory' | 'now'>,
): 'all' | readonly string[] | null {
  const { city, schoolIds, campusIds } = reachOf(readerId, 'list', directory, now);
  if (city || schoolIds.includes(schoolId)) return 'all';
  const sites = directory.sitesOf(schoolId);
  const mine = sites.filter(({ campusId }) => campusIds.includes(campusId));
  if (mine.length === 0) return null;
  return mine.length === sites.length ? 'all' : mine.map(({ id }) => id);
}
