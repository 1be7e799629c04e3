import type { Instant } from '../sla/index.js';
import type { Visit } from '../visits/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** The visit of the rota that begins at a site next; null where nobody is expected there. */
export function nextVisitOn({ rota }: Pick<BotParts, 'rota'>, siteId: string, now: Instant): Visit | null {
  return rota.current().nextVisits(siteId, now, 1)[0] ?? null;
}

/** When somebody comes to a site next, and from when and where that is told; null where it is not known. */
export function nextVisitAt({ now }: Turn, parts: BotParts, siteId: string | null) {
  const visit = siteId === null ? null : nextVisitOn(parts, siteId, now);
  return visit && { from: visit.from, to: visit.to, now, timeZone: parts.rules.calendar.timeZone };
}
