import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createAdapter, createBot, TeamsSender } from './bot/index.js';
import { DirectoryBook, ProfileBook } from './campus/index.js';
import { fastClock, systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import {
  ConversationBook,
  createTicketRenderer,
  Delivery,
  undeliveredCollection,
  type ChannelTarget,
} from './delivery/index.js';
import { createUnderstand } from './intake/index.js';
import type { Log } from './logging.js';
import { createMetrics, deliveryMetrics } from './metrics.js';
import { readiness } from './readiness.js';
import { Scheduler, TicketSource } from './scheduler/index.js';
import { createServer, type ProcessServer } from './server.js';
import { compileCalendar, defaultCalendar, defaultPolicy, parseCalendar } from './sla/index.js';
import type { DocumentStore } from './store/index.js';
import { openStore } from './store/open-store.js';
import { TicketDesk, ticketCollection, type Rules } from './tickets/index.js';

/** A running help desk. */
export interface Service {
  /** Where it listens, `http://127.0.0.1:3978`. */
  readonly address: string;
  /** Takes no new turn, finishes running ones, gives leases back, closes the store. */
  stop(): Promise<void>;
}

const leaseWallMs = 30_000;
const directoryRefreshWallMs = 10_000;
const schedulerPollWallMs = 1_000;
const stopLimitMs = 10_000;

/** What tests and the demonstration put in place of what the configuration names. */
export interface Replaced {
  readonly clock?: Clock;
  readonly store?: DocumentStore;
}

/**
 * Builds the parts in order, and starts them.
 * @throws StoreUnavailable, ListenError, DefinitionError (service calendar); each message is one line for whoever runs it
 */
export async function startService(config: Config, log: Log, replaced: Replaced = {}): Promise<Service> {
  const rules = await readRules(config);
  const { store, warnings } = replaced.store
    ? { store: replaced.store, warnings: [] }
    : await openStore(config.store);
  for (const warning of [...config.warnings, ...warnings]) log.warn({}, warning);
  try {
    return await startOn(store, config, rules, log, replaced.clock ?? clockOf(config));
  } catch (error) {
    await store.close();
    throw error;
  }
}

function clockOf({ clockSpeed }: Config): Clock {
  return clockSpeed === 1 ? systemClock : fastClock(clockSpeed, Date.now());
}

async function readRules({ serviceCalendarPath }: Config): Promise<Rules> {
  const definition =
    serviceCalendarPath === null
      ? defaultCalendar
      : parseCalendar(JSON.parse(await readFile(serviceCalendarPath, 'utf8')));
  return { calendar: compileCalendar(definition), policy: defaultPolicy };
}

async function startOn(
  store: DocumentStore,
  config: Config,
  rules: Rules,
  log: Log,
  clock: Clock,
): Promise<Service> {
  const metrics = createMetrics({ withProcess: true });
  const adapter = createAdapter(config.auth);
  const appId = config.auth.appId ?? '';
  const tickets = await store.collection(ticketCollection);
  const directory = await DirectoryBook.open(store);
  const profiles = await ProfileBook.open(store);
  const conversations = await ConversationBook.open(store, clock);
  const undelivered = await store.collection(undeliveredCollection);
  const { timeZone } = rules.calendar;
  const current = () => directory.current();
  const renderer = createTicketRenderer({ directory: current, timeZone });
  const sender = new TeamsSender(adapter, appId, conversations);
  const lease = { owner: config.instance, milliseconds: leaseWallMs * config.clockSpeed };
  const delivery = new Delivery({
    tickets,
    undelivered,
    book: conversations,
    directory: current,
    renderer,
    sender,
    rules,
    clock,
    lease,
    random: Math.random,
    log,
    metrics: deliveryMetrics(metrics),
  });
  const desk = new TicketDesk({
    tickets,
    directory: current,
    rules,
    lease,
    onWritten: (written) => {
      delivery.deliver(written);
    },
  });
  const reroute = (target?: ChannelTarget): void => {
    delivery.reroute(target).catch((error: unknown) => {
      log.error({}, 'cards could not be moved to their channels; the next start tries again', error);
    });
  };
  const bot = createBot(
    adapter,
    {
      desk,
      tickets,
      directory,
      profiles,
      conversations,
      renderer,
      sender,
      understand: createUnderstand(),
      clock,
      timeZone,
      randomByte: () => randomInt(256),
      onLinked: reroute,
      log,
    },
    config.auth.mode === 'on' ? config.auth.tenantId : null,
  );
  const scheduler = new Scheduler({
    sources: [new TicketSource({ tickets, desk, delivery, rules, clock, lease })],
    clock,
    log,
    pollMs: schedulerPollWallMs * config.clockSpeed,
  });
  const server = createServer({
    config,
    log,
    onActivity: async (request, response) => {
      await adapter.process(request, response, async (context) => {
        await bot.run(context);
      });
    },
    ready: async () => readiness(store, directory, conversations),
    metrics: metrics.registry,
  });
  const refreshing = keepFresh(directory, log);
  const address = await server.listen();
  scheduler.start();
  reroute();
  log.info({ port: config.port, instance: config.instance, store: config.store.kind }, 'ready');
  return { address, stop: async () => stop({ server, refreshing, scheduler, delivery, store }) };
}

interface Running {
  readonly server: ProcessServer;
  readonly refreshing: NodeJS.Timeout;
  readonly scheduler: Scheduler;
  readonly delivery: Delivery;
  readonly store: DocumentStore;
}

/** From the outside to the inside: no new turn, no new reminder, no message on its way, and then the store. */
async function stop({ server, refreshing, scheduler, delivery, store }: Running): Promise<void> {
  clearInterval(refreshing);
  await server.stop(stopLimitMs);
  await scheduler.stop();
  await delivery.stop(stopLimitMs);
  await store.close();
}

/** An import or apply on the command line reaches a running service within seconds. */
function keepFresh(directory: DirectoryBook, log: Log): NodeJS.Timeout {
  return setInterval(() => {
    directory.refresh().catch((error: unknown) => {
      log.warn({}, 'the directory could not be read again; the known one is used', error);
    });
  }, directoryRefreshWallMs);
}
