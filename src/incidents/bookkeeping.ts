import type { Instant, ServiceRules } from '../sla/index.js';
import { isLeasedBy, leased, type LeaseTerms } from '../tickets/index.js';
import type { IncidentLink } from '../tickets/ticket.js';
import { withIncidentWake } from './clock.js';
import type { FollowUp, Incident, IncidentPlace } from './incident.js';

/**
 * What delivery writes into an incident. These are facts, not commands: they leave no history entry, are never refused
 * and can be applied again to a newer version.
 */

/** The card shows the incident; an edit of a card that was replaced meanwhile counts for nothing. */
export function recordIncidentCard(incident: Incident, place: IncidentPlace): Incident {
  const known = incident.card;
  const isNewer = known?.activityId !== place.activityId || known.shownRevision < place.shownRevision;
  return isNewer ? { ...incident, card: place, attempts: 0 } : incident;
}

/** A page of a follow-up was done: these ids (`attach`), or everything up to a ticket's id. */
export function recordPage(
  incident: Incident,
  followUp: FollowUp,
  done: { readonly ticketIds: readonly string[]; readonly isLast: boolean },
): Incident {
  return {
    ...incident,
    followUps: incident.followUps.flatMap((each): readonly FollowUp[] => {
      if (each.verb !== followUp.verb || each.seq !== followUp.seq) return [each];
      if (done.isLast) return [];
      if (each.verb !== 'attach') return [{ ...each, after: done.ticketIds.at(-1) ?? each.after }];
      const ticketIds = each.ticketIds.filter((id) => !done.ticketIds.includes(id));
      return ticketIds.length === 0 ? [] : [{ ...each, ticketIds }];
    }),
    // Its card lists the tickets.
    revision: incident.revision + 1,
  };
}

/** A reminder was said, or is pointless. */
export function dropIncidentCall(incident: Incident, key: string): Incident {
  return { ...incident, calls: incident.calls.filter((call) => call.key !== key), attempts: 0 };
}

/** One more round in which nothing could be sent. */
export function countIncidentRound(incident: Incident): Incident {
  return { ...incident, attempts: incident.attempts + 1 };
}

/** Reserves the work for one process, from now on and for as long as its terms say. */
export function takeIncidentLease(
  incident: Incident,
  terms: LeaseTerms,
  rules: ServiceRules,
  now: Instant,
): Incident {
  return withIncidentWake(leased(incident, terms, now), rules, now);
}

/** Gives the lease back. A foreign one is left alone. */
export function releaseIncidentLease(
  incident: Incident,
  owner: string,
  rules: ServiceRules,
  now: Instant,
): Incident {
  return isLeasedBy(incident, owner) ? withIncidentWake({ ...incident, lease: null }, rules, now) : incident;
}

/** What a ticket that is a part of it keeps of it. */
export function linkOf({ id, title, status, statusAt }: Incident): IncidentLink {
  return { id, title, status, statusAt };
}
