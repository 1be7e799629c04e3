import { setTimeout as sleep } from 'node:timers/promises';
import {
  DirectoryBook,
  sampleDirectory,
  sampleOrganisation,
  storeSample,
  type Organisation,
} from '../../src/campus/index.js';
import type { Clock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/logging.js';
import { readReading, startService, type Service } from '../../src/service.js';
import type { DocumentStore } from '../../src/store/index.js';
import { Activities, personalChat, type Someone } from '../activities.js';
import { openTestStore, type StoreKind, type TestStore } from '../store/fixtures.js';
import { RecordingConnector, type Recorded } from './connector.js';

export { personalChat, type Someone };

/** A clock that stands still until it is moved. Waiting takes a moment of the machine's time. */
export class MovableClock implements Clock {
  constructor(private instant: number) {}

  now(): number {
    return this.instant;
  }

  monotonic(): number {
    return this.instant;
  }

  moveTo(iso: string): void {
    this.instant = Date.parse(iso);
  }

  advance(wallMinutes: number): void {
    this.instant += wallMinutes * 60_000;
  }

  async wait(_milliseconds: number, signal?: AbortSignal): Promise<void> {
    await sleep(10, undefined, signal ? { signal } : {});
  }
}

const directory = sampleDirectory();
const [firstCampus, secondCampus] = directory.campuses;
const schoolOf = (campusId: string): string =>
  directory.schools.find(({ id }) => {
    const sites = directory.sitesOf(id);
    return sites.length === 1 && sites[0]?.campusId === campusId;
  })?.id ?? '';

/** Names of the sample that tests rely on. */
export const city = {
  campus: { id: firstCampus?.id ?? '', name: firstCampus?.name ?? '' },
  otherCampus: { id: secondCampus?.id ?? '', name: secondCampus?.name ?? '' },
  manager: {
    id: firstCampus?.managerId ?? '',
    name: directory.person(firstCampus?.managerId ?? '')?.name ?? '',
  },
  deputy: {
    id: firstCampus?.deputyId ?? '',
    name: directory.person(firstCampus?.deputyId ?? '')?.name ?? '',
  },
  dispatcher: { id: directory.dispatchers[0]?.id ?? '', name: directory.dispatchers[0]?.name ?? '' },
  administrator: { id: directory.administrators[0]?.id ?? '', name: directory.administrators[0]?.name ?? '' },
  teacher: { id: '7eac4e70-0000-4000-8000-000000000001', name: 'Teacher One' },
  stranger: { id: '7eac4e70-0000-4000-8000-000000000002', name: 'Teacher Two' },
  school: schoolOf(firstCampus?.id ?? ''),
  otherSchool: schoolOf(secondCampus?.id ?? ''),
  campusChannel: '19:campus@thread.tacv2',
  otherChannel: '19:other@thread.tacv2',
  helpdeskChannel: '19:helpdesk@thread.tacv2',
} as const;

/** The service with real HTTP on both sides, a store of its own, and a clock that tests move. */
export class World {
  readonly clock: MovableClock;
  readonly #others: Service[] = [];
  readonly #activities: Activities;

  private constructor(
    readonly connector: RecordingConnector,
    private readonly data: TestStore,
    private service: Service,
    clock: MovableClock,
  ) {
    this.clock = clock;
    this.#activities = new Activities(connector.serviceUrl);
  }

  /**
   * @param at the service's clock; a Tuesday in service hours unless told otherwise
   * @param environment variables in place of the usual ones
   */
  static async open(
    kind: StoreKind,
    at = '2026-11-24T09:00:00+01:00',
    change: {
      readonly organisation?: (sample: Organisation) => Organisation;
      readonly environment?: Record<string, string>;
    } = {},
  ): Promise<World> {
    const data = await openTestStore(kind);
    const book = await DirectoryBook.open(data.store);
    await storeSample(book, Date.parse(at));
    if (change.organisation) {
      const origin = { source: 'test', at: Date.parse(at) };
      const applied = await book.applyOrganisation(change.organisation(sampleOrganisation()), origin);
      if (applied.kind === 'refused') throw new Error(JSON.stringify(applied.broken));
    }
    const clock = new MovableClock(Date.parse(at));
    const service = await start(await data.another(), clock, change.environment);
    return new World(await RecordingConnector.start(), data, service, clock);
  }

  /** Stops the service and starts it again on the same data; `environment` in place of the usual variables. */
  async restart(environment?: Record<string, string>): Promise<void> {
    await this.service.stop();
    this.service = await start(await this.data.another(), this.clock, environment);
  }

  get address(): string {
    return this.service.address;
  }

  /** A second process on the same data, with a name of its own. */
  async secondInstance(): Promise<Service> {
    const second = await start(await this.data.another(), this.clock);
    this.#others.push(second);
    return second;
  }

  /** What those who run the service are told. */
  async readiness(): Promise<{ readonly ready: boolean; readonly notes: readonly string[] }> {
    const response = await fetch(`${this.service.address}/health/ready`);
    return (await response.json()) as { ready: boolean; notes: string[] };
  }

  /** A second connection to the world's data, to look at what is stored. */
  async store(): Promise<DocumentStore> {
    return this.data.another();
  }

  async close(): Promise<void> {
    for (const other of this.#others) await other.stop();
    await this.service.stop();
    await this.connector.stop();
    await this.data.close();
  }

  /** A message in the personal chat. Resolves when the turn is over. */
  async says(who: Someone, text: string, more: object = {}): Promise<void> {
    await this.post({ ...this.#activities.message(who, text), ...more });
  }

  /** A mention of the bot in a channel, or in the thread under one of its messages. */
  async mentions(who: Someone, channel: string, text: string, threadRoot?: string): Promise<void> {
    await this.post(this.#activities.mention(who, channel, text, threadRoot));
  }

  /** Presses a button of a card in a message; `inputs` are what was typed. Resolves with the invoke's answer. */
  async clicks(
    who: Someone,
    where: { readonly conversationId: string; readonly activityId: string },
    verb: string,
    data: object,
  ): Promise<ClickReply> {
    const response = await this.post(this.#activities.click(who, where, verb, data));
    return (await response.json()) as ClickReply;
  }

  /** The bot is added to a channel, as Teams tells it. */
  async installs(who: Someone, conversationId: string): Promise<void> {
    await this.post({ ...this.activity(who, conversationId), type: 'installationUpdate', action: 'add' });
  }

  /** Links a channel with a target, as its manager or an administrator does. */
  async links(who: Someone, channel: string, target: string): Promise<ClickReply> {
    await this.mentions(who, channel, 'verknüpfen');
    const card = this.connector.in(channel).at(-1);
    return this.clicks(who, { conversationId: channel, activityId: card?.activityId ?? '' }, 'channel.link', {
      target,
    });
  }

  /** Any activity, for what has no verb here. */
  async post(activity: object, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.service.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
    return response;
  }

  /** What every activity of somebody says; the test adds the rest. */
  activity(who: Someone, conversationId: string): Record<string, unknown> {
    return this.#activities.from(who, conversationId);
  }

  /** What was sent to somebody's personal chat, oldest first. */
  toPerson(who: Someone): readonly Recorded[] {
    return this.connector.in(personalChat(who));
  }

  /**
   * Waits until something is so; fails with what was sent where it never is. The service's clock goes on meanwhile like
   * any other, so that what waits for a channel's limits gets its turn.
   */
  async until<T>(what: string, look: () => T | undefined | false | null): Promise<T> {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = look();
      if (found) return found;
      await sleep(10);
      this.clock.advance(10 / 60_000);
    }
    const sent = this.connector.recorded.map(
      ({ method, conversationId, activity }) =>
        `${method} ${conversationId}: ${activity.summary ?? activity.text ?? ''}`,
    );
    throw new Error(`never happened: ${what}\n${sent.join('\n')}`);
  }

  /** As `until`, while the service's clock goes on: a second with each look. For what is gathered before it is said. */
  async eventually<T>(what: string, look: () => T | undefined | false | null): Promise<T> {
    return this.until(what, () => {
      const found = look();
      if (!found) this.clock.advance(1 / 60);
      return found;
    });
  }

  /** Gives the service time to do what it would do now; for showing that nothing happens. */
  async quiet(): Promise<void> {
    let seen = -1;
    while (seen !== this.connector.recorded.length) {
      seen = this.connector.recorded.length;
      await sleep(120);
    }
  }
}

export interface ClickReply {
  readonly statusCode: number;
  readonly type: string;
  readonly value: Record<string, unknown> | string;
}

/** The card of a message. @throws where it has none */
export function cardOf(message: Recorded | undefined): Record<string, unknown> {
  const card = message?.activity.attachments?.[0]?.content;
  if (!card) throw new Error(`no card in ${JSON.stringify(message?.activity)}`);
  return card;
}

/** All words of a card or message, for saying what a person can read there. */
export function wordsOf(card: unknown): string {
  return JSON.stringify(card);
}

/** The `data` of the first action with this verb; what the client sends back with the inputs. */
export function dataOf(card: unknown, verb: string): Record<string, unknown> {
  const found = findAction(card, verb);
  if (!found) throw new Error(`no action ${verb} in ${JSON.stringify(card)}`);
  return (found['data'] ?? {}) as Record<string, unknown>;
}

export function hasAction(card: unknown, verb: string): boolean {
  return findAction(card, verb) !== undefined;
}

function findAction(node: unknown, verb: string): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('verb' in node && node.verb === verb) return { ...node };
  for (const child of Object.values(node)) {
    const found = findAction(child, verb);
    if (found) return found;
  }
  return undefined;
}

/** What comes with the service is read once for all worlds of a test file. */
let shipped: ReturnType<typeof readReading> | undefined;

async function start(
  store: DocumentStore,
  clock: Clock,
  environment: Record<string, string> = { AUTH: 'off' },
): Promise<Service> {
  const config = readConfig({
    ...environment,
    PORT: '0',
    STORE: 'sqlite',
    SQLITE_PATH: ':memory:',
    LOG_LEVEL: 'error',
  });
  const log = createLog(config.logLevel);
  if (config.intakeModel !== null || config.knowledgePath !== null)
    return startService(config, log, { store, clock });
  shipped ??= readReading(config, log);
  return startService(config, log, { store, clock, reading: await shipped });
}
