import { afterEach, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import type { Ticket } from '../../src/tickets/index.js';
import { at } from '../sla/berlin.js';
import { Died, Life, storeDuring } from '../delivery/mortal.js';
import { storeKinds } from '../store/fixtures.js';
import { cityOf } from '../tickets/city-of-days.js';
import { claim, Story, urgent, wednesday } from '../tickets/given.js';
import { JobOffice, rulesA, type Instance } from './job-office.js';

/** A city in which everybody is there on Wednesday, and the manager is away from Thursday on. */
const awayFromThursday = cityOf({ away: [{ who: 'manager', from: '2026-11-19', to: '2026-11-20' }] });
const south = cityOf({ campusOfSchool: 'south' });

function reroutings({ history }: Ticket): string[] {
  return history.flatMap(({ command }) => (command.verb === 'reroute' ? [command.does] : []));
}

describe.each(storeKinds)('the job on open tickets, when others are in force, on %s', (kind) => {
  let office: JobOffice;
  afterEach(async () => office.close());

  const open = async (): Promise<Instance> => {
    office = await JobOffice.open(kind);
    office.directory = cityOf();
    return office.bringTo(rulesA);
  };
  const turnsTo = async (local: string, ...instances: readonly Instance[]): Promise<void> => {
    office.clock.set(at(local) - office.clock.now());
    for (const { starter } of instances) await starter.ensure();
    await office.work(...instances);
  };
  const party = async (id: string): Promise<string | null> => {
    const { handledBy } = await office.ticket(id);
    return handledBy?.campusId ?? handledBy?.party ?? null;
  };

  it('takes open tickets along with their school, in service hours at once, and leaves solved ones', async () => {
    const instance = await open();
    await office.put('NEW', Story.submitted());
    await office.put('CLAIMED', Story.submitted().by('manager', claim));
    await office.put('SOLVED', Story.submitted().by('manager', { verb: 'resolve', solution: 'Done.' }));
    office.directory = south;
    await instance.starter.ensure();
    await office.work(instance);
    expect(await party('NEW')).toBe('south');
    expect(await party('CLAIMED')).toBe('south');
    expect(await party('SOLVED')).toBe('north');
    expect((await office.job()).looks[0]).toMatchObject({ done: 3, postponed: 0, failed: 0 });
  });

  it('leaves at night to the opening what would post a new card, except where nothing can go on', async () => {
    const instance = await open();
    await office.put('CALM', Story.submitted());
    await office.put('URGENT', Story.submitted(urgent));
    office.directory = south;
    await turnsTo('2026-11-18 22:00', instance);
    expect([await party('CALM'), await party('URGENT')]).toEqual(['north', 'south']);
    await turnsTo('2026-11-18 22:10', instance);
    expect(await office.job()).toMatchObject({ finishedAt: null, wakeAt: isoOf(at('2026-11-19 07:30')) });
    await turnsTo('2026-11-19 07:30', instance);
    expect(await party('CALM')).toBe('south');
    expect(await office.job()).toMatchObject({ wakeAt: null, looks: [{ postponed: 1 }, {}, { done: 1 }] });
  });

  it('begins with the day on which an absence begins, and again when it is over; once each', async () => {
    office = await JobOffice.open(kind);
    office.directory = awayFromThursday;
    const instance = await office.bringTo(rulesA);
    await office.put('T1', Story.submitted({}, wednesday).by('manager', claim));
    await turnsTo('2026-11-18 23:59', instance);
    expect(reroutings(await office.ticket('T1'))).toEqual([]);
    await turnsTo('2026-11-19 00:00', instance);
    expect(reroutings(await office.ticket('T1'))).toEqual(['offer', 'reason']);
    await turnsTo('2026-11-20 09:00', instance);
    expect(reroutings(await office.ticket('T1'))).toHaveLength(2);
    await turnsTo('2026-11-21 00:00', instance);
    expect(reroutings(await office.ticket('T1'))).toEqual(['offer', 'reason', 'end-offer', 'reason']);
  });

  it('does each thing once where two processes work, and wherever one of them is killed', async () => {
    await open();
    const ids = ['T1', 'T2', 'T3', 'T4', 'T5'];
    for (const id of ids) await office.put(id, Story.submitted().by('manager', claim));
    const lives = kind === 'sqlite' ? Array.from({ length: 16 }, (_, index) => 1 + 5 * index) : [9, 31];
    for (const [index, steps] of lives.entries()) {
      office.directory = index % 2 === 0 ? south : cityOf();
      const life = new Life(steps);
      const dying = await office.instance(rulesA, { store: storeDuring(life, office.store) });
      const other = await office.instance(rulesA);
      await dying.starter.ensure().catch(expectDeath);
      for (let looks = 0; looks < 4 && !life.isOver; looks += 1) {
        const found = await dying.source.due(isoOf(office.clock.now()), 1).catch(() => null);
        const [due] = found?.items ?? [];
        if (due) await dying.source.handle(due).catch(expectDeath);
      }
      life.end();
      await other.starter.ensure();
      office.pass(1);
      await office.work(other);
      for (const id of ids) {
        expect(await party(id)).toBe(index % 2 === 0 ? 'south' : 'north');
        expect(reroutings(await office.ticket(id))).toHaveLength(index + 1);
      }
    }
  });

  it('looks again at a ticket that somebody else wrote in between', async () => {
    const instance = await open();
    await office.put('T1', Story.submitted());
    office.directory = south;
    const { desk } = instance;
    let claims = true;
    const slow: typeof desk.execute = async (id, order, now) => {
      if (claims && order.command.verb === 'reroute') {
        claims = false;
        const actor = { kind: 'person', personId: 'manager', name: 'Manager' } as const;
        await desk.execute(id, { id: 'faster', actor, command: { verb: 'claim' } }, now);
      }
      return desk.execute(id, order, now);
    };
    const late = await office.instance(rulesA, { desk: { execute: slow } });
    await late.starter.ensure();
    await office.work(late);
    expect(await office.ticket('T1')).toMatchObject({ state: 'new', handledBy: { campusId: 'south' } });
  });
});

function expectDeath(error: unknown): void {
  if (!(error instanceof Died)) throw error;
}
