import {
  countIncidentRound,
  dropIncidentCall,
  isCardOutdated,
  recordIncidentCard,
  type FollowUp,
  type Incident,
  type IncidentCall,
  type IncidentPlace,
} from '../incidents/index.js';
import type { Log } from '../logging.js';
import type { Rules } from '../tickets/index.js';
import { failureOf } from './attempt.js';
import { editCard, postCard, type DocumentCardParts } from './document-card.js';
import type { IncidentBook } from './incident-book.js';
import { readIncidentView, type IncidentFactParts } from './incident-facts.js';
import { doPage, type FollowUpParts } from './incident-follow-ups.js';
import type { IncidentRenderer } from './incident-renderer.js';
import type { Routing } from './routing.js';
import { SendError } from './sender.js';
import type { Transport } from './transport.js';
import type { UndeliveredList } from './undelivered.js';

export interface IncidentWorkerParts extends IncidentFactParts, Omit<FollowUpParts, 'log'> {
  readonly book: IncidentBook;
  readonly rules: Rules;
  readonly routing: Pick<Routing, 'board'>;
  readonly transport: Transport;
  readonly renderer: IncidentRenderer;
  readonly undelivered: UndeliveredList;
  readonly log: Pick<Log, 'warn'>;
  readonly signal: AbortSignal;
}

type Step =
  | { readonly kind: 'card' }
  | { readonly kind: 'page'; readonly followUp: FollowUp }
  | { readonly kind: 'call'; readonly call: IncidentCall; readonly under: IncidentPlace };

/** How the list of undelivered messages names an incident's card. */
const cardEntry = { kind: 'show', key: 'show:channel', place: 'channel', attempts: 0 } as const;

/** Does what one incident has to do: its card in the help desk's channel, commands to its tickets, reminders. */
export class IncidentWorker {
  /** What failed in this round; the next one begins when the lease has run out. */
  readonly #setAside = new Set<Step['kind']>();

  constructor(
    private readonly id: string,
    private readonly parts: IncidentWorkerParts,
  ) {}

  /**
   * Returns when nothing is left to do now.
   * @throws LeaseLost, StoreError, AbortError
   */
  async run(): Promise<void> {
    const { book, signal } = this.parts;
    for (;;) {
      signal.throwIfAborted();
      const incident = await book.leased(this.id);
      const step = this.#next(incident);
      if (!step) break;
      await this.#do(incident, step);
    }
    if (this.#setAside.size === 0) await book.release(this.id);
  }

  /** Gives the lease back, so that another process can go on at once. */
  async release(): Promise<void> {
    await this.parts.book.release(this.id);
  }

  #next(incident: Incident): Step | null {
    const { rules, clock } = this.parts;
    const { card, followUps, calls } = incident;
    if (isCardOutdated(incident) && !this.#setAside.has('card')) return { kind: 'card' };
    const [followUp] = followUps;
    if (followUp) return { kind: 'page', followUp };
    const [call] = calls;
    if (!call || !card || this.#setAside.has('call') || !rules.calendar.isOpen(clock.now())) return null;
    return { kind: 'call', call, under: card };
  }

  async #do(incident: Incident, step: Step): Promise<void> {
    if (step.kind === 'page') {
      await doPage(incident, step.followUp, this.parts);
      return;
    }
    const isDone =
      step.kind === 'card' ? await this.#show(incident) : await this.#remind(step.call, step.under);
    if (isDone) return;
    this.#setAside.add(step.kind);
    await this.parts.book.record(this.id, countIncidentRound);
  }

  /** False where it is to be tried again later. */
  async #show(incident: Incident): Promise<boolean> {
    const { card } = incident;
    const edited = card ? await editCard(card, this.#card()) : 'lost';
    if (card && edited === 'refused') return this.#leave(card, incident);
    return edited === 'lost' ? this.#post(incident) : edited === 'done';
  }

  /** Teams will never take it: it stays as it is until something changes, and somebody looks after it. */
  async #leave(card: IncidentPlace, incident: Incident): Promise<boolean> {
    const { undelivered, clock, book } = this.parts;
    await undelivered.add(incident, cardEntry, 'rejected', clock.now());
    const shown = { ...card, shownRevision: incident.revision };
    await book.record(this.id, (current) => recordIncidentCard(current, shown));
    return true;
  }

  /** Posts in the first conversation that takes it: the help desk's channel, else the administrators' chats. */
  async #post(incident: Incident): Promise<boolean> {
    const { routing, undelivered, clock, log } = this.parts;
    const posted = await postCard(await routing.board('helpdesk'), this.#card());
    if (posted.kind === 'later') return false;
    if (posted.kind === 'done') {
      if (incident.attempts > 0) await undelivered.clear(incident, cardEntry);
      return true;
    }
    const { reason } = posted;
    if (incident.attempts === 0) {
      log.warn({ incidentId: this.id, reason }, 'the card of an incident reached nobody');
    }
    await undelivered.add(incident, cardEntry, reason, clock.now());
    return false;
  }

  /** A reply under the card. One that was perhaps sent is not sent again, and one that fails for good is left out. */
  async #remind(call: IncidentCall, under: IncidentPlace): Promise<boolean> {
    const { transport, book, renderer, clock, log, signal } = this.parts;
    const compose = async () => {
      const incident = await book.leased(this.id);
      if (incident.state !== 'open') return null;
      return renderer.reminder(await readIncidentView(incident, this.parts, clock.now()), call);
    };
    try {
      await transport.post(under.conversation, under.activityId, compose, signal);
    } catch (error) {
      const isPerhapsSent = error instanceof SendError && error.outcome === 'unknown';
      if (!isPerhapsSent && failureOf(error).kind === 'later') return false;
      log.warn(
        { incidentId: this.id, stage: call.stage },
        'a reminder of an incident may have reached nobody',
      );
    }
    await book.record(this.id, (incident) => dropIncidentCall(incident, call.key));
    return true;
  }

  /** The card, drawn when its turn has come, and written down at once. */
  #card(): DocumentCardParts {
    const { book, renderer, clock, transport, signal } = this.parts;
    return {
      transport,
      signal,
      draw: async () => {
        const incident = await book.leased(this.id);
        const view = await readIncidentView(incident, this.parts, clock.now());
        return { message: renderer.card(view), revision: incident.revision };
      },
      record: async (place) => book.record(this.id, (incident) => recordIncidentCard(incident, place)),
    };
  }
}
