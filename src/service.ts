import { randomInt } from 'node:crypto';
import type { BoardRules } from './board/index.js';
import { createAdapter, createBot, missingFields, TeamsSender } from './bot/index.js';
import { prepareCards } from './cards/index.js';
import type { Directory, DirectoryBook } from './campus/index.js';
import { fastClock, systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import {
  ConversationLimits,
  createBoardRenderer,
  createIncidentRenderer,
  createTicketRenderer,
  Delivery,
  teamsLimits,
  withRecentCards,
  type ChannelTarget,
  type RateLimit,
} from './delivery/index.js';
import { gatherWallMs } from './gathering.js';
import { IncidentChecks } from './incident-checks.js';
import { IncidentDesk } from './incidents/index.js';
import { readIntakeModel } from './intake-model.js';
import { createUnderstand, type Understand } from './intake/index.js';
import { withCorrections } from './learning/index.js';
import type { Language } from './i18n/language.js';
import { KnowledgeFiles } from './knowledge-files.js';
import type { Library } from './knowledge/index.js';
import type { Log } from './logging.js';
import { createMetrics, type Metrics } from './metrics.js';
import type { PhotoAlbum } from './photos/index.js';
import { readiness } from './readiness.js';
import { BoardSource, IncidentSource, Scheduler, TicketSource, type JobStarter } from './scheduler/index.js';
import { createServer, type ProcessServer } from './server.js';
import { createServiceJobs } from './service-jobs.js';
import { openPhotos, removePhotos } from './service-photos.js';
import { openRecords, type Records } from './service-records.js';
import { readServiceRules } from './service-rules-files.js';
import { instantOf } from './sla/index.js';
import type { DocumentStore, Versioned } from './store/index.js';
import { openStore } from './store/open-store.js';
import { TicketDesk, type LeaseTerms, type Rules, type Ticket } from './tickets/index.js';

/** A running help desk. */
export interface Service {
  /** Where it listens, `http://127.0.0.1:3978`. */
  readonly address: string;
  /** Takes no new turn, finishes running ones, gives leases back, closes the store. */
  stop(): Promise<void>;
}

const directoryRefreshWallMs = 10_000;
const schedulerPollWallMs = 1_000;
const stopLimitMs = 10_000;
/** The most that LEASE_SECONDS may be. */
const longestLeaseWallMs = 600_000;

/** What tests and the demonstration put in place of what the configuration names. */
export interface Replaced {
  readonly clock?: Clock;
  readonly store?: DocumentStore;
  /** How often it may speak in one conversation, where that is not Teams. */
  readonly limits?: readonly RateLimit[];
}

/**
 * Builds the parts in order, and starts them.
 * @throws StoreUnavailable, ListenError, RulesFileError, IntakeModelError; each message is for whoever runs it
 */
export async function startService(config: Config, log: Log, replaced: Replaced = {}): Promise<Service> {
  const rules = await readServiceRules(config.rulesPaths);
  const understand = createUnderstand(await readIntakeModel(config.intakeModel));
  const { store, warnings } = replaced.store
    ? { store: replaced.store, warnings: [] }
    : await openStore(config.store);
  for (const warning of [...config.warnings, ...warnings]) log.warn({}, warning);
  try {
    return await startOn(store, {
      config,
      rules,
      understand,
      knowledge: await KnowledgeFiles.open(config.knowledgePath, log),
      log,
      replaced,
      clock: replaced.clock ?? clockOf(config),
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

function clockOf({ clockSpeed, clockStart }: Config): Clock {
  if (clockSpeed === 1 && clockStart === null) return systemClock;
  return fastClock(clockSpeed, clockStart === null ? Date.now() : instantOf(clockStart));
}

async function startOn(store: DocumentStore, start: Start): Promise<Service> {
  const { config, log, knowledge } = start;
  const metrics = createMetrics({ withProcess: true });
  const records = await openRecords(store, start.clock);
  const { directory, conversations } = records;
  const photos = await openPhotos(config);
  const { adapter, bot, delivery, scheduler, jobs } = assemble(records, start, metrics, photos.album);
  prepareCards();
  const server = createServer({
    config,
    log,
    onActivity: async (request, response) => {
      // The SDK would answer 500 with its own words.
      const missing = missingFields(request.body);
      if (missing.length > 0) {
        response.json(400, { code: 'BadRequest', message: `The activity lacks ${missing.join(', ')}.` });
        return;
      }
      const receivedAt = performance.now();
      await adapter.process(request, response, async (context) => {
        await bot.run(context);
      });
      metrics.turn(String(request.body['type']), (performance.now() - receivedAt) / 1000);
    },
    ready: async () => {
      const report = await readiness(store, directory, conversations, scheduler, log);
      return { ...report, notes: [...report.notes, ...knowledge.notes()] };
    },
    metrics: metrics.registry,
    photos: photos.album,
  });
  const address = await server.listen();
  photos.listensAt(address);
  // Only now: its timer would keep a process alive that could not listen.
  const refreshing = keepFresh(directory, jobs, log);
  const unwatch = knowledge.watch();
  await beginJobs(jobs, log);
  scheduler.start();
  // A process may have died while cards were moving to a channel that had just been linked.
  moveCards(delivery, log);
  log.info({ port: config.port, instance: config.instance, store: config.store.kind }, 'ready');
  return {
    address,
    stop: async () => {
      unwatch();
      await stop({ server, refreshing, scheduler, delivery, store });
    },
  };
}

interface Start {
  readonly config: Config;
  readonly rules: Rules;
  readonly understand: Understand;
  readonly knowledge: KnowledgeFiles;
  readonly log: Log;
  readonly clock: Clock;
  readonly replaced: Replaced;
}

/** The parts on both sides of the records: the desk that writes tickets, and what brings them to people. */
function assemble(records: Records, start: Start, metrics: Metrics, photos: PhotoAlbum): Assembled {
  const { config, rules, log, clock } = start;
  const { tickets, incidents } = records;
  const knowledge = (): Library => start.knowledge.current();
  const articleTitle = (id: string, language: Language): string | null =>
    knowledge().article(id, language)?.title ?? null;
  const adapter = createAdapter(config.auth);
  const directory = (): Directory => records.directory.current();
  const photoUrl = (id: string): string | null => photos.urlOf(id);
  const renderer = withRecentCards(
    createTicketRenderer({ directory, rules, photoUrl, articleTitle }),
    directory,
  );
  const sender = new TeamsSender(adapter, config.auth.appId ?? '', records.conversations);
  const shared = sharedParts(records, start, directory);
  const { lease } = shared;
  // Delivery and desks need one another: each is asked for when there is something to do.
  const desks = { desk: () => desk, incidentDesk: () => incidentDesk };
  const delivery = new Delivery({
    ...shared,
    checks: withCorrections(
      new IncidentChecks({ tickets, incidents, clock, ...desks }),
      records.examples,
      directory,
    ),
    incidents: { incidents, desk: desks.desk, renderer: createIncidentRenderer() },
    undelivered: records.undelivered,
    boardRenderer: createBoardRenderer({ directory, rules }),
    book: records.conversations,
    renderer,
    sender,
    random: Math.random,
    metrics: metrics.delivery,
    limits: new ConversationLimits(clock, start.replaced.limits ?? teamsLimits),
  });
  const onWritten = (written: Versioned<Ticket>): void => {
    delivery.deliver(written);
  };
  const desk = new TicketDesk({
    tickets,
    directory,
    rules,
    lease,
    onWritten,
    onGone: async (ticket) => removePhotos(ticket, photos, log),
    onDecided: metrics.command,
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
  const edge = { renderer, sender, clock, rules, log, understand: start.understand, knowledge };
  const bot = createBot(
    adapter,
    {
      ...records,
      ...edge,
      desk,
      incidentDesk,
      photos,
      randomByte: () => randomInt(256),
      onLinked: (target) => {
        moveCards(delivery, log, target);
      },
    },
    config.auth.mode === 'on' ? config.auth.tenantId : null,
  );
  return {
    adapter,
    bot,
    delivery,
    ...createClockwork(shared, { records, desk, incidentDesk, delivery, config, metrics }),
  };
}

/** What delivery and the clock both need. Milliseconds are those of the service's clock. */
interface SharedParts extends Pick<Records, 'tickets' | 'boards'>, Pick<Start, 'rules' | 'log' | 'clock'> {
  readonly directory: () => Directory;
  readonly lease: LeaseTerms;
  readonly boardRules: BoardRules;
}

function sharedParts(
  { tickets, boards }: Records,
  { config, rules, log, clock }: Start,
  directory: () => Directory,
): SharedParts {
  const { clockSpeed, instance, leaseWallMs } = config;
  const lease = {
    owner: instance,
    milliseconds: leaseWallMs * clockSpeed,
    longest: longestLeaseWallMs * clockSpeed,
  };
  const boardRules = { calendar: rules.calendar, gatherMs: gatherWallMs * clockSpeed };
  return { tickets, boards, rules, log, clock, directory, lease, boardRules };
}

/** What does by itself what is due, and begins the job on open tickets. */
function createClockwork(
  shared: SharedParts,
  parts: {
    readonly records: Pick<Records, 'jobs' | 'incidents'>;
    readonly desk: TicketDesk;
    readonly incidentDesk: IncidentDesk;
    readonly delivery: Delivery;
    readonly config: Config;
    readonly metrics: Metrics;
  },
): Pick<Assembled, 'scheduler' | 'jobs'> {
  const { clock, log, lease } = shared;
  const { records, desk, incidentDesk, delivery, config, metrics } = parts;
  const jobs = createServiceJobs({
    ...shared,
    jobs: records.jobs,
    desk,
    claimMs: lease.milliseconds,
    metrics: metrics.jobs,
  });
  const scheduler = new Scheduler({
    sources: [
      new TicketSource({ ...shared, desk, delivery }),
      new BoardSource({ ...shared, delivery }),
      new IncidentSource({ ...shared, incidents: records.incidents, incidentDesk, delivery }),
      jobs.source,
    ],
    clock,
    log,
    metrics: metrics.scheduler,
    pollMs: schedulerPollWallMs * config.clockSpeed,
  });
  return { scheduler, jobs: jobs.starter };
}

interface Assembled {
  readonly adapter: ReturnType<typeof createAdapter>;
  readonly bot: ReturnType<typeof createBot>;
  readonly delivery: Delivery;
  readonly scheduler: Scheduler;
  readonly jobs: JobStarter;
}

/** Moves open cards to the channels that are linked now, in the background. */
function moveCards(delivery: Delivery, log: Log, linked?: ChannelTarget): void {
  delivery.reroute(linked).catch((error: unknown) => {
    log.error({}, 'cards could not be moved to their channels; the next start tries again', error);
  });
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
function keepFresh(directory: DirectoryBook, jobs: JobStarter, log: Log): NodeJS.Timeout {
  return setInterval(() => {
    directory.refresh().then(
      () => beginJobs(jobs, log),
      (error: unknown) => {
        log.warn({}, 'the directory could not be read again; the known one is used', error);
      },
    );
  }, directoryRefreshWallMs);
}

/** What keeps a job from being begun keeps nobody from working; the next refresh of the directory tries again. */
async function beginJobs(jobs: JobStarter, log: Log): Promise<void> {
  try {
    await jobs.ensure();
  } catch (error) {
    log.warn({}, 'the job on open tickets could not be begun; it is tried again', error);
  }
}
