import { plannedVisit, type Ticket, type TicketRequest } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** Plans a ticket for the visit of the rota on the day that was chosen or typed, where one begins then. */
export function withVisit(
  { now }: Turn,
  { rota }: BotParts,
  { report: { siteId } }: Ticket,
  request: TicketRequest,
): TicketRequest {
  if (request.verb !== 'plan-visit' || siteId === null) return request;
  const [visit] = rota.current().visitsOn([siteId], request.untilDate);
  return visit && visit.from > now ? { ...request, visit: plannedVisit(visit) } : request;
}
