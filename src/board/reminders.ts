import { callStillMatters, type CallIntention, type CallSubject, type Ticket } from '../tickets/index.js';
import { boardTarget, type BoardItem } from './board.js';

/** What the clock has to say about one ticket, as the ticket is now. */
export interface Reminded {
  readonly ticket: Ticket;
  /** Without what a higher stage of the same promise says as well. */
  readonly items: readonly BoardItem[];
}

/** Stages of one promise, ascending: the highest one says it all. */
const ladders: readonly (readonly CallSubject[])[] = [
  ['first-response-75', 'first-response-100', 'first-response-helpdesk'],
  ['last-visit', 'resolution-75', 'resolution-100'],
];

/**
 * What of the items still matters, ticket by ticket in the order in which they came. What was answered, resolved or
 * handed to another party meanwhile is left out.
 */
export function reminders(
  items: readonly BoardItem[],
  tickets: ReadonlyMap<string, Ticket>,
): readonly Reminded[] {
  const ids = [...new Set(items.map(({ ticketId }) => ticketId))];
  return ids.flatMap((id) => {
    const ticket = tickets.get(id);
    if (!ticket) return [];
    const wanted = items.filter((item) => item.ticketId === id && isWanted(item, ticket));
    return wanted.length > 0 ? [{ ticket, items: highestStages(wanted) }] : [];
  });
}

/**
 * The items of one ticket as its calls: what is handed back where it stays alone. Where the help desk has the ticket, its
 * channel is that of the party as well, so that both are called by one message.
 */
export function asCalls(items: readonly BoardItem[]): readonly CallIntention[] {
  const isOneChannel =
    items.some(({ to }) => to === 'channel') && items.every(({ target }) => target === 'helpdesk');
  return items.map(asCall).map((call) => (isOneChannel ? { ...call, to: 'channel' } : call));
}

function asCall({ key, to, about, entryId, at }: BoardItem): CallIntention {
  return { kind: 'call', key, to, about, entryId, at, attempts: 0 };
}

function isWanted(item: BoardItem, ticket: Ticket): boolean {
  if (!callStillMatters(item, ticket) || !ticket.handledBy) return false;
  return item.to === 'helpdesk' || boardTarget(ticket.handledBy) === item.target;
}

/** One item for each subject, and of each ladder the highest rung only. */
function highestStages(items: readonly BoardItem[]): readonly BoardItem[] {
  const isSaidHigher = ({ about }: BoardItem): boolean => {
    const ladder = ladders.find((each) => each.includes(about));
    const rung = ladder?.indexOf(about) ?? -1;
    return items.some((other) => (ladder?.indexOf(other.about) ?? -1) > rung);
  };
  const highest = items.filter((item) => !isSaidHigher(item));
  return highest.filter(({ about }, index) => highest.findIndex((other) => other.about === about) === index);
}
