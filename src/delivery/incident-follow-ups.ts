import type { Clock } from '../clock.js';
import { linkOf, recordPage, type FollowUp, type Incident } from '../incidents/index.js';
import type { Log } from '../logging.js';
import { TooLarge, Unreadable, type Collection } from '../store/index.js';
import type { Ticket, TicketCommand, TicketDesk } from '../tickets/index.js';
import type { IncidentBook } from './incident-book.js';

export interface FollowUpParts {
  readonly book: IncidentBook;
  readonly tickets: Collection<Ticket>;
  readonly desk: () => Pick<TicketDesk, 'execute'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** Tickets between two writes of the incident: a lease lasts for more. */
const pageSize = 20;

/**
 * Gives one page of a follow-up to the tickets, and writes down how far it came. A page that is done again after a crash
 * changes nothing: its commands are known by incident, verb, revision and ticket. What a ticket refuses stays refused.
 * @throws StoreError
 */
export async function doPage(incident: Incident, followUp: FollowUp, parts: FollowUpParts): Promise<void> {
  const { ids, isLast } = await pageOf(incident, followUp, parts);
  const command = commandOf(incident, followUp);
  for (const ticketId of ids.readable) {
    const id = followUpId(incident, followUp, ticketId);
    await giveOrPass(ticketId, { id, actor: { kind: 'system' }, command }, incident, parts);
  }
  const done = { ticketIds: ids.all, isLast };
  await parts.book.record(incident.id, (current) => recordPage(current, followUp, done));
}

/** A ticket that cannot be read, or is full, must not keep the others waiting. @throws StoreError for all else */
async function giveOrPass(
  ticketId: string,
  order: Parameters<TicketDesk['execute']>[1],
  incident: Incident,
  { desk, clock, log }: FollowUpParts,
): Promise<void> {
  try {
    await desk().execute(ticketId, order, clock.now());
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof TooLarge)) throw error;
    log.warn({ incidentId: incident.id, ticketId }, 'an incident passes over a ticket', error);
  }
}

/** By which a ticket knows the command: `incidentId:verb:seq:ticketId`. */
function followUpId(
  { id }: Pick<Incident, 'id'>,
  { verb, seq }: Pick<FollowUp, 'verb' | 'seq'>,
  ticketId: string,
): string {
  return `${id}:${verb}:${String(seq)}:${ticketId}`;
}

interface TicketPage {
  readonly ids: { readonly all: readonly string[]; readonly readable: readonly string[] };
  readonly isLast: boolean;
}

async function pageOf(
  { id }: Incident,
  followUp: FollowUp,
  { tickets, log }: FollowUpParts,
): Promise<TicketPage> {
  if (followUp.verb === 'attach') {
    const all = followUp.ticketIds.slice(0, pageSize);
    return { ids: { all, readable: all }, isLast: all.length === followUp.ticketIds.length };
  }
  const { after } = followUp;
  const page = await tickets.query({
    where: [{ field: 'incident.id', equals: id }, ...(after === null ? [] : [{ field: 'id', from: after }])],
    // `from` includes the ticket that was the last one.
    limit: pageSize + 1,
  });
  for (const { id: ticketId, reason } of page.unreadable) {
    log.warn({ incidentId: id, ticketId, reason }, 'an incident passes over a ticket that cannot be read');
  }
  const readable = page.items.map(({ document }) => document.id).filter((each) => each !== after);
  const all = [...readable, ...page.unreadable.map((each) => each.id)].filter((each) => each !== after);
  return { ids: { all: all.toSorted(), readable }, isLast: page.continuation === undefined };
}

function commandOf(incident: Incident, { verb, by }: FollowUp): TicketCommand {
  switch (verb) {
    case 'attach':
      return { verb, incident: linkOf(incident) };
    case 'incident-status':
      return { verb, incident: linkOf(incident) };
    case 'resolve':
      return { verb, solution: incident.solution, incident: { id: incident.id, by } };
  }
}
