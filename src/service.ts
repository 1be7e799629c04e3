import { randomInt } from 'node:crypto';
import { createAdapter, createBot, missingFields, TeamsSender } from './bot/index.js';
import { prepareCards } from './cards/index.js';
import { fastClock, systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import {
  ConversationLimits,
  createTicketRenderer,
  teamsLimits,
  withRecentCards,
  type Delivery,
} from './delivery/index.js';
import { readIntakeModel } from './intake-model.js';
import { createUnderstand } from './intake/index.js';
import type { Language } from './i18n/language.js';
import { KnowledgeFiles } from './knowledge-files.js';
import type { Library } from './knowledge/index.js';
import type { Log } from './logging.js';
import { createMetrics, type Metrics } from './metrics.js';
import { MaintenanceDesk, visitDatesOf } from './maintenance/index.js';
import type { PhotoAlbum } from './photos/index.js';
import { readiness } from './readiness.js';
import type { Scheduler } from './scheduler/index.js';
import { createServer, type ProcessServer, type ServerParts } from './server.js';
import { createBulk, type Bulk } from './service-bulk.js';
import { beginJobs, createClockwork, keepFresh, type Clockwork } from './service-clockwork.js';
import { createDesks, moveCards } from './service-desks.js';
import { sharedParts, type Reading, type Replaced, type Start } from './service-parts.js';
import { rulesWithRota } from './service-worklists.js';
import { openPhotos } from './service-photos.js';
import { openRecords, type Records } from './service-records.js';
import { readServiceRules } from './service-rules-files.js';
import { instantOf } from './sla/index.js';
import type { DocumentStore } from './store/index.js';
import { openStore } from './store/open-store.js';
import type { NextVisits } from './tickets/index.js';

/** A running help desk. */
export interface Service {
  /** Where it listens, `http://127.0.0.1:3978`. */
  readonly address: string;
  /** Takes no new turn, finishes running ones, gives leases back, closes the store. */
  stop(): Promise<void>;
}

const stopLimitMs = 10_000;

/**
 * Builds the parts in order, and starts them.
 * @throws StoreUnavailable, ListenError, RulesFileError, IntakeModelError; each message is for whoever runs it
 */
export async function startService(config: Config, log: Log, replaced: Replaced = {}): Promise<Service> {
  const rules = await readServiceRules(config.rulesPaths);
  const reading = replaced.reading ?? (await readReading(config, log));
  const { store, warnings } = replaced.store
    ? { store: replaced.store, warnings: [] }
    : await openStore(config.store);
  for (const warning of [...config.warnings, ...warnings]) log.warn({}, warning);
  try {
    return await startOn(store, {
      config,
      rules,
      ...reading,
      log,
      replaced,
      clock: replaced.clock ?? clockOf(config),
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The model and the articles that the configuration names. @throws IntakeModelError */
export async function readReading(
  { intakeModel, knowledgePath }: Pick<Config, 'intakeModel' | 'knowledgePath'>,
  log: Log,
): Promise<Reading> {
  return {
    understand: createUnderstand(await readIntakeModel(intakeModel)),
    knowledge: await KnowledgeFiles.open(knowledgePath, log),
  };
}

function clockOf({ clockSpeed, clockStart }: Config): Clock {
  if (clockSpeed === 1 && clockStart === null) return systemClock;
  return fastClock(clockSpeed, clockStart === null ? Date.now() : instantOf(clockStart));
}

async function startOn(store: DocumentStore, begun: Start): Promise<Service> {
  const { config, log, knowledge } = begun;
  const metrics = createMetrics({ withProcess: true });
  const records = await openRecords(store, begun.clock, begun.rules);
  const start = { ...begun, rules: rulesWithRota(begun.rules, records.rota) };
  const { directory, conversations } = records;
  const photos = await openPhotos(config);
  const { adapter, bot, delivery, scheduler, jobs, bulkTeller } = assemble(
    records,
    start,
    metrics,
    photos.album,
  );
  prepareCards();
  const server = createServer({
    config,
    log,
    onActivity: activityHandler(adapter, bot, metrics),
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
  const refreshing = keepFresh([directory, records.rota, records.maintenance.plan], jobs, log);
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
      await stop({ server, refreshing, scheduler, delivery, bulkTeller, store });
    },
  };
}

interface Assembled extends Clockwork {
  readonly adapter: ReturnType<typeof createAdapter>;
  readonly bot: ReturnType<typeof createBot>;
  readonly delivery: Delivery;
  readonly bulkTeller: Bulk['teller'];
}

/** The parts on both sides of the records: what takes in what people write, and what brings tickets to them. */
function assemble(records: Records, start: Start, metrics: Metrics, photos: PhotoAlbum): Assembled {
  const { config, rules, log, clock, understand } = start;
  const shared = sharedParts(records, start);
  const { directory } = shared;
  const knowledge = (): Library => start.knowledge.current();
  const articleTitle = (id: string, language: Language): string | null =>
    knowledge().article(id, language)?.title ?? null;
  const nextVisits: NextVisits = (siteId, from, count) =>
    records.rota.current().nextVisits(siteId, from, count);
  const photoUrl = (id: string): string | null => photos.urlOf(id);
  const adapter = createAdapter(config.auth);
  const sender = new TeamsSender(adapter, config.auth.appId ?? '', records.conversations);
  const renderer = withRecentCards(
    createTicketRenderer({ directory, rules, photoUrl, articleTitle, nextVisits }),
    directory,
  );
  const limits = new ConversationLimits(clock, start.replaced.limits ?? teamsLimits);
  const maintenance = new MaintenanceDesk({
    ...records.maintenance,
    directory,
    visits: () => visitDatesOf(records.rota.current()),
    timeZone: rules.calendar.timeZone,
    onUnreadable: (error) => {
      log.warn({}, 'the checks of a site are left out of lists', error);
    },
  });
  const surroundings = { records, photos, renderer, sender, metrics, limits, maintenance, nextVisits };
  const desks = createDesks({ ...shared, ...surroundings });
  const { desk, incidentDesk, worklistDesk, worklistFacts, delivery } = desks;
  const edge = { renderer, sender, clock, rules, log, understand, knowledge, desk, incidentDesk, photos };
  const bot = createBot(
    adapter,
    {
      ...records,
      ...edge,
      ...{ maintenance, worklistDesk, worklistFacts },
      randomByte: () => randomInt(256),
      onLinked: (target) => {
        moveCards(delivery, log, target);
      },
      onAbsence: () => {
        void beginJobs(clockwork.jobs, log);
      },
    },
    config.auth.mode === 'on' ? config.auth.tenantId : null,
  );
  const bulk = createBulk({ ...shared, ...surroundings, desk });
  const clockwork = createClockwork({ ...shared, ...desks, records, bulk: bulk.source, config, metrics });
  return { adapter, bot, delivery, bulkTeller: bulk.teller, ...clockwork };
}

function activityHandler(
  adapter: Assembled['adapter'],
  bot: Assembled['bot'],
  metrics: Pick<Metrics, 'turn'>,
): ServerParts['onActivity'] {
  return async (request, response) => {
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
  };
}

interface Running {
  readonly server: ProcessServer;
  readonly refreshing: NodeJS.Timeout;
  readonly scheduler: Scheduler;
  readonly delivery: Delivery;
  readonly bulkTeller: Bulk['teller'];
  readonly store: DocumentStore;
}

/** From the outside to the inside: no new turn, no new reminder, no message on its way, and then the store. */
async function stop({ server, refreshing, scheduler, delivery, bulkTeller, store }: Running): Promise<void> {
  clearInterval(refreshing);
  await server.stop(stopLimitMs);
  bulkTeller.stop();
  await scheduler.stop();
  await delivery.stop(stopLimitMs);
  await store.close();
}
