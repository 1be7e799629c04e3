import { boardCollection, type Board } from '../../src/board/index.js';
import { buildDirectory, type Directory } from '../../src/campus/index.js';
import {
  ConversationBook,
  Delivery,
  undeliveredCollection,
  type BoardRenderer,
  type Conversation,
  type DeliveryCounter,
  type IncidentRenderer,
  type Renderer,
  type Sender,
  type Undelivered,
} from '../../src/delivery/index.js';
import { IncidentChecks } from '../../src/incident-checks.js';
import { IncidentDesk, incidentCollection, type Incident } from '../../src/incidents/index.js';
import { BoardSource, IncidentSource, Scheduler, TicketSource } from '../../src/scheduler/index.js';
import { defaultCalendar, defaultPolicy, serviceRules } from '../../src/sla/index.js';
import type { Collection, DocumentStore } from '../../src/store/index.js';
import {
  newDraft,
  ticketCollection,
  TicketDesk,
  type Outcome,
  type Report,
  type Rules,
  type Ticket,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { FakeClock } from './fake-clock.js';
import { PostOffice } from './post-office.js';

/** Wall milliseconds for which an instance takes its leases. */
export const leaseMs = 60_000;

export const people = {
  teacher: '00000000-0000-0000-0000-00000000000a',
  manager: '00000000-0000-0000-0000-00000000000b',
  otherManager: '00000000-0000-0000-0000-00000000000c',
  dispatcher: '00000000-0000-0000-0000-00000000000d',
  administrator: '00000000-0000-0000-0000-00000000000e',
} as const;
type Somebody = keyof typeof people;

export const rules: Rules = serviceRules({
  version: 'today',
  calendar: defaultCalendar,
  policy: defaultPolicy,
});

const person = (who: Somebody) => ({ id: people[who], name: who, language: 'en' as const, absences: [] });

export const directory: Directory = buildDirectory(
  {
    revision: 1,
    schools: [
      { id: '100001', name: 'North', fullName: '', type: '', street: '', postcode: '', town: '' },
      { id: '100002', name: 'South', fullName: '', type: '', street: '', postcode: '', town: '' },
    ],
  },
  {
    revision: 1,
    pins: {},
    organisation: {
      timeZone: 'Europe/Berlin',
      people: Object.keys(people)
        .filter((who): who is Somebody => who in people)
        .map(person),
      campuses: [
        { id: 'north', name: 'North', manager: people.manager, deputy: null },
        { id: 'south', name: 'South', manager: people.otherManager, deputy: null },
      ],
      sites: [
        { id: 'n1', school: '100001', name: 'North', street: '', campus: 'north' },
        { id: 's1', school: '100002', name: 'South', street: '', campus: 'south' },
      ],
      helpdesk: [people.dispatcher],
      administrators: [people.administrator],
      provider: null,
      contacts: [],
    },
  },
);

export const report: Report = {
  category: 'network',
  alternatives: [],
  title: 'No network',
  description: 'The tablets find no network.',
  room: null,
  deviceTag: null,
  scope: null,
  blocked: false,
  schoolId: '100001',
  siteId: 'n1',
  bestTime: null,
  phone: null,
};

/** Says which ticket, revision and place a card shows, and which events a call tells. */
export const plainRenderer: Renderer = {
  card: (ticket, place) => {
    const detour = place.detour ? ` (${place.detour})` : '';
    return { summary: `${ticket.id} r${ticket.revision} ${place.name}${detour}` };
  },
  call: (ticket, { to, told }) => ({
    summary: `${ticket.id} to ${to}: ${told.map(({ about }) => about).join(' + ')}`,
  }),
};

/** Says which tickets a channel's own message tells, and why. */
export const plainBoardRenderer: BoardRenderer = {
  board: ({ target, reminders, open, summary }) => {
    const told = reminders.map(
      ({ ticket, items }) => `${ticket.id} ${items.map(({ about }) => about).join(' + ')}`,
    );
    const parts = [
      `board of ${target}`,
      ...told,
      ...(open ? [`open: ${open.map(({ id }) => id).join(' ')}`] : []),
      ...(summary ? [`week: ${summary.reported} reported, ${summary.solved} solved`] : []),
    ];
    return { summary: parts.join('; ') };
  },
};

/** Says how an incident stands and which tickets its card lists, and which reminder a message is. */
const plainIncidentRenderer: IncidentRenderer = {
  card: ({ incident: { state, status }, members, candidates }) => {
    const ids = (views: readonly { readonly id: string }[]) => views.map(({ id }) => id).join(' ');
    return { summary: `incident ${state} [${ids(members)}] (${ids(candidates)}) ${status}`.trimEnd() };
  },
  reminder: (_view, { stage }) => ({ summary: `incident ${stage}` }),
  moved: () => ({ summary: 'moved incident' }),
};

/** How long a channel's own document gathers, in milliseconds of the test's clock. */
export const gatherMs = 20_000;

export function channel(name: string): Conversation {
  return {
    ...anywhere,
    conversationId: `channel-${name}`,
    kind: 'channel',
    personId: null,
    channelName: name,
  };
}

export function chat(who: Somebody): Conversation {
  return {
    ...anywhere,
    conversationId: `chat-${who}`,
    kind: 'personal',
    personId: people[who],
    channelName: null,
  };
}

const anywhere = {
  serviceUrl: 'https://teams.example/',
  tenantId: null,
  teamId: null,
  botId: 'bot',
  botName: 'Campusdesk',
};

export interface Instance {
  readonly desk: TicketDesk;
  readonly delivery: Delivery;
  readonly scheduler: Scheduler;
  readonly book: ConversationBook;
  readonly tickets: Collection<Ticket>;
  readonly boards: Collection<Board>;
  readonly incidents: Collection<Incident>;
  readonly incidentDesk: IncidentDesk;
  readonly counts: Record<DeliveryCounter, number>;
}

export interface InstanceOptions {
  readonly owner: string;
  readonly clock: FakeClock;
  readonly teams: Sender;
  readonly random?: () => number;
  readonly renderer?: Renderer;
  /** Whether tickets are looked at for outages; none are unless told. */
  readonly withIncidents?: boolean;
}

/** One process of the service on a store. */
export async function startInstance(store: DocumentStore, options: InstanceOptions): Promise<Instance> {
  const { owner, clock, teams, random = () => 0.5, renderer = plainRenderer } = options;
  const lease = { owner, milliseconds: leaseMs };
  const tickets = await store.collection(ticketCollection);
  const boards = await store.collection(boardCollection);
  const incidents = await store.collection(incidentCollection);
  const boardRules = { calendar: rules.calendar, gatherMs };
  const book = await ConversationBook.open(store, clock);
  const counts: Record<DeliveryCounter, number> = {
    sent: 0,
    edited: 0,
    failed: 0,
    perhapsSent: 0,
    undelivered: 0,
  };
  const desks = { desk: () => desk, incidentDesk: () => incidentDesk };
  const delivery = new Delivery({
    tickets,
    ...(options.withIncidents === true && {
      checks: new IncidentChecks({ tickets, incidents, clock, ...desks }),
    }),
    desk: desks.desk,
    incidents: { incidents, desk: desks.desk, renderer: plainIncidentRenderer },
    undelivered: await store.collection(undeliveredCollection),
    book,
    directory: () => directory,
    rules,
    boards,
    boardRules,
    boardRenderer: plainBoardRenderer,
    bannerRenderer: {
      banner: (target, unattended) => ({
        summary: unattended
          ? `nobody in ${target} until ${unattended.until ?? '?'}`
          : `somebody in ${target}`,
      }),
    },
    renderer,
    sender: teams,
    clock,
    random,
    lease,
    log: silent,
    metrics: {
      increment: (counter) => {
        counts[counter] += 1;
      },
    },
  });
  const desk = new TicketDesk({
    tickets,
    directory: () => directory,
    rules,
    lease,
    onWritten: (written) => {
      delivery.deliver(written);
    },
  });
  const incidentDesk = new IncidentDesk({
    incidents,
    directory: () => directory,
    rules,
    lease,
    onWritten: (written) => {
      delivery.deliverIncident(written);
    },
  });
  const sources = [
    new TicketSource({ tickets, desk, delivery, rules, clock, lease }),
    new BoardSource({ boards, delivery, boardRules, clock, lease }),
    new IncidentSource({ tickets, incidents, incidentDesk, delivery, rules, clock, lease }),
  ];
  const scheduler = new Scheduler({ sources, clock, log: silent });
  return { desk, delivery, scheduler, book, tickets, boards, incidents, incidentDesk, counts };
}

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A city with one running instance, all channels linked and everybody's chat known, on a Tuesday morning. */
export class City {
  private constructor(
    readonly clock: FakeClock,
    readonly teams: PostOffice,
    readonly store: DocumentStore,
    readonly one: Instance,
    private readonly test: TestStore,
    private readonly withIncidents: boolean,
  ) {}

  static async open(
    linked: readonly ('north' | 'south' | 'helpdesk')[] = ['north', 'south', 'helpdesk'],
    { withIncidents = false }: { readonly withIncidents?: boolean } = {},
  ): Promise<City> {
    const clock = new FakeClock('2026-03-03T09:00:00.000Z');
    const teams = new PostOffice();
    const test = await openTestStore('sqlite');
    const { store } = test;
    const one = await startInstance(store, { owner: 'one', clock, teams, withIncidents });
    const city = new City(clock, teams, store, one, test, withIncidents);
    await one.book.remember(chat('teacher'), clock.now());
    for (const each of linked) await city.link(each);
    return city;
  }

  async close(): Promise<void> {
    await this.test.close();
  }

  /** A second process on the same data. */
  async another(owner: string): Promise<Instance> {
    const { clock, teams, withIncidents } = this;
    return startInstance(await this.test.another(), { owner, clock, teams, withIncidents });
  }

  async link(name: 'north' | 'south' | 'helpdesk'): Promise<void> {
    const { book } = this.one;
    await book.remember(channel(name), this.clock.now());
    const target = name === 'helpdesk' ? name : (`campus-${name}` as const);
    await book.link(target, channel(name), people.administrator, this.clock.now());
  }

  /** A submitted ticket, written but perhaps not delivered yet. */
  async submit(
    id: string,
    changes: Partial<Report> = {},
    by: Instance = this.one,
    who: Somebody = 'teacher',
  ): Promise<void> {
    const draft = newDraft(
      {
        id,
        requester: { id: people[who], name: who, language: 'en' },
        report: { ...report, ...changes },
        follows: null,
      },
      this.clock.now(),
    );
    await by.tickets.create(draft);
    await this.order(id, who, { verb: 'submit', report: draft.report, card: null }, by);
  }

  /** A submitted ticket whose cards stand. */
  async standing(id: string, changes: Partial<Report> = {}): Promise<void> {
    await this.submit(id, changes);
    await this.delivered();
  }

  #orders = 0;

  async order(id: string, who: Somebody, command: TicketRequest, by: Instance = this.one): Promise<Outcome> {
    this.#orders += 1;
    const actor = { kind: 'person' as const, personId: people[who], name: who };
    const outcome = await by.desk.execute(
      id,
      { id: `order-${this.#orders}`, actor, command },
      this.clock.now(),
    );
    if (outcome.kind !== 'accepted') throw new Error(`${command.verb} was ${outcome.kind}`);
    return outcome;
  }

  async delivered(by: Instance = this.one): Promise<void> {
    await this.clock.until(by.delivery.settled());
  }

  /** Lets the clock tell what is due, and the channels' documents gather it and say it. */
  async tells(by: Instance = this.one): Promise<void> {
    await this.looks(by);
    this.clock.skip(gatherMs);
    await this.looks(by);
    await this.looks(by);
  }

  /** One look of each scheduler, and what comes of it. */
  async looks(...instances: readonly Instance[]): Promise<void> {
    await this.clock.until(Promise.all(instances.map(({ scheduler }) => scheduler.look())));
    await this.clock.until(Promise.all(instances.map(({ delivery }) => delivery.settled())));
  }

  async ticket(id: string): Promise<Ticket> {
    return (await this.one.tickets.get(id)).document;
  }

  async undelivered(): Promise<readonly Undelivered[]> {
    const list = await this.store.collection(undeliveredCollection);
    return (await list.query({ limit: 100 })).items.map(({ document }) => document);
  }
}
