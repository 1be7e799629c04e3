import { afterEach, describe, expect, it } from 'vitest';
import type { CollectionSpec, StoredDocument } from '../../src/store/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { channel, City, people } from './city.js';
import { cards, declare, outage, press, resolve, theIncident, toldResolved } from './incident-talk.js';

const hourMs = 3_600_000;

let city: City;
afterEach(async () => city.close());

const open = async (): Promise<void> => {
  city = await City.open(['north', 'helpdesk'], { withIncidents: true });
  await outage(city);
};

describe('a suspicion that nobody answers', () => {
  const passes = async (hours: number): Promise<void> => {
    for (let passed = 0; passed < hours; passed += 1) {
      city.clock.skip(hourMs);
      await city.looks(city.one);
    }
    await city.looks(city.one);
  };

  it('ends by itself at the end of the next service day', async () => {
    await open();
    await passes(24);
    expect(cards(city)).toEqual(['incident suspected [] (T1 T2 T3)']);
    await passes(7);
    expect(cards(city)).toEqual(['incident dismissed [] ()']);
  });

  it('ends within an hour once all of its reports are done with', async () => {
    await open();
    for (const id of ['T1', 'T2', 'T3']) {
      await city.order(id, 'dispatcher', { verb: 'resolve', solution: 'Router replaced' });
    }
    await city.delivered();
    await passes(1);
    expect((await theIncident(city))?.state).toBe('dismissed');
  });

  it('goes on while one of them is open', async () => {
    await open();
    for (const id of ['T1', 'T2']) {
      await city.order(id, 'dispatcher', { verb: 'resolve', solution: 'Router replaced' });
    }
    await city.delivered();
    await passes(3);
    expect((await theIncident(city))?.state).toBe('suspected');
  });

  it('comes again where as many report it anew', async () => {
    await open();
    await passes(48);
    for (const [index, who] of (['teacher', 'manager', 'otherManager'] as const).entries()) {
      await city.submit(`U${String(index)}`, {}, city.one, who);
      await city.delivered();
    }
    expect(cards(city)).toContain('incident suspected [] (U0 U1 U2)');
  });
});

it('a suspicion that reached nobody before it came to nothing needs no card any more', async () => {
  city = await City.open(['north'], { withIncidents: true });
  await outage(city);
  expect(await press(city, { verb: 'dismiss' })).toBe('accepted');
  await city.delivered();
  city.clock.skip(hourMs);
  await city.looks(city.one);
  expect((await theIncident(city))?.wakeAt).toBeNull();
});

describe('an incident’s card', () => {
  it('moves to the channel of the help desk that is linked later; the one before has no buttons', async () => {
    await open();
    expect(await press(city, declare)).toBe('accepted');
    await city.delivered();
    const { book, delivery } = city.one;
    const elsewhere = channel('new-helpdesk');
    await book.remember(elsewhere, city.clock.now());
    await book.link('helpdesk', elsewhere, people.administrator, city.clock.now());
    await city.clock.until(delivery.reroute('helpdesk'));
    await city.delivered();
    expect(city.teams.read('channel-new-helpdesk')).toEqual(['incident open [T1 T2 T3] ()']);
    expect(cards(city)).toEqual([]);
    expect(city.teams.read('channel-helpdesk')).toContain('moved incident');
    await city.clock.until(delivery.reroute('helpdesk'));
    await city.delivered();
    expect(city.teams.read('channel-new-helpdesk')).toHaveLength(1);
  });
});

it('a report that cannot be read keeps the others from nothing', async () => {
  await open();
  // A later release wrote it.
  const raw: CollectionSpec<StoredDocument> = { ...ticketCollection, upgrade: (document) => document };
  const tickets = await city.store.collection(raw);
  const { document, version } = await tickets.get('T1');
  await tickets.replace({ ...document, schemaVersion: 99 }, version);
  for (const command of [declare, resolve]) {
    expect(await press(city, command)).toBe('accepted');
    await city.delivered();
  }
  expect(toldResolved(city, 'T2')).toHaveLength(1);
  expect(toldResolved(city, 'T3')).toHaveLength(1);
});
