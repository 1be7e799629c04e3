import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailable, type CollectionSpec, type StoredDocument } from '../../src/store/index.js';
import {
  dropIntention,
  dueCommand,
  nextDeadline,
  ticketCollection,
  type Ticket,
} from '../../src/tickets/index.js';
import { isoOf } from '../../src/sla/index.js';
import { Died, Life, storeDuring } from '../delivery/mortal.js';
import { storeKinds } from '../store/fixtures.js';
import { helpdesk, hour, minute, Story, wednesday } from '../tickets/given.js';
import { directoryWith, JobOffice, recomputations, rulesA, rulesB, rulesNamed } from './job-office.js';

/** The collection of tickets as somebody writes it who knows nothing of their shape. */
const rawTickets: CollectionSpec<StoredDocument> = { ...ticketCollection, upgrade: (raw) => raw };

const dueIn = (serviceMinutes: number) => isoOf(rulesA.calendar.due(wednesday, serviceMinutes));

/** What stays of a ticket when everything that it waits to send has arrived. */
function sent(ticket: Ticket, now: number): Ticket {
  return ticket.outbox.reduce((each, { key }) => dropIntention(each, key, rulesB, now), ticket);
}

describe.each(storeKinds)('the job on open tickets, on %s', (kind) => {
  let office: JobOffice;
  afterEach(async () => office.close());

  it('brings 230 open tickets to a changed policy: deadlines and wakeAt move', async () => {
    office = await JobOffice.open(kind);
    const ids = await office.putNew(230);
    const instance = await office.instance(rulesB, { pageSize: 50 });
    await instance.starter.ensure();
    await office.work(instance);
    for (const id of ids) {
      const ticket = await office.ticket(id);
      expect(ticket.rulesVersion).toBe('b');
      expect(ticket.firstResponseDueAt).toBe(dueIn(480));
      expect(ticket.resolutionDueAt).toBe(dueIn(2880));
      expect(recomputations(ticket)).toBe(1);
      const next = nextDeadline(ticket, rulesB, -Infinity);
      expect(sent(ticket, office.clock.now()).wakeAt).toBe(next && isoOf(next));
      expect(next).toBe(rulesA.calendar.due(wednesday, 0.75 * 480));
    }
    expect((await office.job()).looks[0]).toMatchObject({ done: 230, unchanged: 0, refused: 0, failed: 0 });
  });

  it('looks once more ten minutes later, writes no ticket twice, and rests', async () => {
    office = await JobOffice.open(kind);
    await office.putNew(7);
    const instance = await office.instance(rulesB);
    await instance.starter.ensure();
    await office.work(instance);
    expect(await office.job()).toMatchObject({
      wakeAt: isoOf(office.clock.now() + 10 * minute),
      finishedAt: null,
    });
    office.pass(10);
    await office.work(instance);
    const job = await office.job();
    expect(job).toMatchObject({ wakeAt: null, finishedAt: isoOf(office.clock.now()) });
    expect(job.looks.map(({ done, unchanged }) => [done, unchanged])).toEqual([
      [7, 0],
      [0, 7],
    ]);
  });

  it('leaves closed tickets and drafts as they are, and brings resolved ones along', async () => {
    office = await JobOffice.open(kind);
    const resolved = Story.submitted().by('manager', { verb: 'resolve', solution: 'Done.' });
    const before = {
      closed: await office.put('CLOSED', Story.submitted().by('requester', { verb: 'withdraw', text: '' })),
      draft: await office.put('DRAFT', Story.draft()),
    };
    await office.put('RESOLVED', resolved);
    await office.bringTo(rulesB);
    expect(await office.ticket('CLOSED')).toEqual(before.closed);
    expect(await office.ticket('DRAFT')).toEqual(before.draft);
    expect((await office.ticket('RESOLVED')).rulesVersion).toBe('b');
  });

  it('keeps the results of answered tickets, whatever is promised now', async () => {
    office = await JobOffice.open(kind);
    const answered = Story.submitted().later(hour).by('manager', { verb: 'claim' });
    const before = await office.put('T1', answered);
    await office.bringTo(rulesNamed('strict', { targets: strict }));
    const after = await office.ticket('T1');
    expect(before.results.firstResponse).toMatchObject({ met: true, target: 240 });
    expect(after.results).toEqual(before.results);
    expect(after.firstResponseDueAt).toBe(before.firstResponseDueAt);
    expect(after.resolutionDueAt).toBe(dueIn(60));
  });

  it('sends no old reminder again where the promise is shorter now', async () => {
    office = await JobOffice.open(kind);
    const warned = Story.submitted().later(3 * hour);
    expect(warned.clock()).toEqual(['first-response-75']);
    await office.put('T1', warned);
    office.clock.skip(3 * hour);
    const shorter = rulesNamed('shorter', {
      targets: { ...strict, P3: { firstResponse: 230, resolution: 1440 } },
    });
    await office.bringTo(shorter);
    const ticket = await office.ticket('T1');
    expect(ticket.firstResponseDueAt).toBe(dueIn(230));
    expect(dueCommand(ticket, shorter, office.clock.now())?.command).not.toMatchObject({
      stage: 'first-response-75',
    });
    expect(ticket.outbox.filter(({ kind: what }) => what !== 'show')).toEqual([]);
  });

  it('goes from A to B and back to A: every ticket is as A has it', async () => {
    office = await JobOffice.open(kind);
    const ids = await office.putNew(4);
    const before = await office.ticket('T001');
    for (const rules of [rulesB, rulesA, rulesB, rulesA]) await office.bringTo(rules);
    for (const id of ids) {
      const ticket = await office.ticket(id);
      expect(ticket).toMatchObject({ rulesVersion: 'a', firstResponseDueAt: before.firstResponseDueAt });
      expect(recomputations(ticket)).toBe(4);
    }
  });

  it('gives tickets of an earlier release their clocks', async () => {
    office = await JobOffice.open(kind);
    const { ticket, now } = Story.submitted();
    const added = [
      'resolutionDueAt',
      'nextUpdateDueAt',
      'nextPromiseAt',
      'results',
      'grounds',
      'rulesVersion',
    ];
    const old = Object.fromEntries(Object.entries(ticket).filter(([field]) => !added.includes(field)));
    const raw = await office.store.collection(rawTickets);
    await raw.create({
      ...old,
      id: 'OLD',
      schemaVersion: 1,
      outbox: [],
      wakeAt: isoOf(now),
    } as StoredDocument);
    await office.bringTo(rulesA);
    expect(await office.ticket('OLD')).toMatchObject({
      schemaVersion: 4,
      rulesVersion: 'a',
      resolutionDueAt: dueIn(1440),
      nextPromiseAt: dueIn(240),
      grounds: { schoolType: 'Grundschule', campusId: 'north' },
    });
  });

  it('brings a changed directory to the tickets that it concerns, and writes no other', async () => {
    office = await JobOffice.open(kind);
    const rules = rulesNamed('a', { overrides: [{ when: { campus: ['south'] }, targets: strict }] });
    await office.put('HERE', Story.submitted());
    const elsewhere = await office.put(
      'NOWHERE',
      Story.submitted({ schoolId: '100009', siteId: '100009-1' }).by('dispatcher', {
        verb: 'assign',
        handledBy: helpdesk,
      }),
    );
    const instance = await office.bringTo(rules);
    office.directory = directoryWith('south');
    await instance.starter.ensure();
    await office.work(instance);
    const moved = await office.ticket('HERE');
    expect(moved.grounds).toEqual({ schoolType: 'Grundschule', campusId: 'south' });
    expect(moved.firstResponseDueAt).toBe(dueIn(30));
    expect((await office.ticket('NOWHERE')).revision).toBe(elsewhere.revision);
    expect((await office.job()).looks[0]).toMatchObject({ done: 1, unchanged: 1 });
  });

  it('names a ticket that cannot be read, and brings all others along', async () => {
    office = await JobOffice.open(kind);
    const ids = await office.putNew(5);
    const raw = await office.store.collection(rawTickets);
    const { document, version } = await raw.get('T003');
    await raw.replace({ ...document, schemaVersion: 99 }, version);
    await office.bringTo(rulesB);
    for (const id of ids.filter((each) => each !== 'T003')) {
      expect((await office.ticket(id)).rulesVersion).toBe('b');
    }
    const job = await office.job();
    expect(job.finishedAt).not.toBeNull();
    expect(job.looks.map(({ failed, failedIds }) => [failed, failedIds])).toEqual([
      [1, ['T003']],
      [1, ['T003']],
    ]);
  });

  it('two instances share the work: each ticket is written once and counted once', async () => {
    office = await JobOffice.open(kind);
    const ids = await office.putNew(20);
    const both = [await office.instance(rulesB), await office.instance(rulesB)];
    await Promise.all(both.map(({ starter }) => starter.ensure()));
    await office.work(...both);
    for (const id of ids) expect(recomputations(await office.ticket(id))).toBe(1);
    expect((await office.job()).looks[0]).toMatchObject({ done: 20, unchanged: 0, failed: 0 });
  });

  it('goes on where a process was killed, wherever that was', async () => {
    office = await JobOffice.open(kind);
    const ids = await office.putNew(8);
    const lives = kind === 'sqlite' ? Array.from({ length: 24 }, (_, index) => 1 + 4 * index) : [3, 17];
    for (const [index, steps] of lives.entries()) {
      const rules = rulesNamed(`life-${index}`);
      const life = new Life(steps);
      const dying = await office.instance(rules, { store: storeDuring(life, office.store) });
      await dying.starter.ensure().catch(expectDeath);
      for (let looks = 0; looks < 4 && !life.isOver; looks += 1) {
        const [due] = await dying.source.due(isoOf(office.clock.now()), 1).then(
          ({ items }) => items,
          () => [],
        );
        if (due) await dying.source.handle(due).catch(expectDeath);
      }
      life.end();
      const other = await office.instance(rules);
      await other.starter.ensure();
      office.pass(1);
      await office.work(other);
      for (const id of ids) {
        const ticket = await office.ticket(id);
        expect(ticket.rulesVersion).toBe(rules.version);
        expect(recomputations(ticket)).toBe(index + 1);
      }
      expect((await office.job()).looks[0]).toMatchObject({ refused: 0, failed: 0 });
    }
  });
});

describe('of several processes', () => {
  let office: JobOffice;
  afterEach(async () => office.close());

  it('one with older rules leaves the job alone, and does not begin its own when the directory changes', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(4);
    const older = await office.instance(rulesA);
    await older.starter.ensure();
    const newer = await office.instance(rulesB);
    await newer.starter.ensure();
    await older.scheduler.look();
    expect((await office.job()).looks[0]).toMatchObject({ done: 0, unchanged: 0 });
    office.directory = directoryWith('south');
    await older.starter.ensure();
    expect((await office.job()).rulesVersion).toBe('b');
    await newer.starter.ensure();
    await office.work(older, newer);
    expect(await office.ticket('T004')).toMatchObject({ rulesVersion: 'b', grounds: { campusId: 'south' } });
  });

  it('what one with older rules wrote behind the first look is found by the second', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(4);
    const older = await office.instance(rulesA);
    const newer = await office.instance(rulesB);
    await newer.starter.ensure();
    await office.work(newer);
    const grounds = { schoolType: null, campusId: null };
    const command = { verb: 'recompute', rulesVersion: 'a', grounds } as const;
    await older.desk.execute('T002', { id: 'late', actor: { kind: 'system' }, command }, office.clock.now());
    expect((await office.ticket('T002')).rulesVersion).toBe('a');
    office.pass(10);
    await office.work(newer);
    expect((await office.ticket('T002')).rulesVersion).toBe('b');
    expect((await office.job()).looks[1]).toMatchObject({ done: 1, unchanged: 3 });
  });

  it('one that has not read the new directory yet neither works on the job nor takes it back', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(1);
    const before = office.directory;
    const behind = await office.instance(rulesA, { directory: () => before });
    await behind.starter.ensure();
    office.directory = directoryWith('south');
    await (await office.instance(rulesA)).starter.ensure();
    await behind.starter.ensure();
    await behind.scheduler.look();
    expect((await office.ticket('T001')).grounds.campusId).toBe('north');
    expect((await office.job()).looks[0]).toMatchObject({ done: 0, unchanged: 0 });
  });

  it('one that starts while the first look goes on leaves it where it is, and afterwards looks anew', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(7);
    const first = await office.instance(rulesB);
    await first.starter.ensure();
    await first.scheduler.look();
    const { cursor } = await office.job();
    expect(cursor).toBe('T003');
    await (await office.instance(rulesB)).starter.ensure();
    expect((await office.job()).cursor).toBe(cursor);
    await office.work(first);
    office.pass(10);
    await office.work(first);
    await (await office.instance(rulesB)).starter.ensure();
    expect(await office.job()).toMatchObject({ cursor: null, finishedAt: null, looks: [{ done: 0 }] });
  });
});

describe('where something fails', () => {
  let office: JobOffice;
  afterEach(async () => office.close());

  it('a ticket that fails again and again holds up no other; the first 20 are named, all are counted', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(30);
    const real = await office.instance(rulesB);
    const desk: typeof real.desk.execute = async (id, order, now) => {
      if (id < 'T026') throw new TypeError('broken');
      return real.desk.execute(id, order, now);
    };
    const instance = await office.instance(rulesB, { desk: { execute: desk } });
    await instance.starter.ensure();
    await office.work(instance);
    const [look] = (await office.job()).looks;
    expect(look).toMatchObject({ done: 5, failed: 25 });
    expect(look?.failedIds).toHaveLength(20);
  });

  it('a database that fails is no fault of the tickets: the page is done again', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(3);
    const real = await office.instance(rulesB);
    let fails = true;
    const desk: typeof real.desk.execute = async (id, order, now) => {
      if (fails && id === 'T002') throw new StoreUnavailable('gone');
      return real.desk.execute(id, order, now);
    };
    const instance = await office.instance(rulesB, { desk: { execute: desk } });
    await instance.starter.ensure();
    await instance.scheduler.look();
    expect((await office.job()).looks[0]).toMatchObject({ done: 0, failed: 0 });
    fails = false;
    office.pass(1);
    await office.work(instance);
    expect((await office.job()).looks[0]).toMatchObject({ done: 2, unchanged: 1, failed: 0 });
  });

  it('a job that this release cannot read keeps nobody from starting', async () => {
    office = await JobOffice.open('sqlite');
    const instance = await office.instance(rulesB);
    await instance.starter.ensure();
    const raw = await office.store.collection({ name: 'jobs', fields: {}, upgrade: (each) => each });
    const { document, version } = await raw.get('recompute');
    await raw.replace({ ...document, schemaVersion: 99 }, version);
    await (await office.instance(rulesA)).starter.ensure();
    expect(office.logged.at(-1)).toContain('cannot be read');
  });

  it('a job that a clock ahead of time has put off is taken up by the right clock', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(2);
    const instance = await office.instance(rulesB);
    office.clock.set(5 * hour);
    await instance.starter.ensure();
    office.clock.set(-5 * hour);
    await instance.scheduler.look();
    expect((await office.job()).looks[0]).toMatchObject({ done: 2 });
  });

  it('tells the log how far it is, in numbers', async () => {
    office = await JobOffice.open('sqlite');
    await office.putNew(4);
    await office.bringTo(rulesB);
    expect(office.logged).toContain(
      'all open tickets were looked at {"look":1,"done":4,"postponed":0,"unchanged":0,"refused":0,"failed":0}',
    );
  });
});

const strict = {
  P1: { firstResponse: 30, resolution: 60 },
  P2: { firstResponse: 30, resolution: 60 },
  P3: { firstResponse: 30, resolution: 60 },
  P4: { firstResponse: 30, resolution: 60 },
};

function expectDeath(error: unknown): void {
  if (!(error instanceof Died)) throw error;
}
