import type { BulkJob } from '../bulk/index.js';
import type { DirectoryBook, ProfileBook } from '../campus/index.js';
import type { Clock } from '../clock.js';
import type {
  ChannelTarget,
  ConversationBook,
  Renderer,
  Sender,
  WorklistFactParts,
} from '../delivery/index.js';
import type { Incident, IncidentDesk } from '../incidents/index.js';
import type { Understand } from '../intake/index.js';
import type { ArticleUse, Library } from '../knowledge/index.js';
import type { Log } from '../logging.js';
import type { MaintenanceDesk } from '../maintenance/index.js';
import type { PhotoAlbum } from '../photos/index.js';
import type { Collection } from '../store/index.js';
import type { Rules, Ticket, TicketDesk } from '../tickets/index.js';
import type { RotaBook } from '../visits/index.js';
import type { WorklistDesk } from '../worklists/index.js';

/** What the handlers of the Teams edge work with. Nothing is decided here: they translate and pass on. */
export interface BotParts {
  readonly desk: TicketDesk;
  readonly tickets: Collection<Ticket>;
  readonly incidentDesk: IncidentDesk;
  readonly incidents: Collection<Incident>;
  readonly directory: DirectoryBook;
  readonly profiles: ProfileBook;
  readonly conversations: ConversationBook;
  readonly renderer: Renderer;
  readonly sender: Sender;
  readonly photos: PhotoAlbum;
  readonly maintenance: MaintenanceDesk;
  readonly rota: RotaBook;
  readonly worklistDesk: WorklistDesk;
  /** What a worklist's card is drawn from. */
  readonly worklistFacts: WorklistFactParts;
  readonly understand: Understand;
  /** The self-help articles as they are now. */
  readonly knowledge: () => Library;
  readonly articleUses: Collection<ArticleUse>;
  /** Commands to many tickets, to be worked off. */
  readonly bulks: Collection<BulkJob>;
  readonly clock: Clock;
  readonly rules: Rules;
  /** A random whole number from 0 to 255, for ids. */
  readonly randomByte: () => number;
  /** Moves the open cards once a channel was linked. */
  readonly onLinked: (target: ChannelTarget) => void;
  /** Brings open tickets to whoever answers for them, once an absence was entered or ended. */
  readonly onAbsence: () => void;
  readonly log: Log;
}
