import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { find } from '../../src/store/index.js';
import { City, leaseMs } from './city.js';

const atRisk = 'T1 to requester: first-response-at-risk';
let city: City;
beforeEach(async () => {
  city = await City.open();
  // Reported at a quarter past twelve: 90 % of the 240 minutes until the first response are over at nine minutes to four.
  await at('2026-03-03T11:15:00.000Z');
  await city.standing('T1');
});
afterEach(async () => {
  await city.close();
});

describe('what the clock tells a teacher', () => {
  it('comes in service hours', async () => {
    await at('2026-03-03T14:52:00.000Z');
    expect(calls()).toEqual([atRisk]);
  });

  it('waits for the opening where a standstill lasted until after closing time, and costs nothing until then', async () => {
    await at('2026-03-03T18:00:00.000Z');
    expect(calls()).toEqual([]);
    const ticket = await find(city.one.tickets, 'T1');
    expect([ticket?.document.lease, ticket?.document.wakeAt]).toEqual([null, '2026-03-04T06:30:00.000Z']);
    await at('2026-03-04T06:29:59.000Z');
    expect(calls()).toEqual([]);
    await at('2026-03-04T06:30:00.000Z');
    expect(calls()).toEqual([atRisk]);
  });

  it('waits for the opening where the process died before it was sent', async () => {
    city.one.delivery.deliver = () => undefined;
    await at('2026-03-03T14:59:30.000Z');
    const other = await city.another('two');
    city.clock.skip(leaseMs);
    await city.looks(other);
    expect(calls()).toEqual([]);
    city.clock.skip(Date.parse('2026-03-04T06:30:00.000Z') - city.clock.now());
    await city.looks(other);
    expect(calls()).toEqual([atRisk]);
  });

  it('is not told any more where somebody answered in the evening', async () => {
    await at('2026-03-03T18:00:00.000Z');
    await city.order('T1', 'manager', { verb: 'claim' });
    await city.delivered();
    await at('2026-03-04T06:31:00.000Z');
    expect(calls()).toEqual([]);
  });
});

it('what a person says is told at once, also at night and before what waits', async () => {
  await at('2026-03-03T18:00:00.000Z');
  await city.order('T1', 'manager', { verb: 'comment', text: 'We come tomorrow.' });
  await city.delivered();
  expect(calls()).toEqual(['T1 to requester: comment']);
});

async function at(iso: string): Promise<void> {
  city.clock.skip(Date.parse(iso) - city.clock.now());
  for (let look = 0; look < 3; look += 1) await city.looks(city.one);
}

/** What called the teacher, apart from the card. */
function calls(): string[] {
  return city.teams.read('chat-teacher').filter((each) => each.includes(' to requester: '));
}
