import { channelLanguage, type Language } from '../i18n/index.js';
import type { Log } from '../logging.js';
import { instantOf } from '../sla/index.js';
import { TooLarge, Unreadable } from '../store/index.js';
import type { CardRef, ConversationKey, Order, TicketDesk } from '../tickets/index.js';
import type { PersonRef } from '../tickets/ticket.js';
import {
  countWorklistRound,
  dropFormer,
  dropMove,
  giveUpCard,
  isCardOutdated,
  recordWorklistCard,
  type ContactCall,
  type TicketMove,
  type Worklist,
} from '../worklists/index.js';
import { channelTarget } from './conversation-records.js';
import { editCard, postCard, type DocumentCardParts } from './document-card.js';
import type { Candidate } from './routing.js';
import { SendError } from './sender.js';
import type { UndeliveredReason } from './undelivered.js';
import { digestOfView, readWorklistView } from './worklist-facts.js';
import {
  announceUnmanned,
  keyOf,
  roundsBeforeGivingUp,
  tellContact,
  type WorklistSpeaking,
} from './worklist-speaking.js';

export interface WorklistWorkerParts extends WorklistSpeaking {
  readonly desk: () => Pick<TicketDesk, 'execute'>;
  readonly log: Pick<Log, 'warn'>;
}

type Step =
  | { readonly kind: 'card' | 'announce' }
  | { readonly kind: 'move'; readonly move: TicketMove }
  | { readonly kind: 'tell'; readonly call: ContactCall }
  | { readonly kind: 'former'; readonly card: CardRef };

/** How the list of undelivered messages names what a worklist says. */
const cardEntry = { kind: 'show', key: 'show:channel', place: 'channel', attempts: 0 } as const;

/** Does what one worklist has to do: tickets to their next visit, its card, contacts who are told. */
export class WorklistWorker {
  /** What failed in this round; the next one begins when the lease has run out. */
  readonly #setAside = new Set<Step['kind']>();

  constructor(
    private readonly id: string,
    private readonly parts: WorklistWorkerParts,
  ) {}

  /** Returns when nothing is left to do now. @throws LeaseLost, StoreError, AbortError */
  async run(): Promise<void> {
    const { book, signal } = this.parts;
    for (;;) {
      signal.throwIfAborted();
      const worklist = await book.leased(this.id);
      const step = this.#next(worklist);
      if (!step) break;
      if (await this.#do(worklist, step)) continue;
      this.#setAside.add(step.kind);
      await book.record(this.id, countWorklistRound);
    }
    if (this.#setAside.size === 0) await book.release(this.id);
  }

  /** Gives the lease back, so that another process can go on at once. */
  async release(): Promise<void> {
    await this.parts.book.release(this.id);
  }

  /** Tickets first, so that the card shows where they went. */
  #next({ moves, tells, former, announces, ...rest }: Worklist): Step | null {
    const [move] = moves;
    if (move) return { kind: 'move', move };
    const steps: readonly (Step | false | undefined)[] = [
      isCardOutdated({ moves, tells, former, announces, ...rest }) && { kind: 'card' },
      tells[0] && { kind: 'tell', call: tells[0] },
      announces && { kind: 'announce' },
      former[0] && { kind: 'former', card: former[0] },
    ];
    return steps.find((step): step is Step => Boolean(step) && !this.#isSetAside(step)) ?? null;
  }

  #isSetAside(step: Step | false | undefined): boolean {
    return step !== undefined && step !== false && this.#setAside.has(step.kind);
  }

  /** False where it is to be tried again later. */
  async #do(worklist: Worklist, step: Step): Promise<boolean> {
    switch (step.kind) {
      case 'move':
        await this.#move(step.move);
        return true;
      case 'card':
        return this.#show(worklist);
      case 'tell':
        return tellContact(worklist, step.call, this.parts);
      case 'announce':
        return announceUnmanned(worklist, this.parts);
      case 'former':
        return this.#takeButtons(step.card);
    }
  }

  /** What the ticket refuses stays as it is, and so does one that cannot be read: the card says which. */
  async #move(move: TicketMove): Promise<void> {
    const { book, log } = this.parts;
    let isMoved = false;
    try {
      isMoved = await this.#isPlanned(move);
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof TooLarge)) throw error;
      log.warn({ worklistId: this.id, ticketId: move.ticketId }, 'a worklist passes over a ticket', error);
    }
    await book.record(this.id, (worklist) => dropMove(worklist, move.key, isMoved));
  }

  /**
   * By the rights of whoever pressed. Where a visit does not take place, its tickets go on by the clock, too: whoever says so
   * may only look on at what the help desk or the provider has planned for it.
   */
  async #isPlanned(move: TicketMove): Promise<boolean> {
    const { desk, clock } = this.parts;
    const orders = move.by
      ? [personally(move, move.by), ...(move.isMissed ? [byClock(move)] : [])]
      : [byClock(move)];
    for (const order of orders) {
      const outcome = await desk().execute(move.ticketId, order, clock.now());
      if (outcome.kind === 'accepted' || outcome.kind === 'replayed') return true;
      // The rota's own change may have taken it there first.
      if (outcome.kind === 'refused' && outcome.ticket?.visit?.id === move.visit.id) return true;
    }
    return false;
  }

  async #show(worklist: Worklist): Promise<boolean> {
    const edited = worklist.card ? await editCard(worklist.card, this.#card()) : 'lost';
    if (edited === 'done') return true;
    if (edited === 'refused') return this.#leave(worklist, 'rejected');
    if (edited === 'later') return this.#giveUp(worklist);
    const posted = await postCard(await this.#candidates(worklist), this.#card());
    if (posted.kind === 'done') {
      if (worklist.attempts > 0) await this.parts.undelivered.clear(worklist, cardEntry);
      return true;
    }
    if (posted.kind === 'nowhere')
      await this.parts.undelivered.add(worklist, cardEntry, posted.reason, this.parts.clock.now());
    return this.#giveUp(worklist);
  }

  /**
   * When the last visit is over nobody wants the list any more; an edit is tried on for as long as anything else. False
   * where it is to be tried again.
   */
  async #giveUp(worklist: Worklist): Promise<boolean> {
    const { sites, card, attempts } = worklist;
    const isOver = sites.every(({ to }) => instantOf(to) <= this.parts.clock.now());
    const isTried = card === null || attempts >= roundsBeforeGivingUp;
    return isOver && isTried && this.#leave(worklist, 'gave-up');
  }

  /** It stays as it is until something changes, and stands where somebody looks after it. */
  async #leave(worklist: Worklist, reason: UndeliveredReason): Promise<boolean> {
    const { undelivered, clock, book } = this.parts;
    await undelivered.add(worklist, cardEntry, reason, clock.now());
    await book.record(this.id, giveUpCard);
    return true;
  }

  /** The chat of whoever is in force, else the campus' channel, else the help desk's or the administrators' chats. */
  async #candidates({ campusId, date }: Worklist): Promise<readonly Candidate[]> {
    const { worklistDesk, conversations, routing } = this.parts;
    const person = worklistDesk().personInForce({ campusId, date });
    const chat = person && (await conversations.personal(person.id));
    const own: Candidate[] = chat ? [{ conversation: keyOf(chat), detour: null }] : [];
    const target = channelTarget({ party: 'campus', campusId });
    return [...own, ...(await routing.board(target)), ...(await routing.board('helpdesk'))];
  }

  #card(): DocumentCardParts {
    const { book, renderer, transport, signal, clock } = this.parts;
    let seen: string | null = null;
    return {
      transport,
      signal,
      draw: async (conversation) => {
        const worklist = await book.leased(this.id);
        const view = await readWorklistView(worklist, this.parts, clock.now());
        seen = digestOfView(view);
        const message = renderer.card(view, await this.#languageIn(conversation));
        return { message, revision: worklist.revision };
      },
      record: async (place) => book.record(this.id, (worklist) => recordWorklistCard(worklist, place, seen)),
    };
  }

  async #languageIn(conversation: ConversationKey): Promise<Language> {
    const { conversations, languageOf } = this.parts;
    const reader = (await conversations.reference(conversation))?.personId ?? null;
    return reader === null ? channelLanguage : languageOf(reader);
  }

  /** Where that fails, its buttons still lead to the worklist as it is. */
  async #takeButtons(card: CardRef): Promise<boolean> {
    const { transport, renderer, book, signal } = this.parts;
    const language = await this.#languageIn(card.conversation);
    const compose = async () => Promise.resolve(renderer.former(language));
    try {
      await transport.edit(card.conversation, card.activityId, compose, signal);
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
    }
    await book.record(this.id, (worklist) => dropFormer(worklist, card));
    return true;
  }
}

function personally({ key, visit, note }: TicketMove, { id, name }: PersonRef): Order {
  return {
    id: key,
    actor: { kind: 'person', personId: id, name },
    command: { verb: 'plan-visit', untilDate: visit.date, note, visit },
  };
}

function byClock({ key, visit, note }: TicketMove): Order {
  return {
    id: key,
    actor: { kind: 'system' },
    command: { verb: 'plan-visit', until: visit.from, note, visit },
  };
}
