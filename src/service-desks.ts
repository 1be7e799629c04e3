import {
  type ConversationLimits,
  createBannerRenderer,
  createBoardRenderer,
  createIncidentRenderer,
  Delivery,
  type ChannelTarget,
  type Renderer,
  type Sender,
  type WorklistFactParts,
} from './delivery/index.js';
import { IncidentChecks } from './incident-checks.js';
import { IncidentDesk } from './incidents/index.js';
import { withCorrections } from './learning/index.js';
import type { Log } from './logging.js';
import type { MaintenanceDesk } from './maintenance/index.js';
import type { Metrics } from './metrics.js';
import type { PhotoAlbum } from './photos/index.js';
import type { SharedParts } from './service-parts.js';
import { removePhotos } from './service-photos.js';
import type { Records } from './service-records.js';
import { createWorklistDesk, languagesOf } from './service-worklists.js';
import type { Versioned } from './store/index.js';
import { TicketDesk, type NextVisits, type Ticket } from './tickets/index.js';
import type { WorklistDesk } from './worklists/index.js';

export interface DeskParts extends SharedParts {
  readonly records: Pick<
    Records,
    'conversations' | 'undelivered' | 'examples' | 'profiles' | 'rota' | 'worklists'
  >;
  readonly maintenance: MaintenanceDesk;
  readonly nextVisits: NextVisits;
  readonly photos: PhotoAlbum;
  readonly renderer: Renderer;
  readonly sender: Sender;
  readonly metrics: Pick<Metrics, 'delivery' | 'command'>;
  /** How often the service may speak in one conversation: whoever speaks there counts. */
  readonly limits: ConversationLimits;
}

/** What writes tickets and incidents, and what brings them to people. */
export interface Desks {
  readonly desk: TicketDesk;
  readonly incidentDesk: IncidentDesk;
  readonly worklistDesk: WorklistDesk;
  /** What a worklist's card is drawn from. */
  readonly worklistFacts: WorklistFactParts;
  readonly delivery: Delivery;
}

/** Desks and delivery need one another: each asks for the other when there is something to do. */
export function createDesks(parts: DeskParts): Desks {
  const { tickets, incidents, directory, rules, lease, photos, log, maintenance, nextVisits } = parts;
  const worklistDesk = createWorklistDesk(parts, parts.records, () => delivery);
  const photoUrl = (id: string): string | null => photos.urlOf(id);
  const worklistFacts = {
    worklistDesk: () => worklistDesk,
    ...{ maintenance, directory, rules, nextVisits, photoUrl },
  };
  const delivery = createDelivery(parts, worklistFacts, {
    desk: () => desk,
    incidentDesk: () => incidentDesk,
  });
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
  return { desk, incidentDesk, worklistDesk, worklistFacts, delivery };
}

function createDelivery(
  parts: DeskParts,
  worklistFacts: WorklistFactParts,
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
    worklists: {
      ...worklistFacts,
      worklists: records.worklists,
      languageOf: languagesOf(records.profiles, directory),
    },
    undelivered: records.undelivered,
    boardRenderer: createBoardRenderer({ directory, rules }),
    bannerRenderer: createBannerRenderer({ directory, rules }),
    book: records.conversations,
    random: Math.random,
    metrics: parts.metrics.delivery,
  });
}

/** Moves open cards to the channels that are linked now, or to the one named, in the background. */
export function moveCards(delivery: Delivery, log: Pick<Log, 'error'>, linked?: ChannelTarget): void {
  delivery.reroute(linked).catch((error: unknown) => {
    log.error({}, 'cards could not be moved to their channels; the next start tries again', error);
  });
}
