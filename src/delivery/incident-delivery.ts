import type { Incident } from '../incidents/index.js';
import type { Log } from '../logging.js';
import type { Versioned } from '../store/index.js';
import type { ChannelTarget } from './conversation-records.js';
import { IncidentBook, type IncidentBookParts } from './incident-book.js';
import { IncidentWorker, type IncidentWorkerParts } from './incident-worker.js';
import { rerouteIncidents } from './incident-rerouting.js';
import { LeaseLost } from './leased-ticket.js';

export interface IncidentDeliveryParts
  extends IncidentBookParts, Omit<IncidentWorkerParts, 'book' | 'log' | 'clock' | 'rules'> {
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** Works on the incidents for which this process holds the lease, each by one worker. */
export class IncidentDelivery {
  readonly #working = new Map<string, { readonly running: Promise<void>; again: boolean }>();
  readonly #book: IncidentBook;

  constructor(private readonly parts: IncidentDeliveryParts) {
    this.#book = new IncidentBook(parts);
  }

  /** Does what an incident has to do. Returns at once; never throws. */
  deliver({ document: { id } }: Versioned<Incident>): void {
    const busy = this.#working.get(id);
    if (busy) busy.again = true;
    else this.#working.set(id, { running: this.#work(id), again: false });
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
    return this.#working.size;
  }

  /** Resolves when nothing is being done. */
  async settled(): Promise<void> {
    while (this.#working.size > 0)
      await Promise.all([...this.#working.values()].map(({ running }) => running));
  }

  async #work(id: string): Promise<void> {
    // The caller puts the work into the map before anything of it runs.
    await Promise.resolve();
    const { signal } = this.parts;
    let worker = new IncidentWorker(id, { ...this.parts, book: this.#book });
    try {
      do {
        this.#notAgain(id);
        worker = new IncidentWorker(id, { ...this.parts, book: this.#book });
        await worker.run();
      } while (this.#working.get(id)?.again === true && !signal.aborted);
    } catch (error) {
      this.#report(error, id);
      if (signal.aborted) await this.#giveBack(worker, id);
    }
    this.#working.delete(id);
  }

  #notAgain(id: string): void {
    const working = this.#working.get(id);
    if (working) working.again = false;
  }

  async #giveBack(worker: IncidentWorker, id: string): Promise<void> {
    try {
      await worker.release();
    } catch (error) {
      this.#report(error, id);
    }
  }

  #report(error: unknown, incidentId: string): void {
    const isAborted = this.parts.signal.aborted && error instanceof Error && error.name === 'AbortError';
    if (isAborted) return;
    if (error instanceof LeaseLost)
      this.parts.log.info({ incidentId }, 'another process works on this incident');
    else
      this.parts.log.error(
        { incidentId },
        'work on an incident was interrupted; it goes on when the lease has run out',
        error,
      );
  }
}
