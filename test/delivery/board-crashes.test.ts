import { expect, it } from 'vitest';
import { City, gatherMs, leaseMs, startInstance } from './city.js';
import { Life, senderDuring, storeDuring } from './mortal.js';

const threeHours = 3 * 3_600_000;
/** More than a process needs for all of it. */
const mostSteps = 90;

interface World {
  readonly linked: readonly ('north' | 'south' | 'helpdesk')[];
  readonly tickets: readonly string[];
  /** What happens while the board gathers. */
  readonly meanwhile?: (city: City) => Promise<unknown>;
}

const worlds: Readonly<Record<string, World>> = {
  'a reminder that stays alone': { linked: ['north', 'helpdesk'], tickets: ['T1'] },
  'reminders that come together': { linked: ['north', 'helpdesk'], tickets: ['T1', 'T2'] },
  'a reminder for a channel that is not linked': { linked: ['helpdesk'], tickets: ['T1'] },
  'reminders for a channel that is not linked': { linked: ['helpdesk'], tickets: ['T1', 'T2'] },
  'reminders whose channel is unlinked meanwhile': {
    linked: ['north', 'helpdesk'],
    tickets: ['T1', 'T2'],
    meanwhile: (city) => city.one.book.unlink('campus-north'),
  },
  'reminders whose channel is linked meanwhile': {
    linked: ['helpdesk'],
    tickets: ['T1', 'T2'],
    meanwhile: (city) => city.link('north'),
  },
};

it.each(Object.entries(worlds))(
  'wherever a process dies, %s: said once, or once more where it was sent and not written down',
  async (_, world) => {
    for (let steps = 1; steps < mostSteps; steps += 1) {
      for (const fate of await lived(world, steps)) {
        expect({ steps, ...fate }).toSatisfy(
          () => fate.times >= 1 && fate.times <= (fate.isUnwritten ? 2 : 1),
        );
      }
    }
  },
  60_000,
);

interface Fate {
  readonly ticketId: string;
  /** How often its reminder was said. */
  readonly times: number;
  /** Whether it was sent and not written down when the process died. */
  readonly isUnwritten: boolean;
}

/** Lets a process die after so many steps, and another one go on. */
async function lived({ linked, tickets, meanwhile }: World, steps: number): Promise<readonly Fate[]> {
  const city = await City.open(linked);
  for (const id of tickets) await city.standing(id);
  city.clock.skip(threeHours);
  const life = new Life(steps);
  const dying = await startInstance(storeDuring(life, city.store), {
    owner: 'dying',
    clock: city.clock,
    teams: senderDuring(life, city.teams, () => undefined),
  });
  const look = async (): Promise<void> => {
    await city.clock.until(dying.scheduler.look().catch(() => undefined));
    await city.clock.until(dying.delivery.settled());
  };
  for (let round = 0; round < 2; round += 1) await look();
  await meanwhile?.(city);
  for (let round = 0; round < 3; round += 1) {
    city.clock.skip(gatherMs);
    await look();
  }
  life.end();
  const unwritten = new Map<string, boolean>();
  for (const id of tickets) unwritten.set(id, await isUnwritten(city, id));
  for (let round = 0; round < 4; round += 1) {
    city.clock.skip(leaseMs);
    await city.looks(city.one);
  }
  const fates = tickets.map((ticketId) => ({
    ticketId,
    times: saying(city, ticketId).length,
    isUnwritten: unwritten.get(ticketId) ?? false,
  }));
  await city.close();
  return fates;
}

async function isUnwritten(city: City, ticketId: string): Promise<boolean> {
  const said = saying(city, ticketId);
  const boards = (await city.one.boards.query({ limit: 10 })).items.map(({ document }) => document);
  const isOnBoard = boards.some(({ items }) => items.some((item) => item.ticketId === ticketId));
  const { outbox } = await city.ticket(ticketId);
  const isCall = outbox.some((entry) => entry.kind === 'call' && entry.about === 'first-response-75');
  return said.some((each) => (each.startsWith('board') ? isOnBoard : isCall));
}

/** The messages that say the reminder about a ticket. */
function saying({ teams }: City, ticketId: string): readonly string[] {
  const reminder = new RegExp(`${ticketId}( to channel:)? first-response-75`);
  return teams.messages.map(({ shown }) => shown.at(-1) ?? '').filter((each) => reminder.test(each));
}
