import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDraft } from '../../src/tickets/index.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { City, directory, leaseMs, people, report } from './city.js';
import { Died, Life, storeDuring } from './mortal.js';
import { Town } from './town.js';

describe.each(storeKinds)('what tickets want of one another, on %s', (kind) => {
  let test: TestStore;
  let town: Town;
  beforeEach(async () => {
    test = await openTestStore(kind);
    town = await Town.on(test.store);
    await town.submit('AAAAA1');
    await town.submit('BBBBB2');
    await town.submit('CCCCC3');
  });
  afterEach(() => test.close());

  const states = async () => {
    const all = await Promise.all(town.ids.map((id) => town.ticket(id)));
    return all.map(({ closedAs, state }) => closedAs ?? state);
  };

  it('makes one of two reports, whose clock counts from the first', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    await town.settle();
    expect(await states()).toEqual(['duplicate', 'new', 'new']);
    const [first, second] = [await town.ticket('AAAAA1'), await town.ticket('BBBBB2')];
    expect(second.absorbed).toMatchObject([{ id: 'AAAAA1', requesterName: 'Teacher AAAAA1' }]);
    expect(second.submittedAt).toBe(first.submittedAt);
  });

  it('does it once, wherever the process dies', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    let steps = 0;
    for (let [order] = await town.pending(); order; [order] = await town.pending()) {
      steps += 1;
      const seen = storeDuring(new Life(steps), test.store);
      await town.give(order, seen).catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
      expect(steps).toBeLessThan(60);
    }
    expect(await states()).toEqual(['duplicate', 'new', 'new']);
    const taken = (await town.ticket('BBBBB2')).history.filter(({ command }) => command.verb === 'absorb');
    expect(taken).toHaveLength(1);
  });

  it('lets two that are merged into one another in the same moment never both be closed', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    await town.merge('BBBBB2', 'AAAAA1');
    const pending = await town.pending();
    await Promise.all(pending.map((each) => town.give(each)));
    await town.settle();
    const closed = (await states()).filter((state) => state === 'duplicate');
    expect(closed.length).toBeLessThan(2);
    expect((await town.ticket('AAAAA1')).merging).toBeNull();
    expect((await town.ticket('BBBBB2')).merging).toBeNull();
  });

  it('passes the news of the last ticket on to the duplicate of a duplicate', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    await town.settle();
    await town.merge('BBBBB2', 'CCCCC3');
    await town.settle();
    await town.does('CCCCC3', people.manager, { verb: 'resolve', solution: 'Replaced.' });
    await town.settle();
    expect((await town.ticket('AAAAA1')).followed).toMatchObject({
      state: 'resolved',
      solution: 'Replaced.',
    });
  });

  it('counts for all of a chain from the first of them, until that one is separated', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    await town.settle();
    await town.merge('BBBBB2', 'CCCCC3');
    await town.settle();
    expect((await town.ticket('CCCCC3')).submittedAt).toBe((await town.ticket('AAAAA1')).submittedAt);
    await town.does('AAAAA1', 'teacher-AAAAA1', { verb: 'unmerge', text: 'Mine is green.' });
    await town.settle();
    expect(await states()).toEqual(['new', 'duplicate', 'new']);
    expect((await town.ticket('CCCCC3')).submittedAt).toBe((await town.ticket('BBBBB2')).submittedAt);
  });

  it('brings what a duplicate’s requester says to whoever works on the last ticket', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    await town.settle();
    await town.merge('BBBBB2', 'CCCCC3');
    await town.settle();
    await town.does('AAAAA1', 'teacher-AAAAA1', { verb: 'comment', text: 'Also in room 7.' });
    await town.settle();
    const last = (await town.ticket('CCCCC3')).history.at(-1)?.command;
    expect(last).toMatchObject({
      verb: 'comment-of-duplicate',
      name: 'Teacher AAAAA1',
      text: 'Also in room 7.',
    });
  });

  it('keeps a manager from giving a report to another campus by merging', async () => {
    await town.submit('DDDDD4', { schoolId: '100002', siteId: 's1' });
    await town.merge('AAAAA1', 'DDDDD4', 'manager');
    await town.settle();
    expect(await town.ticket('AAAAA1')).toMatchObject({ state: 'new', merging: null });
    expect((await town.ticket('AAAAA1')).history.at(-1)?.command).toMatchObject({ refusal: 'other-party' });
    await town.merge('AAAAA1', 'DDDDD4', 'dispatcher');
    await town.settle();
    expect((await town.ticket('AAAAA1')).closedAs).toBe('duplicate');
  });

  it('keeps what was merged again, when the order to forget it comes late', async () => {
    await town.merge('AAAAA1', 'BBBBB2');
    await town.settle();
    await town.does('AAAAA1', people.manager, { verb: 'unmerge', text: '' });
    const [late] = await town.pending();
    await town.merge('AAAAA1', 'BBBBB2');
    for (const each of await town.pending()) if (each.order.key !== late?.order.key) await town.give(each);
    await town.settle();
    await town.does('BBBBB2', people.manager, { verb: 'resolve', solution: 'Replaced.' });
    await town.settle();
    expect((await town.ticket('BBBBB2')).absorbed).toMatchObject([{ id: 'AAAAA1' }]);
    expect((await town.ticket('AAAAA1')).followed).toMatchObject({ state: 'resolved' });
  });

  it('links neither, when the link is given after it was taken back', async () => {
    await town.does('AAAAA1', people.manager, { verb: 'link', ticketId: 'BBBBB2' });
    const [late] = await town.pending();
    await town.does('AAAAA1', people.manager, { verb: 'unlink', ticketId: 'BBBBB2' });
    for (const each of await town.pending()) if (each.order.key !== late?.order.key) await town.give(each);
    await town.settle();
    expect((await town.ticket('AAAAA1')).links).toEqual([]);
    expect((await town.ticket('BBBBB2')).links).toEqual([]);
  });

  it('links both, when the taking back is given after it was linked again', async () => {
    await town.does('AAAAA1', people.manager, { verb: 'link', ticketId: 'BBBBB2' });
    await town.settle();
    await town.does('AAAAA1', people.manager, { verb: 'unlink', ticketId: 'BBBBB2' });
    const [late] = await town.pending();
    await town.does('AAAAA1', people.manager, { verb: 'link', ticketId: 'BBBBB2' });
    for (const each of await town.pending()) if (each.order.key !== late?.order.key) await town.give(each);
    await town.settle();
    expect((await town.ticket('AAAAA1')).links).toEqual(['BBBBB2']);
    expect((await town.ticket('BBBBB2')).links).toEqual(['AAAAA1']);
  });

  it('links both or none', async () => {
    await town.does('AAAAA1', people.manager, { verb: 'link', ticketId: 'BBBBB2' });
    await town.does('AAAAA1', people.manager, { verb: 'link', ticketId: 'ZZZZZ9' });
    await town.settle();
    expect((await town.ticket('AAAAA1')).links).toEqual(['BBBBB2']);
    expect((await town.ticket('BBBBB2')).links).toEqual(['AAAAA1']);
  });

  it('makes what is split off once, linked, with the start of the first', async () => {
    const part = { ...report, title: 'No sound', category: 'display' } as const;
    const split = { verb: 'split', ticketId: 'SSSSS5', report: part } as const;
    await town.does('AAAAA1', people.manager, split);
    const [order] = await town.pending();
    if (!order) throw new Error('nothing was ordered');
    for (const steps of [3, 5, 7]) {
      await town.give(order, storeDuring(new Life(steps), test.store)).catch(() => undefined);
    }
    await town.settle();
    const [one, made] = [await town.ticket('AAAAA1'), await town.ticket('SSSSS5')];
    expect(made).toMatchObject({
      state: 'new',
      splitFrom: 'AAAAA1',
      links: ['AAAAA1'],
      requester: { id: 'teacher-AAAAA1' },
      openedBy: { id: people.manager },
      submittedAt: one.submittedAt,
      handledBy: directory.responsibleFor('100001', 'n1', town.clock.now()),
    });
    expect(one.links).toEqual(['SSSSS5']);
    expect(made.history).toHaveLength(1);
  });

  it('never takes another person’s draft for what is to be split off', async () => {
    const requester = { id: 'somebody', name: 'Somebody', language: 'en' } as const;
    await town.tickets.create(newDraft({ id: 'SSSSS5', requester, report, follows: null }, town.clock.now()));
    await town.does('AAAAA1', people.manager, { verb: 'split', ticketId: 'SSSSS5', report });
    await town.settle();
    expect((await town.ticket('SSSSS5')).state).toBe('draft');
    expect((await town.ticket('AAAAA1')).links).toEqual([]);
  });
});

describe('an order that cannot be given', () => {
  let city: City;
  beforeEach(async () => {
    city = await City.open();
  });
  afterEach(() => city.close());

  it('is given up after an hour, and the report goes on by itself', async () => {
    await city.standing('A1');
    await city.standing('B1');
    const { version, document } = await city.one.tickets.get('B1');
    await city.one.tickets.replace({ ...document, schemaVersion: 99 as never }, version);
    await city.order('A1', 'dispatcher', { verb: 'merge', into: 'B1' });
    await city.delivered();
    expect((await city.ticket('A1')).merging).not.toBeNull();
    for (let minutes = 0; minutes < 65; minutes += 1) {
      await city.clock.advance(leaseMs);
      await city.looks(city.one);
    }
    expect((await city.ticket('A1')).merging).toBeNull();
    expect(city.teams.read('channel-north').at(-1)).toContain('merge-refused');
  });
});
