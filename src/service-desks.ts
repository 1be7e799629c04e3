import {
  ConversationLimits,
  createBoardRenderer,
  createIncidentRenderer,
  Delivery,
  teamsLimits,
  type ChannelTarget,
  type RateLimit,
  type Renderer,
  type Sender,
} from './delivery/index.js';
import { IncidentChecks } from './incident-checks.js';
import { IncidentDesk } from './incidents/index.js';
import { withCorrections } from './learning/index.js';
import type { Log } from './logging.js';
import type { Metrics } from './metrics.js';
import type { PhotoAlbum } from './photos/index.js';
import type { SharedParts } from './service-parts.js';
import { removePhotos } from './service-photos.js';
import type { Records } from './service-records.js';
import type { Versioned } from './store/index.js';
import { TicketDesk, type Ticket } from './tickets/index.js';

export interface DeskParts extends SharedParts {
  readonly records: Pick<Records, 'conversations' | 'undelivered' | 'examples'>;
  readonly photos: PhotoAlbum;
  readonly renderer: Renderer;
  readonly sender: Sender;
  readonly metrics: Pick<Metrics, 'delivery' | 'command'>;
  /** How often it may speak in one conversation; as Teams allows where nothing is said. */
  readonly limits: readonly RateLimit[] | undefined;
}

/** What writes tickets and incidents, and what brings them to people. */
export interface Desks {
  readonly desk: TicketDesk;
  readonly incidentDesk: IncidentDesk;
  readonly delivery: Delivery;
}

/** Desks and delivery need one another: each asks for the other when there is something to do. */
export function createDesks(parts: DeskParts): Desks {
  const { tickets, incidents, directory, rules, lease, photos, log } = parts;
  const delivery = createDelivery(parts, { desk: () => desk, incidentDesk: () => incidentDesk });
  const desk = new TicketDesk({
    tickets,
    directory,
    rules,
    lease,
    onWritten: (written: Versioned<Ticket>) => {
      delivery.deliver(written);
    },
    onGone: async (ticket) => removePhotos(ticket, photos, log),
    onDecided: parts.metrics.command,
  });
  const incidentDesk = new IncidentDesk({
    incidents,
    directory,
    rules,
    lease,
    onWritten: (written) => {
      delivery.deliverIncident(written);
    },
  });
  return { desk, incidentDesk, delivery };
}

function createDelivery(
  parts: DeskParts,
  desks: { readonly desk: () => TicketDesk; readonly incidentDesk: () => IncidentDesk },
): Delivery {
  const { tickets, incidents, directory, rules, clock, records } = parts;
  return new Delivery({
    ...parts,
    checks: withCorrections(
      new IncidentChecks({ tickets, incidents, clock, ...desks }),
      records.examples,
      directory,
    ),
    desk: desks.desk,
    incidents: { incidents, desk: desks.desk, renderer: createIncidentRenderer() },
    undelivered: records.undelivered,
    boardRenderer: createBoardRenderer({ directory, rules }),
    book: records.conversations,
    random: Math.random,
    metrics: parts.metrics.delivery,
    limits: new ConversationLimits(clock, parts.limits ?? teamsLimits),
  });
}

/** Moves open cards to the channels that are linked now, or to the one named, in the background. */
export function moveCards(delivery: Delivery, log: Pick<Log, 'error'>, linked?: ChannelTarget): void {
  delivery.reroute(linked).catch((error: unknown) => {
    log.error({}, 'cards could not be moved to their channels; the next start tries again', error);
  });
}
