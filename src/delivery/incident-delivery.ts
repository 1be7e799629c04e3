import type { Incident } from '../incidents/index.js';
import type { Log } from '../logging.js';
import type { Versioned } from '../store/index.js';
import type { ChannelTarget } from './conversation-records.js';
import { Crew } from './crew.js';
import { IncidentBook, type IncidentBookParts } from './incident-book.js';
import { IncidentWorker, type IncidentWorkerParts } from './incident-worker.js';
import { rerouteIncidents } from './incident-rerouting.js';

export interface IncidentDeliveryParts
  extends IncidentBookParts, Omit<IncidentWorkerParts, 'book' | 'log' | 'clock' | 'rules'> {
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** Works on the incidents for which this process holds the lease, each by one worker. */
export class IncidentDelivery {
  readonly #crew: Crew;
  readonly #book: IncidentBook;

  constructor(private readonly parts: IncidentDeliveryParts) {
    this.#book = new IncidentBook(parts);
    this.#crew = new Crew({
      ...parts,
      says: {
        taken: 'another process works on this incident',
        interrupted: 'work on an incident was interrupted; it goes on when the lease has run out',
      },
      repeats: true,
    });
  }

  /** Does what an incident has to do. Returns at once; never throws. */
  deliver({ document: { id } }: Versioned<Incident>): void {
    this.#crew.begin({
      id,
      about: { incidentId: id },
      newWorker: () => new IncidentWorker(id, { ...this.parts, book: this.#book }),
    });
  }

  /** Moves cards to the help desk's channel as it is linked now; see {@link rerouteIncidents}. */
  async reroute(linked?: ChannelTarget): Promise<number> {
    const deliver = (written: Versioned<Incident>): void => {
      this.deliver(written);
    };
    return rerouteIncidents({ ...this.parts, deliver }, linked);
  }

  /** How many incidents are being worked on. */
  get busy(): number {
    return this.#crew.busy;
  }

  /** Resolves when nothing is being done. */
  async settled(): Promise<void> {
    await this.#crew.settled();
  }
}
