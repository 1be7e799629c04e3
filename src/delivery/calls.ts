import type { Clock } from '../clock.js';
import { isoOf } from '../sla/index.js';
import {
  dropIntention,
  recentCall,
  recordCalled,
  stillMatters,
  type Call,
  type CallIntention,
  type Ticket,
} from '../tickets/index.js';
import { failureOf, type Attempt } from './attempt.js';
import { isSameConversation } from './conversation-records.js';
import type { Fact, LeasedTicket } from './leased-ticket.js';
import type { Renderer } from './renderer.js';
import type { Candidate, Routing } from './routing.js';
import { SendError, type OutgoingMessage } from './sender.js';
import { stillTold } from './still-told.js';
import type { Transport } from './transport.js';

export interface CallParts {
  readonly transport: Transport;
  readonly routing: Routing;
  readonly renderer: Renderer;
  readonly clock: Clock;
}

/**
 * Calls somebody by a new message, or adds to the one that called them less than 60 s ago. Adding is an edit, which
 * notifies nobody: what mentions somebody whom that message did not is told by a new one.
 */
export class Calls {
  constructor(private readonly parts: CallParts) {}

  /**
   * Delivers calls for the same people as one message. What was sent is written down at once.
   * @throws LeaseLost, StoreError, AbortError
   */
  async deliver(
    leased: LeasedTicket,
    to: CallIntention['to'],
    entries: readonly CallIntention[],
    signal: AbortSignal,
  ): Promise<Attempt> {
    const candidates = await this.parts.routing.call(leased.ticket, to);
    const recent = recentCall(leased.ticket, to, this.parts.clock.now());
    const isStillThere =
      recent && candidates[0] && isSameConversation(recent.conversation, candidates[0].conversation);
    if (isStillThere && isHeard(this.#message(leased.ticket, to, entries, recent), recent)) {
      const added = await this.#add(leased, to, entries, recent, signal);
      if (added.kind !== 'undeliverable') return added;
    }
    let failure: Attempt = { kind: 'undeliverable', reason: 'nowhere' };
    for (const candidate of candidates) {
      failure = await this.#post(candidate, leased, to, entries, signal);
      if (failure.kind !== 'undeliverable') return failure;
    }
    return failure;
  }

  async #add(
    leased: LeasedTicket,
    to: CallIntention['to'],
    entries: readonly CallIntention[],
    recent: Call,
    signal: AbortSignal,
  ): Promise<Attempt> {
    const draft = this.#draft(leased, to, entries, recent);
    try {
      const sent = await this.parts.transport.edit(
        recent.conversation,
        recent.activityId,
        draft.compose,
        signal,
      );
      if (sent === 'not-wanted') return { kind: 'look-again' };
      await leased.record([
        called(draft.pending, to, { ...recent, told: [...recent.told, ...draft.pending.map(told)] }),
      ]);
      return { kind: 'look-again' };
    } catch (error) {
      return failureOf(error);
    }
  }

  async #post(
    { conversation, root }: Candidate,
    leased: LeasedTicket,
    to: CallIntention['to'],
    entries: readonly CallIntention[],
    signal: AbortSignal,
  ): Promise<Attempt> {
    const { transport, clock } = this.parts;
    const draft = this.#draft(leased, to, entries, null);
    try {
      const sent = await transport.post(conversation, root, draft.compose, signal);
      if (sent === 'not-wanted') return { kind: 'look-again' };
      const { pending, mentioned } = draft;
      const call: Call = {
        at: isoOf(clock.now()),
        conversation,
        ...sent,
        told: pending.map(told),
        mentioned,
      };
      await leased.record([called(pending, to, call)]);
      return { kind: 'look-again' };
    } catch (error) {
      const isPerhapsSent = error instanceof SendError && error.outcome === 'unknown';
      if (!isPerhapsSent) return failureOf(error);
      await leased.record([perhapsCalled(draft.pending)]);
      return { kind: 'look-again' };
    }
  }

  /** The message, drawn when its turn has come, which of the calls it then tells, and whom it mentions. */
  #draft(
    leased: LeasedTicket,
    to: CallIntention['to'],
    entries: readonly CallIntention[],
    before: Call | null,
  ): Draft {
    const draft: Draft = {
      pending: entries,
      mentioned: [],
      compose: async () => {
        const ticket = await leased.fresh();
        const waiting = new Set(ticket.outbox.map(({ key }) => key));
        draft.pending = entries.filter((entry) => waiting.has(entry.key) && stillMatters(entry, ticket));
        if (draft.pending.length === 0) return null;
        const message = this.#message(ticket, to, draft.pending, before);
        draft.mentioned = mentionedIn(message);
        return before === null || isHeard(message, before) ? message : null;
      },
    };
    return draft;
  }

  #message(
    ticket: Ticket,
    to: CallIntention['to'],
    entries: readonly CallIntention[],
    before: Call | null,
  ): OutgoingMessage {
    const now = this.parts.clock.now();
    const all = [...(before?.told ?? []), ...entries.map(told)];
    const at = before?.at ?? isoOf(now);
    return this.parts.renderer.call(ticket, { to, told: stillTold(ticket, all, at) }, now);
  }
}

interface Draft {
  pending: readonly CallIntention[];
  mentioned: readonly string[];
  readonly compose: () => Promise<OutgoingMessage | null>;
}

/** Whether everybody whom it mentions was mentioned when the message was new. */
function isHeard(message: OutgoingMessage, before: Call): boolean {
  return mentionedIn(message).every((id) => before.mentioned?.includes(id));
}

function mentionedIn({ mentions = [] }: OutgoingMessage): readonly string[] {
  return mentions.map(({ id }) => id);
}

function told({ about, entryId }: CallIntention): Call['told'][number] {
  return { about, entryId };
}

function called(entries: readonly CallIntention[], to: CallIntention['to'], call: Call): Fact {
  return (ticket, rules, now) =>
    entries.reduce((each, { key }) => recordCalled(each, { key, to, call }, rules, now), ticket);
}

/** It timed out, so nobody knows the message's id: done, but nothing can be added to it. */
function perhapsCalled(entries: readonly CallIntention[]): Fact {
  return (ticket, rules, now) =>
    entries.reduce((each, { key }) => dropIntention(each, key, rules, now), ticket);
}
