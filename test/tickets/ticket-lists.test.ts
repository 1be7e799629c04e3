import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Collection } from '../../src/store/index.js';
import {
  decide,
  everyOpen,
  newDraft,
  readTicketList,
  ticketCollection,
  type Category,
  type HandledBy,
  type ListFilter,
  type Report,
  type Ticket,
  type TicketCommand,
} from '../../src/tickets/index.js';
import { buildDirectory } from '../../src/campus/index.js';
import { ada, ben, cem, organisation, schools } from '../campus/city.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { day, minute, report, rules, wednesday } from './given.js';
import { northSchool, southSchool, staffedCity, who, type Name } from './staffed-city.js';

const directory = staffedCity();
const helpdesk: HandledBy = {
  party: 'helpdesk',
  campusId: null,
  person: null,
  reason: { code: 'handed-over', by: 'Dispatcher' },
};
const provider: HandledBy = { ...helpdesk, party: 'provider' };

interface Given {
  readonly category?: Category;
  readonly school?: string;
  readonly site?: string;
  readonly blocked?: boolean;
  readonly handledBy?: HandledBy;
  readonly then?: readonly TicketCommand[];
}

let made = 0;

/** A ticket as it was sent, the later ones a minute newer, and what its manager did then. */
function ticket(
  id: string,
  { school = northSchool, site = `${school}-1`, blocked = false, handledBy, then = [], ...more }: Given,
): Ticket {
  const said: Report = { ...report, ...more, schoolId: school, siteId: site, blocked };
  const requester = { id: who.teacher, name: 'Anna Beispiel', language: 'de' } as const;
  const sentAt = wednesday + minute * (made += 1);
  const responsible = handledBy ?? directory.responsibleFor(school, said.siteId, sentAt);
  const submit = { verb: 'submit', report: said, handledBy: responsible, card: null } as const;
  const draft = newDraft({ id, requester, report: said, follows: null }, sentAt);
  const manager = { id: school === northSchool ? who.northManager : who.southManager, name: 'Manager' };
  return [submit, ...then].reduce<Ticket>((before, command, index) => {
    const actor = { kind: 'person', ...(index === 0 ? requester : manager) } as const;
    const role = index === 0 ? 'requester' : 'manager';
    const envelope = { id: `${id}:${String(index)}`, actor: { ...actor, role }, command } as const;
    const decision = decide(before, envelope, rules, sentAt + index);
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    return decision.ticket;
  }, draft);
}

const claim: TicketCommand = { verb: 'claim' };
const waiting: TicketCommand = { verb: 'hold', waitingFor: 'vendor', until: null, note: '' };

describe.each(storeKinds)('lists of open tickets, on %s', (kind) => {
  let data: TestStore;
  let tickets: Collection<Ticket>;
  beforeAll(async () => {
    data = await openTestStore(kind);
    tickets = await data.store.collection(ticketCollection);
    for (const each of [
      ticket('AAA111', {}),
      ticket('BBB222', { blocked: true }),
      ticket('CCC333', { then: [claim] }),
      ticket('DDD444', { then: [claim, waiting] }),
      ticket('EEE555', { then: [{ verb: 'resolve', solution: 'Done' }] }),
      ticket('FFF666', { school: southSchool, then: [claim] }),
      ticket('GGG777', { handledBy: helpdesk }),
      ticket('HHH888', { handledBy: provider }),
    ])
      await tickets.create(each);
    const requester = { id: who.teacher, name: 'Anna', language: 'de' } as const;
    await tickets.create(newDraft({ id: 'JJJ999', requester, report, follows: null }, wednesday));
  });
  afterAll(async () => data.close());

  const read = async (reader: Name, filter: Partial<ListFilter> = {}, now = wednesday) =>
    readTicketList({ tickets, directory, now }, who[reader], {
      filter: { ...everyOpen, ...filter },
      after: null,
      length: 10,
    });
  const ids = async (reader: Name, filter: Partial<ListFilter> = {}, now = wednesday) =>
    (await read(reader, filter, now))?.tickets.map(({ id }) => id) ?? null;

  test('hold what is open, what is most pressing first, and what has no promise last', async () => {
    expect(await ids('northManager')).toEqual(['BBB222', 'AAA111', 'CCC333', 'DDD444']);
    expect(await ids('dispatcher')).toHaveLength(7);
  });

  test('hold for each party its own, and for the help desk everything', async () => {
    expect(await ids('southManager')).toEqual(['FFF666']);
    expect(await ids('provider')).toEqual(['HHH888']);
    for (const reader of ['dispatcher', 'administrator'] as const) {
      expect(await ids(reader, { party: 'helpdesk' })).toEqual(['GGG777']);
      expect(await ids(reader, { party: 'campus-south' })).toEqual(['FFF666']);
    }
  });

  test('are refused to whoever does not answer for that part of the city', async () => {
    expect(await ids('southManager', { party: 'campus-north' })).toBeNull();
    expect(await ids('northManager', { party: 'helpdesk' })).toBeNull();
    expect(await ids('southManager', { schoolId: northSchool })).toBeNull();
    expect(await ids('otherContact', { schoolId: northSchool })).toBeNull();
    for (const filter of [{}, { mine: true }, { party: 'campus-north' }, { schoolId: northSchool }]) {
      for (const stranger of ['teacher', 'guest', 'former'] as const) {
        expect(await ids(stranger, filter)).toBeNull();
      }
    }
  });

  test('belong to a deputy only while that person stands in', async () => {
    expect(await ids('northDeputy')).toBeNull();
    const away = wednesday + 6 * day;
    expect(await ids('northDeputy', {}, away)).toEqual(['BBB222', 'AAA111', 'CCC333', 'DDD444']);
  });

  test('can be narrowed to what one has, to a state, to a school and to what is late', async () => {
    expect(await ids('northManager', { mine: true })).toEqual(['CCC333', 'DDD444']);
    expect(await ids('dispatcher', { state: 'waiting' })).toEqual(['DDD444']);
    expect(await ids('northManager', { state: 'new' })).toEqual(['BBB222', 'AAA111']);
    expect(await ids('dispatcher', { schoolId: southSchool })).toEqual(['FFF666']);
    expect(await ids('dispatcher', { schoolId: southSchool, state: 'new' })).toEqual([]);
    expect(await ids('northManager', { overdue: true })).toEqual([]);
    const later = wednesday + day;
    expect(await ids('northManager', { overdue: true, state: 'new' }, later)).toEqual(['BBB222', 'AAA111']);
  });

  test('hold apart what is solved and not closed yet, what waits longest first', async () => {
    const done: TicketCommand = { verb: 'resolve', solution: 'Done' };
    const later = ticket('LLL345', { category: 'printer', then: [claim, done] });
    const south = ticket('MMM456', { school: southSchool, then: [done] });
    for (const each of [later, south]) await tickets.create(each);
    const solved = { state: 'resolved' } as const;
    expect(await ids('northManager', solved)).toEqual(['EEE555', 'LLL345']);
    expect(await ids('dispatcher', solved)).toEqual(['EEE555', 'LLL345', 'MMM456']);
    expect(await ids('dispatcher', { ...solved, party: 'campus-south' })).toEqual(['MMM456']);
    expect(await ids('dispatcher', { ...solved, schoolId: northSchool })).toEqual(['EEE555', 'LLL345']);
    expect(await ids('southManager', { ...solved, mine: true })).toEqual(['MMM456']);
    expect(await ids('northManager', { ...solved, category: 'printer' })).toEqual(['LLL345']);
    expect(await ids('contact', solved)).toEqual(['EEE555', 'LLL345']);
    expect(await ids('teacher', solved)).toBeNull();
    expect(await ids('northManager', { ...solved, party: 'campus-south' })).toBeNull();
    for (const each of [later, south]) await tickets.remove(each.id, (await tickets.get(each.id)).version);
  });

  test('never call late what is solved: nothing is promised for it any more', async () => {
    expect(await ids('northManager', { state: 'resolved', overdue: true })).toEqual(['EEE555']);
  });

  test('hold what is solved page by page, and no longer once it is closed or open again', async () => {
    const solved = ticket('NNN567', { then: [claim, { verb: 'resolve', solution: 'Done' }] });
    await tickets.create(solved);
    const filter = { ...everyOpen, state: 'resolved' } as const;
    const page = async (after: string | null) =>
      readTicketList({ tickets, directory, now: wednesday }, who.northManager, { filter, after, length: 1 });
    const first = await page(null);
    expect(first?.total).toBe(2);
    const second = await page(first?.next ?? null);
    expect([first, second].map((each) => each?.tickets.map(({ id }) => id))).toEqual([
      ['EEE555'],
      ['NNN567'],
    ]);
    const dispatcher = {
      kind: 'person',
      id: who.dispatcher,
      name: 'Dispatcher',
      role: 'dispatcher',
    } as const;
    const closing = { id: 'close', actor: dispatcher, command: { verb: 'close' } } as const;
    const decision = decide(solved, closing, rules, wednesday + day);
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    expect(decision.ticket.solved).toBeNull();
    const kept = await tickets.get('NNN567');
    await tickets.replace(decision.ticket, kept.version);
    expect(await ids('northManager', { state: 'resolved' })).toEqual(['EEE555']);
    await tickets.remove('NNN567', (await tickets.get('NNN567')).version);
  });

  test('leave out what cannot be read, and say so', async () => {
    const broken = ticket('PPP678', { school: southSchool, then: [claim] });
    const raw = await data.store.collection({ ...ticketCollection, upgrade: (document) => document });
    await raw.create({ ...broken, schemaVersion: 99 });
    const heard: string[] = [];
    const onUnreadable = ({ id }: { readonly id: string }): void => {
      heard.push(id);
    };
    const asked = { filter: everyOpen, after: null, length: 10 };
    const list = await readTicketList(
      { tickets, directory, now: wednesday, onUnreadable },
      who.southManager,
      asked,
    );
    expect(list?.tickets.map(({ id }) => id)).toEqual(['FFF666']);
    expect(heard).toEqual(['PPP678']);
    await raw.remove('PPP678', (await raw.get('PPP678')).version);
  });

  test('can be narrowed to a topic and to how urgent it is, together with all else', async () => {
    const printer = ticket('KKK234', { category: 'printer', then: [claim] });
    await tickets.create(printer);
    expect(await ids('dispatcher', { category: 'printer' })).toEqual(['KKK234']);
    expect(await ids('northManager', { category: 'printer', state: 'claimed', mine: true })).toEqual([
      'KKK234',
    ]);
    expect(await ids('northManager', { category: 'printer', state: 'waiting' })).toEqual([]);
    expect(await ids('southManager', { category: 'printer' })).toEqual([]);
    expect(await ids('northManager', { priority: 'urgent' })).toEqual(['BBB222']);
    expect(await ids('dispatcher', { priority: 'P1' })).toEqual([]);
    expect((await read('northManager', { priority: 'P2', schoolId: northSchool }))?.total).toBe(1);
    await tickets.remove('KKK234', (await tickets.get('KKK234')).version);
  });

  test('show a school’s contact its open tickets, whoever handles them', async () => {
    const all = ['BBB222', 'AAA111', 'GGG777', 'HHH888', 'CCC333', 'DDD444'];
    expect((await ids('contact'))?.toSorted()).toEqual(all.toSorted());
    expect((await ids('northManager', { schoolId: northSchool }))?.toSorted()).toEqual(all.toSorted());
  });

  test('go on page by page and count all of them', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await readTicketList({ tickets, directory, now: wednesday }, who.dispatcher, {
        filter: everyOpen,
        after,
        length: 3,
      });
      expect(page?.total).toBe(7);
      seen.push(...(page?.tickets.map(({ id }) => id) ?? []));
      after = page?.next ?? null;
    } while (after !== null);
    expect(seen).toEqual(await ids('dispatcher'));
  });

  test('begin anew where the place to go on after is made up', async () => {
    for (const after of ['', 'x', Buffer.from('["id",false,"A","A"]').toString('base64url')]) {
      const page = await readTicketList({ tickets, directory, now: wednesday }, who.southManager, {
        filter: everyOpen,
        after,
        length: 10,
      });
      expect(page?.tickets.map(({ id }) => id)).toEqual(['FFF666']);
    }
  });
});

describe.each(storeKinds)('the list of a school with a site on each of two campuses, on %s', (kind) => {
  const city = buildDirectory(
    { revision: 1, schools },
    { revision: 1, organisation: organisation(), pins: {} },
  );
  let data: TestStore;
  let tickets: Collection<Ticket>;
  beforeAll(async () => {
    data = await openTestStore(kind);
    tickets = await data.store.collection(ticketCollection);
    for (let number = 0; number < 6; number += 1) {
      const siteId = `500002-${String(1 + (number % 2))}`;
      const handledBy = city.responsibleFor('500002', siteId, wednesday);
      await tickets.create(ticket(`SCH00${String(number)}`, { school: '500002', site: siteId, handledBy }));
    }
  });
  afterAll(async () => data.close());

  const page = async (readerId: string, after: string | null) =>
    readTicketList({ tickets, directory: city, now: wednesday }, readerId, {
      filter: { ...everyOpen, schoolId: '500002' },
      after,
      length: 2,
    });

  test('holds on full pages, and counts, what is at the site of whoever reads it', async () => {
    for (const [manager, siteId] of [
      [ada, '500002-2'],
      [ben, '500002-1'],
    ] as const) {
      const first = await page(manager, null);
      const second = await page(manager, first?.next ?? null);
      expect([first?.total, second?.total]).toEqual([3, 3]);
      expect([first, second].map((each) => each?.tickets.length)).toEqual([2, 1]);
      const sites = [first, second].flatMap((each) => each?.tickets.map(({ report: { siteId: at } }) => at));
      expect(new Set(sites)).toEqual(new Set([siteId]));
    }
    expect((await page(cem, null))?.total).toBe(6);
  });
});
