import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SendError, type Renderer } from '../../src/delivery/index.js';
import type { Ticket, TicketRequest } from '../../src/tickets/index.js';
import { City, leaseMs, plainRenderer, startInstance, type Instance } from './city.js';
import { Died, Life, senderDuring, storeDuring } from './mortal.js';
import type { Operation } from './post-office.js';

const mishaps = ['none', 'none', 'none', 'throttled', 'temporary', 'lost', 'unheard', 'deleted'] as const;
type Mishap = (typeof mishaps)[number];

/** What happens in one run: what people do, how and how fast Teams answers in turn, and after how many steps each process dies. */
interface Story {
  readonly deeds: readonly {
    readonly deed: keyof typeof deeds;
    readonly pauseMs: number;
    readonly waits: boolean;
  }[];
  readonly mishaps: readonly Mishap[];
  readonly slow: readonly boolean[];
  readonly lives: readonly number[];
}

const deeds = {
  'manager comments': ['manager', { verb: 'comment', text: 'Found it.' }],
  'teacher comments': ['teacher', { verb: 'comment', text: 'Thank you.' }],
  claim: ['manager', { verb: 'claim' }],
  release: ['manager', { verb: 'release' }],
  'to the other school': ['teacher', { verb: 'edit', changes: { schoolId: '100002', siteId: 's1' } }],
} as const satisfies Record<string, readonly ['manager' | 'teacher', TicketRequest]>;
const deedNames = [
  'manager comments',
  'teacher comments',
  'claim',
  'release',
  'to the other school',
] as const;

const stories: fc.Arbitrary<Story> = fc.record({
  deeds: fc.array(
    fc.record({
      deed: fc.constantFrom(...deedNames),
      pauseMs: fc.constantFrom(0, 1_000, 30_000, 90_000),
      waits: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  mishaps: fc.array(fc.constantFrom(...mishaps), { maxLength: 25 }),
  slow: fc.array(fc.boolean(), { maxLength: 25 }),
  lives: fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 4 }),
});

/** Tells which entries of the history a call is about. */
const renderer: Renderer = {
  card: plainRenderer.card,
  call: (ticket, { told }) => ({
    summary: `call ${ticket.id} ${told.map(({ entryId }) => entryId).join(' ')}`,
  }),
};

let city: City;
let run = 0;
beforeAll(async () => {
  city = await City.open();
});
afterAll(async () => {
  await city.close();
});

it('whatever fails and dies, cards end showing the last revision and each call is sent once, or twice in the window', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      run += 1;
      const id = `T${run}`;
      const { unheard, lost } = await live(id, story);
      const ticket = await city.ticket(id);
      expect(ticket.outbox).toEqual([]);
      expectCardsUpToDate(ticket);
      for (const entryId of calledAbout(ticket)) {
        const times = city.teams.messages.filter(({ shown }) => tells(shown.at(-1), entryId)).length;
        const window = unheard.filter((summary) => tells(summary, entryId)).length;
        expect(times).toBeLessThanOrEqual(1 + window);
        if (!lost.some((summary) => tells(summary, entryId))) expect(times).toBeGreaterThanOrEqual(1);
      }
      const { version } = await city.one.tickets.get(id);
      await city.one.tickets.remove(id, version);
    }),
    { numRuns: 100 },
  );
});

/** Tells the story to its end, when Teams is well again and the last process lives on. */
async function live(
  id: string,
  story: Story,
): Promise<{ readonly unheard: string[]; readonly lost: string[] }> {
  const outcome = disturb(story);
  const processes = new Processes(id, story.lives, (summary) => outcome.unheard.push(summary));
  await city.submit(id, {}, (await processes.immortal()).instance);
  await processes.begin();
  for (const { deed, pauseMs, waits } of story.deeds) {
    const [who, request] = deeds[deed];
    await processes.survive((instance) =>
      city.order(id, who, request, instance).then(() => undefined, onlyDying),
    );
    if (waits) await processes.survive((instance) => instance.delivery.settled());
    city.clock.skip(pauseMs);
    await processes.survive((instance) => instance.scheduler.look());
  }
  await processes.survive((instance) => instance.delivery.settled());
  city.teams.disturbance = () => undefined;
  city.teams.afterwards = () => Promise.resolve();
  const { instance } = await processes.immortal();
  for (let round = 0; round < 4; round += 1) {
    await city.clock.advance(leaseMs);
    await city.clock.until(instance.scheduler.look());
    await city.clock.until(instance.delivery.settled());
  }
  return outcome;
}

/** One process after the other; where one has died, the next goes on. */
class Processes {
  #current: { readonly instance: Instance; readonly life: Life } | undefined;
  #started = 0;

  constructor(
    private readonly id: string,
    private readonly lives: readonly number[],
    private readonly onUnrecorded: (summary: string) => void,
  ) {}

  async begin(): Promise<void> {
    await this.#bury();
    this.#current = await this.#start(this.lives[this.#started] ?? Infinity);
  }

  /** A process that lives to the end, in place of the one before. */
  async immortal(): Promise<{ readonly instance: Instance; readonly life: Life }> {
    await this.#bury();
    this.#current = await this.#start(Infinity);
    return this.#current;
  }

  get isDead(): boolean {
    return this.#current?.life.isOver ?? true;
  }

  /** Lets the living process do something; where it died of it, the next one is started. */
  async survive(act: (instance: Instance) => Promise<void>): Promise<void> {
    if (!this.#current || this.isDead) await this.begin();
    if (this.#current) await city.clock.until(act(this.#current.instance));
  }

  /** What the process had sent and not yet written down when it died was sent in the window that is admitted. */
  async #bury(): Promise<void> {
    if (!this.#current) return;
    this.#current.life.end();
    const { outbox } = await city.ticket(this.id);
    const pending = outbox.flatMap((entry) =>
      entry.kind === 'call' && entry.entryId !== null ? [entry.entryId] : [],
    );
    for (const entryId of pending) {
      if (city.teams.messages.some(({ shown }) => tells(shown.at(-1), entryId)))
        this.onUnrecorded(`call ${entryId}`);
    }
  }

  async #start(steps: number): Promise<{ readonly instance: Instance; readonly life: Life }> {
    this.#started += 1;
    const life = new Life(steps);
    const instance = await startInstance(storeDuring(life, city.store), {
      owner: `${this.id}-${this.#started}`,
      clock: city.clock,
      teams: senderDuring(life, city.teams, this.onUnrecorded),
      renderer,
    });
    return { instance, life };
  }
}

/** Makes Teams answer with these mishaps in turn; remembers what it did without the sender hearing of it, and what it lost. */
function disturb(story: Story): { readonly unheard: string[]; readonly lost: string[] } {
  const unheard: string[] = [];
  const lost: string[] = [];
  const queue = story.mishaps.values();
  const pace = story.slow.values();
  city.teams.pace = () => (pace.next().value === true ? city.clock.wait(5_000) : Promise.resolve());
  let mishap: Mishap = 'none';
  city.teams.disturbance = (operation: Operation) => {
    mishap = queue.next().value ?? 'none';
    if (mishap === 'throttled') return new SendError('throttled', 'slow down', 3_000);
    if (mishap === 'temporary') return new SendError('temporary', 'unavailable');
    if (mishap === 'lost') {
      lost.push(operation.message.summary);
      return new SendError('unknown', 'timed out');
    }
    if (mishap === 'deleted' && operation.kind === 'edit') {
      const isCard = !operation.message.summary.startsWith('call');
      if (isCard) city.teams.delete(operation.activityId ?? '');
    }
    return undefined;
  };
  city.teams.afterwards = ({ kind, message }) => {
    const isUnheard = mishap === 'unheard';
    // A post that timed out is not sent again; an edit is, and may become a new message in the end.
    if (isUnheard && kind === 'edit') unheard.push(message.summary);
    return isUnheard ? Promise.reject(new SendError('unknown', 'timed out')) : Promise.resolve();
  };
  return { unheard, lost };
}

function expectCardsUpToDate(ticket: Ticket): void {
  for (const name of ['requester', 'channel'] as const) {
    const place = ticket.places.find((each) => each.name === name);
    const card = city.teams.messages.find(({ id }) => id === place?.activityId);
    expect(card?.shown.at(-1)).toBe(`${ticket.id} r${ticket.revision} ${name}`);
    const school = ticket.report.schoolId === '100002' ? 'south' : 'north';
    expect(card?.conversationId).toBe(name === 'channel' ? `channel-${school}` : 'chat-teacher');
  }
}

function calledAbout(ticket: Ticket): string[] {
  return ticket.history.filter(({ command }) => command.verb === 'comment').map(({ id }) => id);
}

function tells(summary: string | undefined, entryId: string): boolean {
  return summary?.startsWith('call') === true && summary.split(' ').includes(entryId);
}

/** A refused order is none, and a process may die of it. */
function onlyDying(error: unknown): void {
  const isRefusal = error instanceof Error && / was (refused|replayed)/.test(error.message);
  if (!isRefusal && !(error instanceof Died)) throw error;
}
