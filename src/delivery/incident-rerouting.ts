import { takeIncidentLease, withIncidentWake, type Incident } from '../incidents/index.js';
import type { Log } from '../logging.js';
import { findAll, isOvertaken, type Collection, type Unreadable, type Versioned } from '../store/index.js';
import { isLeasedByOther } from '../tickets/index.js';
import { isSameConversation, type ChannelTarget } from './conversation-records.js';
import type { IncidentRenderer } from './incident-renderer.js';
import type { LeaseParts } from './leased-ticket.js';
import type { Routing } from './routing.js';
import { SendError } from './sender.js';
import type { Transport } from './transport.js';

export interface IncidentReroutingParts extends Omit<LeaseParts, 'tickets'> {
  readonly incidents: Collection<Incident>;
  readonly routing: Pick<Routing, 'board'>;
  readonly transport: Pick<Transport, 'edit'>;
  readonly renderer: Pick<IncidentRenderer, 'moved'>;
  readonly signal: AbortSignal;
  /** Gets each incident whose card is to be posted anew and for which this process holds the lease. */
  readonly deliver: (written: Versioned<Incident>) => void;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Moves the cards of incidents that are not over to the help desk's channel as it is linked now. A card that went
 * elsewhere because the post failed moves only where that channel was just linked (`linked`), as with tickets.
 * @returns how many cards move
 */
export async function rerouteIncidents(
  parts: IncidentReroutingParts,
  linked?: ChannelTarget,
): Promise<number> {
  if (linked !== undefined && linked !== 'helpdesk') return 0;
  const where = [{ field: 'state', in: ['suspected', 'open'] }];
  const onUnreadable = (error: Unreadable): void => {
    parts.log.warn({ incidentId: error.id }, 'the card of an incident was not moved', error);
  };
  let moved = 0;
  for await (const found of findAll(parts.incidents, { where, pageSize: 100, onUnreadable })) {
    if (await reroute(found, parts, linked)) moved += 1;
  }
  return moved;
}

async function reroute(
  found: Versioned<Incident>,
  parts: IncidentReroutingParts,
  linked?: ChannelTarget,
): Promise<boolean> {
  const { incidents, rules, lease, clock } = parts;
  for (let { document: incident, version } = found; ;) {
    const { card } = incident;
    if (!card || !(await isMisplaced(card, parts, linked))) return false;
    const now = clock.now();
    const moved: Incident = { ...incident, card: null, attempts: 0 };
    const isForeign = isLeasedByOther(incident, lease, now);
    const wanted = isForeign
      ? withIncidentWake(moved, rules, now)
      : takeIncidentLease(moved, lease, rules, now);
    try {
      const written = await incidents.replace(wanted, version);
      if (!isForeign) parts.deliver(written);
      await takeButtons(card, parts);
      return true;
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      ({ document: incident, version } = await incidents.get(incident.id));
    }
  }
}

type Card = NonNullable<Incident['card']>;

async function isMisplaced(
  { conversation }: Card,
  { routing }: IncidentReroutingParts,
  linked?: ChannelTarget,
): Promise<boolean> {
  const [best, ...others] = await routing.board('helpdesk');
  if (!best || isSameConversation(best.conversation, conversation)) return false;
  return linked !== undefined || !others.some((each) => isSameConversation(each.conversation, conversation));
}

/** The card before says that it stands elsewhere. Where that fails, its buttons still lead to the incident as it is. */
async function takeButtons({ conversation, activityId }: Card, parts: IncidentReroutingParts): Promise<void> {
  const { transport, renderer, signal, log } = parts;
  try {
    await transport.edit(conversation, activityId, async () => Promise.resolve(renderer.moved()), signal);
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    log.warn({}, 'the card of an incident that moved kept its buttons', error);
  }
}
