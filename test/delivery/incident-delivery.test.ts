import { afterEach, describe, expect, it } from 'vitest';
import { City } from './city.js';
import {
  cards,
  declare,
  outage,
  press,
  reminders,
  reporters,
  resolve,
  theIncident,
  toldResolved,
} from './incident-talk.js';

/** Long after closing time, on the day on which everything was reported. */
const eveningAt = '2026-03-03T19:00:00.000Z';

const link = async (city: City) => {
  const incident = await theIncident(city);
  if (!incident) throw new Error('there is no incident');
  const { id, title, status, statusAt } = incident;
  return { id, title, status, statusAt };
};

describe('an incident', () => {
  let city: City;
  afterEach(async () => city.close());

  const open = async (linked: Parameters<typeof City.open>[0] = ['north', 'helpdesk']): Promise<void> => {
    city = await City.open(linked, { withIncidents: true });
  };
  const does = async (command: Parameters<typeof press>[1]): Promise<void> => {
    expect(await press(city, command)).toBe('accepted');
    await city.delivered();
  };

  it('is one card in the help desk’s channel from the suspicion to the end', async () => {
    await open();
    await outage(city);
    expect(cards(city)).toEqual(['incident suspected [] (T1 T2 T3)']);
    await does(declare);
    expect(cards(city)).toEqual(['incident open [T1 T2 T3] ()']);
    await does({ verb: 'tell', status: 'On it' });
    expect(cards(city)).toEqual(['incident open [T1 T2 T3] () On it']);
    await does(resolve);
    expect(cards(city)).toEqual(['incident resolved [T1 T2 T3] () On it']);
    for (const id of ['T1', 'T2', 'T3']) {
      expect((await city.ticket(id)).state).toBe('resolved');
      expect(toldResolved(city, id)).toHaveLength(1);
    }
  });

  it('that somebody resolves in the evening is told to its requesters at once', async () => {
    await open();
    await outage(city);
    await does(declare);
    city.clock.skip(Date.parse(eveningAt) - city.clock.now());
    await does(resolve);
    for (const id of ['T1', 'T2', 'T3']) expect(toldResolved(city, id)).toHaveLength(1);
  });

  it('is noticed once where two processes notice it at the same time', async () => {
    await open();
    const other = await city.another('other');
    for (const [index, who] of reporters.entries()) {
      await city.submit(`T${String(index + 1)}`, {}, index % 2 === 0 ? city.one : other, who);
    }
    await Promise.all([city.delivered(), city.delivered(other)]);
    expect(cards(city)).toHaveLength(1);
    expect((await theIncident(city))?.suspects.map(({ ticketId }) => ticketId).toSorted()).toEqual([
      'T1',
      'T2',
      'T3',
    ]);
  });

  it('resolves a ticket that joins in the moment in which it is resolved', async () => {
    await open();
    await outage(city);
    await does(declare);
    const known = await link(city);
    await does(resolve);
    await city.standing('T9');
    await city.order('T9', 'dispatcher', { verb: 'attach', incident: known });
    await city.delivered();
    expect((await city.ticket('T9')).state).toBe('resolved');
    expect(toldResolved(city, 'T9')).toHaveLength(1);
  });

  it('tells a ticket that joins later what was said before', async () => {
    await open();
    await outage(city);
    await does(declare);
    const known = await link(city);
    city.clock.skip(1_000);
    await does({ verb: 'tell', status: 'On it' });
    await city.standing('T9');
    await city.order('T9', 'dispatcher', { verb: 'attach', incident: known });
    await city.delivered();
    expect((await city.ticket('T9')).incident?.status).toBe('On it');
    expect(cards(city)).toEqual(['incident open [T1 T2 T3 T9] () On it']);
  });

  it('lets a ticket go that is something else, and asks about it no more', async () => {
    await open();
    await outage(city);
    await does(declare);
    const { id } = await link(city);
    await city.order('T2', 'manager', { verb: 'detach', incidentId: id });
    await city.delivered();
    expect(cards(city)).toEqual(['incident open [T1 T3] ()']);
    await does(resolve);
    expect((await city.ticket('T2')).state).toBe('new');
  });

  it('counts by the priority of a ticket that has become more urgent', async () => {
    await open();
    await outage(city);
    await does(declare);
    const before = await theIncident(city);
    await city.order('T1', 'teacher', { verb: 'escalate', text: '' });
    await city.delivered();
    const after = await theIncident(city);
    expect([before?.priority, after?.priority]).toEqual(['P3', 'P1']);
    expect(after?.resolutionDueAt?.localeCompare(before?.resolutionDueAt ?? '')).toBe(-1);
  });

  it('tells its tickets the newest status, whatever the clock of a process says', async () => {
    await open();
    await outage(city);
    await does(declare);
    await does({ verb: 'tell', status: 'First' });
    city.clock.set(-60_000);
    await does({ verb: 'tell', status: 'Second' });
    expect((await city.ticket('T1')).incident?.status).toBe('Second');
  });

  it('lists a report that looks like it as well, and takes it in when somebody says so', async () => {
    await open();
    await outage(city);
    await does(declare);
    await city.standing('T9');
    expect(cards(city)).toEqual(['incident open [T1 T2 T3] (T9)']);
    await does({ verb: 'add' });
    expect(cards(city)).toEqual(['incident open [T1 T2 T3 T9] ()']);
  });

  it('reminds once for all of its tickets, which are silent', async () => {
    await open();
    await outage(city);
    await does(declare);
    const before = city.teams.messages.length;
    // The solution is promised within 1,440 service minutes: three days of service.
    for (let hours = 0; hours < 96; hours += 2) {
      city.clock.skip(2 * 3_600_000);
      await city.looks(city.one);
    }
    const since = city.teams.messages.slice(before).map(({ shown }) => shown.at(-1) ?? '');
    expect(since.filter((each) => /T[123] to/.test(each) || /T[123] (first|resolution)/.test(each))).toEqual(
      [],
    );
    expect(reminders(city)).toEqual(['> incident resolution-75', '> incident resolution-100']);
  });

  it('goes to the administrators’ list of what reached nobody where no channel is linked', async () => {
    await open([]);
    await outage(city);
    expect(cards(city)).toEqual([]);
    const meant = (await city.undelivered()).map(({ ticketId }) => ticketId);
    expect(meant).toContain((await theIncident(city))?.id);
    await city.link('helpdesk');
    city.clock.skip(60_000);
    await city.looks(city.one);
    await city.looks(city.one);
    expect(cards(city)).toEqual(['incident suspected [] (T1 T2 T3)']);
    expect((await city.undelivered()).map(({ ticketId }) => ticketId)).not.toContain(
      (await theIncident(city))?.id,
    );
  });

  it('is posted anew where somebody deleted its card', async () => {
    await open();
    await outage(city);
    const card = (await theIncident(city))?.card;
    city.teams.delete(card?.activityId ?? '');
    await does(declare);
    expect(cards(city)).toEqual(['incident open [T1 T2 T3] ()']);
  });
});
