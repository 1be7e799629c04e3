import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryCounter, DeliveryMetrics } from './delivery/index.js';

/** What the service counts. Labels are words of the domain, never ids or persons: each value is a series. */
export interface Metrics {
  readonly registry: Registry;
  /** A turn has ended; `seconds` are wall seconds from receipt to answer. */
  turn(kind: TurnKind, outcome: 'answered' | 'failed', seconds: number): void;
  /** A command was decided; `verb` is one of the domain's. */
  command(verb: string, outcome: 'accepted' | 'refused' | 'replayed'): void;
  message(kind: 'post' | 'reply' | 'edit', outcome: MessageOutcome): void;
  /** How long the oldest message has been waiting to be sent; 0 where none is. */
  outboxAge(seconds: number): void;
  /** How long after its time a due document was taken up. */
  dueLag(seconds: number): void;
  /** A write came too late, because somebody else had written; `collection` is the store's name for it. */
  storeConflict(collection: string): void;
}

export type TurnKind = 'message' | 'invoke' | 'install' | 'other';
/** `perhaps-sent`: timed out, so nobody knows. `failed` will not be tried again, `retried` will. */
export type MessageOutcome = 'sent' | 'perhaps-sent' | 'retried' | 'failed';

/** A set of counters of its own. `withProcess` adds memory, processor time and event-loop lag of this process. */
export function createMetrics({ withProcess = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry, prefix: 'campusdesk_' });

  const turns = new Histogram({
    name: 'campusdesk_turn_seconds',
    help: 'Duration of turns from receipt to answer',
    labelNames: ['kind', 'outcome'] as const,
    // People feel 2 s; Teams gives up after 10 to 15 s.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15],
    registers,
  });
  const commands = new Counter({
    name: 'campusdesk_commands_total',
    help: 'Commands decided, by verb and outcome',
    labelNames: ['verb', 'outcome'] as const,
    registers,
  });
  const messages = new Counter({
    name: 'campusdesk_messages_total',
    help: 'Attempts to post, reply and edit, by outcome',
    labelNames: ['kind', 'outcome'] as const,
    registers,
  });
  const outboxAge = new Gauge({
    name: 'campusdesk_outbox_age_seconds',
    help: 'Age of the oldest message that waits to be sent',
    registers,
  });
  const dueLag = new Histogram({
    name: 'campusdesk_due_lag_seconds',
    help: 'Time between a document being due and being taken up',
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800],
    registers,
  });
  const conflicts = new Counter({
    name: 'campusdesk_store_conflicts_total',
    help: 'Conditional writes that came too late, by collection',
    labelNames: ['collection'] as const,
    registers,
  });

  return {
    registry,
    turn: (kind, outcome, seconds) => {
      turns.observe({ kind, outcome }, seconds);
    },
    command: (verb, outcome) => {
      commands.inc({ verb, outcome });
    },
    message: (kind, outcome) => {
      messages.inc({ kind, outcome });
    },
    outboxAge: (seconds) => {
      outboxAge.set(seconds);
    },
    dueLag: (seconds) => {
      dueLag.observe(seconds);
    },
    storeConflict: (collection) => {
      conflicts.inc({ collection });
    },
  };
}

/** What delivery counts, as the service's metrics. */
export function deliveryMetrics(metrics: Pick<Metrics, 'message'>): DeliveryMetrics {
  const counted: Readonly<Record<DeliveryCounter, Parameters<Metrics['message']>>> = {
    sent: ['post', 'sent'],
    edited: ['edit', 'sent'],
    perhapsSent: ['post', 'perhaps-sent'],
    failed: ['post', 'retried'],
    undelivered: ['post', 'failed'],
  };
  return {
    increment: (counter) => {
      metrics.message(...counted[counter]);
    },
  };
}
