import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryMetrics } from './delivery/index.js';
import type { JobMetrics, SchedulerMetrics } from './scheduler/index.js';

/** What the service counts. Labels are words of the domain, never ids or persons: each value is a series. */
export interface Metrics {
  readonly registry: Registry;
  /** A turn has ended; `kind` is the activity's type, `seconds` are wall seconds from receipt to answer. */
  readonly turn: (kind: string, seconds: number) => void;
  /** A command was decided; `verb` is one of the domain's. */
  readonly command: (verb: string, outcome: string) => void;
  readonly delivery: DeliveryMetrics;
  readonly scheduler: SchedulerMetrics;
  readonly jobs: JobMetrics;
}

const turnKinds = new Set(['message', 'invoke', 'installationUpdate', 'conversationUpdate']);

/** A set of counters of its own. `withProcess` adds memory, processor time and event-loop lag of this process. */
export function createMetrics({ withProcess = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (withProcess) collectDefaultMetrics({ register: registry, prefix: 'campusdesk_' });
  const turns = new Histogram({
    name: 'campusdesk_turn_seconds',
    help: 'Duration of turns from receipt to answer',
    labelNames: ['kind'] as const,
    // People feel 2 s; Teams gives up after 10 to 15 s.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15],
    registers,
  });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> =>
    new Counter({ name: `campusdesk_${name}_total`, help, labelNames, registers });
  const commands = counter('commands', 'Commands decided, by verb and outcome', ['verb', 'outcome']);
  const messages = counter('messages', 'Messages to Teams, by what became of them', ['outcome']);
  const due = counter('due', 'Due documents taken up, by source and outcome', ['source', 'outcome']);
  const recomputed = counter(
    'recomputed_tickets',
    'Tickets that a job on all open ones looked at, by outcome',
    ['outcome'],
  );
  const stuck = new Gauge({
    name: 'campusdesk_due_stuck',
    help: 'Due documents that failed and are left alone for a while, by source',
    labelNames: ['source'] as const,
    registers,
  });
  return {
    registry,
    turn: (kind, seconds) => {
      turns.observe({ kind: turnKinds.has(kind) ? kind : 'other' }, seconds);
    },
    command: (verb, outcome) => {
      commands.inc({ verb, outcome });
    },
    delivery: {
      increment: (outcome) => {
        messages.inc({ outcome });
      },
    },
    jobs: {
      recomputed: (outcome, tickets) => {
        recomputed.inc({ outcome }, tickets);
      },
    },
    scheduler: {
      handled: (source) => {
        due.inc({ source, outcome: 'handled' });
      },
      failed: (source) => {
        due.inc({ source, outcome: 'failed' });
      },
      stuck: (source, documents) => {
        stuck.set({ source }, documents);
      },
    },
  };
}
