import { expect, it } from 'vitest';
import { instantOf } from '../../src/sla/index.js';
import { City, leaseMs, type Instance } from '../delivery/city.js';

const hour = 60 * 60_000;
const tickets = Array.from({ length: 300 }, (_, index) => `T${String(index).padStart(3, '0')}`);
/** Each tenth was claimed while nobody looked at the clock. */
const claimed = tickets.filter((_, index) => index % 10 === 3);
/** The first two are pointless once the third is reached. */
const stagesInChannels = new Set<string>([
  'first-response-75',
  'first-response-100',
  'first-response-helpdesk',
]);
/** Two instances with eight documents at once each. */
const atOnce = 16;

it('after a stop of hours two instances catch up in the order of the deadlines, each ticket once, and leave out what became pointless', async () => {
  const city = await City.open();
  const other = await city.another('two');
  // A deadline before that of the one submitted earlier, so that the order is not that of the ids.
  for (const [index, id] of tickets.entries()) {
    await city.submit(id, { scope: 'school', blocked: index % 3 === 0 });
    city.clock.skip(500);
  }
  await city.delivered();
  for (const id of claimed) await city.order(id, 'manager', { verb: 'claim' });
  await city.delivered();
  city.clock.skip(5 * hour);

  const due = tickets.filter((id) => !claimed.includes(id));
  const wakeAt = new Map<string, number>();
  for (const id of due) wakeAt.set(id, instantOf((await city.ticket(id)).wakeAt ?? ''));
  expect(Math.max(...wakeAt.values())).toBeLessThanOrEqual(city.clock.now());
  const given = new Set<string>();
  for (const instance of [city.one, other]) {
    recordAccepted(instance, given);
    // How messages reach people is proved elsewhere.
    instance.delivery.deliver = () => undefined;
  }
  const look = (...instances: readonly Instance[]) =>
    city.clock.until(Promise.all(instances.map(({ scheduler }) => scheduler.look())));
  for (let round = 0; round < 10; round += 1) await look(city.one, other);
  // Once more when the leases have run out: another clock of a ticket may have come before.
  city.clock.skip(leaseMs);
  for (let round = 0; round < 6; round += 1) await look(city.one, other);

  for (const id of due) expect(await reminders(city, id)).toEqual(['first-response-helpdesk']);
  for (const id of claimed) expect(await reminders(city, id)).toEqual([]);
  const order = [...given].flatMap((id) => wakeAt.get(id) ?? []);
  expect(order).toHaveLength(due.length);
  const sorted = [...order].sort((one, later) => one - later);
  for (const [place, at] of order.entries()) {
    const [first, last] = [sorted.indexOf(at), sorted.lastIndexOf(at)];
    expect(place).toBeGreaterThanOrEqual(first - atOnce);
    expect(place).toBeLessThanOrEqual(last + atOnce);
  }
  await city.close();
}, 60_000);

/** Writes down which tickets the clock's commands of an instance changed, in the order of the first. */
function recordAccepted({ desk }: Instance, given: Set<string>): void {
  const execute = desk.execute.bind(desk);
  desk.execute = async (id, order, now) => {
    const outcome = await execute(id, order, now);
    if (order.actor.kind === 'system' && outcome.kind === 'accepted') given.add(id);
    return outcome;
  };
}

async function reminders(city: City, id: string): Promise<string[]> {
  return (await city.ticket(id)).history.flatMap(({ command }) =>
    command.verb === 'remind' && stagesInChannels.has(command.stage) ? [command.stage] : [],
  );
}
