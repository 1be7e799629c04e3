import { buildDirectory, type Directory } from '../../src/campus/index.js';
import {
  jobCollection,
  JobSource,
  JobStarter,
  Scheduler,
  type RecomputeJob,
} from '../../src/scheduler/index.js';
import { dayVersionOf, groundsVersionOf } from '../../src/service-rules-version.js';
import { defaultCalendar, isoOf, parsePolicy, serviceRules } from '../../src/sla/index.js';
import { find, type Collection, type DocumentStore } from '../../src/store/index.js';
import {
  groundsOf,
  reroutingOf,
  ticketCollection,
  TicketDesk,
  withWake,
  type Rules,
  type Ticket,
} from '../../src/tickets/index.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { openTestStore, type StoreKind, type TestStore } from '../store/fixtures.js';
import { delivered, Story, wednesday } from '../tickets/given.js';

/** Rules under a name of their own. */
export function rulesNamed(version: string, policy: object = {}): Rules {
  return serviceRules({ version, calendar: defaultCalendar, policy: parsePolicy(policy) });
}

/** The rules with which the tickets of a test were written; the same promises as those of every story. */
export const rulesA = rulesNamed('a');
/** Twice the time for normal reports. */
export const rulesB = rulesNamed('b', {
  targets: {
    P1: { firstResponse: 30, resolution: 240 },
    P2: { firstResponse: 120, resolution: 480 },
    P3: { firstResponse: 480, resolution: 2880 },
    P4: { firstResponse: 480, resolution: 2400 },
  },
});

/** The school of all stories, at one site of this campus. */
export function directoryWith(campusId: string): Directory {
  const school = { id: '100001', name: 'North', fullName: '', type: 'Grundschule' };
  return buildDirectory(
    { revision: 1, schools: [{ ...school, street: '', postcode: '', town: '' }] },
    {
      revision: 1,
      pins: {},
      organisation: {
        timeZone: 'Europe/Berlin',
        people: [{ id: 'manager', name: 'Manager', language: 'en', absences: [] }],
        campuses: ['north', 'south'].map((id) => ({ id, name: id, manager: 'manager', deputy: null })),
        sites: [{ id: '100001-1', school: '100001', name: 'North', street: '', campus: campusId }],
        helpdesk: [],
        administrators: [],
        provider: null,
        contacts: [],
      },
    },
  );
}

export interface Instance {
  readonly source: JobSource;
  readonly starter: JobStarter;
  readonly scheduler: Scheduler;
  readonly desk: TicketDesk;
}

/** A store with tickets, and processes that bring them to their rules. */
export class JobOffice {
  readonly clock = new FakeClock(isoOf(wednesday));
  readonly logged: string[] = [];
  /** May be exchanged, as by an import. */
  directory = directoryWith('north');

  private constructor(
    private readonly test: TestStore,
    readonly tickets: Collection<Ticket>,
    readonly jobs: Collection<RecomputeJob>,
  ) {}

  static async open(kind: StoreKind): Promise<JobOffice> {
    const test = await openTestStore(kind);
    return new JobOffice(
      test,
      await test.store.collection(ticketCollection),
      await test.store.collection(jobCollection),
    );
  }

  get store(): DocumentStore {
    return this.test.store;
  }

  async close(): Promise<void> {
    await this.test.close();
  }

  /** A process that counts with these rules; its own directory may be older than the office's. */
  async instance(
    rules: Rules,
    options: {
      readonly store?: DocumentStore;
      readonly directory?: () => Directory;
      readonly pageSize?: number;
      readonly desk?: Pick<TicketDesk, 'execute'>;
    } = {},
  ): Promise<Instance> {
    const { clock } = this;
    const { store = await this.test.another(), directory = () => this.directory, pageSize = 3 } = options;
    const tickets = await store.collection(ticketCollection);
    const jobs = await store.collection(jobCollection);
    const lease = { owner: rules.version, milliseconds: 60_000 };
    const desk = new TicketDesk({ tickets, directory, rules, lease, onWritten: () => undefined });
    const log = {
      info: (fields: object, message: string) => this.logged.push(`${message} ${JSON.stringify(fields)}`),
      warn: (fields: object, message: string) => this.logged.push(`${message} ${JSON.stringify(fields)}`),
      error: (fields: object, message: string) => this.logged.push(`${message} ${JSON.stringify(fields)}`),
    };
    const versions = () => ({
      rulesVersion: rules.version,
      groundsVersion: groundsVersionOf(directory()),
      dayVersion: dayVersionOf(directory(), clock.now()),
    });
    const parts = { jobs, tickets, clock, log, versions, claimMs: 60_000, pageSize };
    const source = new JobSource({
      ...parts,
      desk: options.desk ?? desk,
      groundsOf: (ticket) => groundsOf(ticket, directory()),
      reroutingOf: (ticket, now) => reroutingOf(ticket, directory(), now),
      calendar: rules.calendar,
    });
    const scheduler = new Scheduler({ sources: [source], clock, log });
    return { source, starter: new JobStarter(parts), scheduler, desk };
  }

  /** Looks as a scheduler does until nothing is due for the job now. */
  async work(...instances: readonly Instance[]): Promise<void> {
    for (let looks = 0; looks < 500; looks += 1) {
      const due = await Promise.all(instances.map(({ source }) => source.due(isoOf(this.clock.now()), 10)));
      if (due.every(({ items }) => items.length === 0)) return;
      await Promise.all(instances.map(({ scheduler }) => scheduler.look()));
    }
    throw new Error('the job never ends');
  }

  /** Begins the job and works off both looks. */
  async bringTo(rules: Rules): Promise<Instance> {
    const instance = await this.instance(rules);
    await instance.starter.ensure();
    await this.work(instance);
    this.pass(10);
    await this.work(instance);
    return instance;
  }

  pass(wallMinutes: number): void {
    this.clock.skip(wallMinutes * 60_000);
  }

  async job(): Promise<RecomputeJob> {
    const found = await find(this.jobs, 'recompute');
    if (!found) throw new Error('there is no job');
    return found.document;
  }

  async ticket(id: string): Promise<Ticket> {
    return (await this.tickets.get(id)).document;
  }

  /** Stores a story's ticket under an id, as rules A computed it and with everything sent. */
  async put(id: string, { ticket, now }: Story): Promise<Ticket> {
    const sent = { ...delivered(ticket, now), id, rulesVersion: rulesA.version };
    const grounded = { ...sent, grounds: groundsOf(sent, this.directory) };
    return (await this.tickets.create(withWake(grounded, rulesA, now))).document;
  }

  /** So many tickets that nobody has answered, in order of their ids. */
  async putNew(count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, (_, index) => `T${String(index + 1).padStart(3, '0')}`);
    for (const id of ids) await this.put(id, Story.submitted({}, wednesday));
    return ids;
  }
}

/** How often a ticket was computed anew, as its history tells. */
export function recomputations({ history }: Ticket): number {
  return history.filter(({ command }) => command.verb === 'recompute').length;
}
