import { expect, it } from 'vitest';
import type { IncidentCommand } from '../../src/incidents/index.js';
import { find } from '../../src/store/index.js';
import { chat, City, leaseMs, startInstance, type Instance } from './city.js';
import {
  cards,
  declare,
  outage,
  press,
  reporters,
  resolve,
  theIncident,
  toldResolved,
} from './incident-talk.js';
import { Life, senderDuring, storeDuring } from './mortal.js';

/** More than a process needs for all of it. */
const mostSteps = 600;
/** Every step holds; so many at once keep the test short. */
const stepsAtOnce = 7;

const ids = ['T1', 'T2', 'T3'];

it('wherever a process dies between report and solution, each ticket is told once, or once more where it was not written down', async () => {
  let isOver = false;
  for (let steps = 1; steps < mostSteps && !isOver; steps += stepsAtOnce) {
    const fate = await lived(steps);
    isOver = fate.survived;
    expect({ steps, state: fate.state }).toEqual({ steps, state: 'resolved' });
    expect({ steps, tickets: fate.tickets }).toEqual({ steps, tickets: ids.map(() => 'resolved') });
    for (const [index, times] of fate.told.entries()) {
      const most = fate.unwritten.includes(ids[index] ?? '') ? 2 : 1;
      expect({ steps, times }).toSatisfy(() => times >= 1 && times <= most);
    }
    const mostCards = fate.unwritten.includes('card') ? 2 : 1;
    expect({ steps, cards: fate.cards.length }).toSatisfy(
      () => fate.cards.length >= 1 && fate.cards.length <= mostCards,
    );
    expect(fate.cards.at(-1)).toBe('incident resolved [T1 T2 T3] ()');
  }
  expect(isOver).toBe(true);
}, 120_000);

interface Fate {
  readonly survived: boolean;
  readonly state: string | undefined;
  readonly tickets: readonly string[];
  readonly told: readonly number[];
  readonly cards: readonly string[];
  /** What was sent and not written down when the process died: tickets' messages, and the card. */
  readonly unwritten: readonly string[];
}

/** A process reports, and is asked to declare and to resolve; it dies after so many steps, and another one goes on. */
async function lived(steps: number): Promise<Fate> {
  const city = await City.open(['north', 'helpdesk'], { withIncidents: true });
  const life = new Life(steps);
  const dying = await startInstance(storeDuring(life, city.store), {
    owner: 'dying',
    clock: city.clock,
    teams: senderDuring(life, city.teams, () => undefined),
    withIncidents: true,
  });
  await outage(city, dying).catch(() => undefined);
  await asked(city, dying, declare);
  await asked(city, dying, resolve);
  const survived = !life.isOver;
  life.end();
  const unwritten = await notWrittenDown(city);
  await goOn(city);
  const fate = {
    survived,
    state: (await theIncident(city))?.state,
    tickets: await Promise.all(ids.map(async (id) => (await city.ticket(id)).state)),
    told: ids.map((id) => toldResolved(city, id).length),
    cards: cards(city),
    unwritten,
  };
  await city.close();
  return fate;
}

async function notWrittenDown(city: City): Promise<readonly string[]> {
  const card = (await theIncident(city))?.card ?? null;
  const found = cards(city).length > 0 && card === null ? ['card'] : [];
  for (const id of ids) {
    const outbox = (await find(city.one.tickets, id))?.document.outbox ?? [];
    const waits = outbox.some((entry) => entry.kind === 'call' && entry.about === 'resolved');
    if (waits && toldResolved(city, id).length > 0) found.push(id);
  }
  return found;
}

async function asked(city: City, by: Instance, command: IncidentCommand): Promise<void> {
  await press(city, command, by).catch(() => undefined);
  await city.delivered(by);
}

/** The other process takes over what the dead one left; people repeat what they were not answered. */
async function goOn(city: City): Promise<void> {
  await rounds(city);
  for (const [index, who] of reporters.entries()) {
    const id = ids[index] ?? '';
    await city.one.book.remember(chat(who), city.clock.now());
    const begun = (await find(city.one.tickets, id))?.document;
    if (!begun) await city.submit(id, {}, city.one, who);
    else if (begun.state === 'draft') {
      await city.order(id, who, { verb: 'submit', report: begun.report, card: null });
    }
    await city.delivered();
  }
  await rounds(city);
  for (const command of [declare, resolve]) {
    await press(city, command);
    await city.delivered();
    await rounds(city);
  }
}

async function rounds(city: City): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    city.clock.skip(leaseMs);
    await city.looks(city.one);
  }
}
