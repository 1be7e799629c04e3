import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/campus/index.js';
import { ConversationBook } from '../../src/delivery/index.js';
import { isoOf } from '../../src/sla/index.js';
import { chat, people } from '../delivery/city.js';
import { FakeClock } from '../delivery/fake-clock.js';
import { PostOffice } from '../delivery/post-office.js';
import { date, directory, listId, rota, worklistProcess } from '../delivery/worklist-process.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';

const evening = '2026-11-25T15:00:05.000Z';
/** Half an hour after the service has opened, and before the visit. */
const morning = '2026-11-26T06:45:00.000Z';

/** The directory of a day on which this person acts for the campus; null for nobody. */
function cityWith(who: 'manager' | 'otherManager' | null): Directory {
  const person = who && { id: people[who], name: who, language: 'de' as const, absences: [] };
  return {
    ...directory,
    inForce: () => ({ person, as: person ? 'manager' : 'nobody', until: null, standsInFor: null }),
  };
}

describe('the list of a day', () => {
  let stored: TestStore;
  let clock: FakeClock;
  let office: PostOffice;
  let today: Directory;
  beforeEach(async () => {
    stored = await openTestStore('sqlite');
    clock = new FakeClock(evening);
    office = new PostOffice();
    today = cityWith('manager');
    const book = await ConversationBook.open(stored.store, clock);
    for (const who of ['manager', 'otherManager', 'teacher'] as const)
      await book.remember(chat(who), clock.now());
  });
  afterEach(async () => stored.close());

  const process = async (owner: string) => {
    const one = await worklistProcess(stored.store, office, clock, owner, {
      directory: () => today,
      rota: () => rota,
    });
    return {
      ...one,
      look: async (): Promise<void> => {
        for (const due of (await one.visits.due(isoOf(clock.now()), 10)).items) await one.visits.handle(due);
        await one.delivery.settled();
      },
    };
  };
  const moveTo = (instant: string): void => {
    clock.skip(Date.parse(instant) - clock.now());
  };
  const lists = (who: 'manager' | 'otherManager'): readonly string[] =>
    office.messages
      .filter(({ conversationId }) => conversationId === chat(who).conversationId)
      .map(({ shown }) => shown.at(-1) ?? '');

  it('goes to whoever comes instead of the manager who called in sick in the morning, once', async () => {
    const [one, two] = [await process('one'), await process('two')];
    for (const each of [one, two]) await each.look();
    expect([lists('manager').length, lists('otherManager').length]).toEqual([1, 0]);
    moveTo(morning);
    today = cityWith('otherManager');
    for (const each of [one, two, await process('three')])
      for (let look = 0; look < 3; look += 1) await each.look();
    expect([lists('manager').length, lists('otherManager').length]).toEqual([1, 1]);
    expect(lists('manager')).not.toEqual(lists('otherManager'));
  });

  it('comes back to the manager who is there after all', async () => {
    const one = await process('one');
    await one.look();
    moveTo(morning);
    for (const who of ['otherManager', 'manager'] as const) {
      today = cityWith(who);
      await one.look();
    }
    expect([lists('manager').length, lists('otherManager').length]).toEqual([2, 1]);
  });

  it('says that nobody comes where nobody stands in, and the contacts are told, but not of a visit that is over', async () => {
    const one = await process('one');
    await one.look();
    moveTo(morning);
    today = cityWith(null);
    await one.look();
    const list = await one.worklistDesk.find(listId);
    expect(list).toMatchObject({ isUnmanned: true, sites: [{ state: 'missed' }], tells: [] });
    const told = office.messages.filter(({ shown }) => shown[0]?.startsWith('Visit cancelled'));
    expect(told.map(({ conversationId }) => conversationId)).toEqual([chat('teacher').conversationId]);
  });

  it('leaves a visit that is over when the last one goes home', async () => {
    const one = await process('one');
    await one.look();
    moveTo('2026-11-26T14:00:00.000Z');
    today = cityWith(null);
    await one.worklistDesk.send('north', date, clock.now());
    await one.delivery.settled();
    expect((await one.worklistDesk.find(listId))?.sites).toMatchObject([{ state: 'planned' }]);
  });
});
