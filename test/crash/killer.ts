import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { NotFound, type Collection } from '../../src/store/index.js';
import type { Ticket } from '../../src/tickets/index.js';
import type { Chance } from './chance.js';
import type { Client } from './client.js';
import type { Fleet } from './fleet.js';
import type { Instance } from './instance.js';
import { ticketIdOf, type Teams } from './teams.js';

/** When a process dies. */
export const moments = [
  'at any time',
  'in a turn',
  'once written',
  'while sending',
  'after sending',
] as const;
export type Moment = (typeof moments)[number];

/** A moment that does not come by itself comes after so long. */
const trapLimitMs = 1_500;

/** Kills instances in the middle of what they do. */
export class Killer {
  readonly kills: Record<Moment, number> = {
    'at any time': 0,
    'in a turn': 0,
    'once written': 0,
    'while sending': 0,
    'after sending': 0,
  };

  constructor(
    private readonly parts: {
      readonly fleet: Fleet;
      readonly client: Client;
      readonly teams: Teams;
      readonly chance: Chance;
      readonly tickets: Collection<Ticket>;
    },
  ) {}

  get total(): number {
    return moments.reduce((total, moment) => total + this.kills[moment], 0);
  }

  /** Kills until so many have died; most of the time one of the two, sometimes both at once. */
  async killTimes(times: number, signal?: AbortSignal): Promise<void> {
    const { fleet, chance } = this.parts;
    while (this.total < times && signal?.aborted !== true) {
      const victim = await fleet.one();
      await sleep(chance.between(0, 400));
      const moment = await this.#await(chance.oneOf(moments), victim);
      const both = chance.is(0.15) ? fleet.ready : [victim];
      const died = await Promise.all(both.map((instance) => fleet.kill(instance)));
      this.kills[moment] += died.filter(Boolean).length;
    }
  }

  /** Strikes in the instant in which the moment has come, so that what happens then is cut off. The moment that came. */
  async #await(moment: Moment, { name }: Instance): Promise<Moment> {
    if (moment === 'at any time') return moment;
    const { client, teams, fleet, chance } = this.parts;
    const limit = new AbortController();
    const came = await new Promise<Moment>((resolve) => {
      const strike = (): void => {
        // Not after the promise's turn of the loop: by then the process may have gone on.
        const victim = fleet.find(name);
        if (victim) void fleet.kill(victim).then((died) => died && (this.kills[moment] += 1));
        resolve(moment);
      };
      if (moment === 'in a turn') {
        client.onRequest = (instance) => {
          if (instance.name === name) setTimeout(strike, chance.between(0, 12));
        };
      } else if (moment === 'once written') {
        client.onRequest = (instance, body) => {
          if (instance.name === name) void this.#written(ticketIdOf(JSON.parse(body))).then(strike);
        };
      } else {
        const wanted = moment === 'while sending' ? 'arrived' : 'answered';
        teams.watch = (sender, happened) => {
          if (sender === name && happened === wanted) strike();
        };
      }
      sleep(trapLimitMs, undefined, { signal: limit.signal }).then(
        () => resolve('at any time'),
        () => undefined,
      );
    });
    limit.abort();
    client.onRequest = () => undefined;
    teams.watch = () => undefined;
    return came;
  }

  /** Resolves when the command that is on its way has been written; its answer is hardly out then. */
  async #written(ticketId: string | null): Promise<void> {
    const before = await this.#revision(ticketId);
    for (const until = Date.now() + trapLimitMs; Date.now() < until; await nextTurn()) {
      if ((await this.#revision(ticketId)) !== before) return;
    }
  }

  async #revision(ticketId: string | null): Promise<number | null> {
    try {
      return ticketId === null ? null : (await this.parts.tickets.get(ticketId)).document.revision;
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
}
