import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { isoOf, type Instant } from '../../src/sla/index.js';
import { find, type Collection } from '../../src/store/index.js';
import {
  newDraft,
  ticketCollection,
  TicketDesk,
  type Outcome,
  type Report,
  type Ticket,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { at } from '../sla/berlin.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { claim, comment, day, minute, report, rules, solve, south, wednesday } from './given.js';

const directory = sampleDirectory();
const [north] = directory.campuses;
const last = directory.campuses.at(-1);
const [dispatcher] = directory.dispatchers;
const [administrator] = directory.administrators;
if (!north?.deputyId || !last?.deputyId || !dispatcher || !administrator)
  throw new Error('the sample lacks people');

const { managerId: manager, deputyId: deputy } = north;
const teacher = '00000000-0000-4000-8000-000000000901';
const stranger = '00000000-0000-4000-8000-000000000902';

let test: TestStore;
let tickets: Collection<Ticket>;
let desk: TicketDesk;
let written: string[];
let orders: number;

beforeEach(async () => {
  test = await openTestStore('sqlite');
  tickets = await test.store.collection(ticketCollection);
  written = [];
  orders = 0;
  desk = deskOf('one', tickets);
});
afterEach(() => test.close());

function deskOf(
  owner: string,
  collection: Collection<Ticket>,
  today = directory,
  onGone: (ticket: Ticket) => Promise<void> = async () => Promise.resolve(),
): TicketDesk {
  return new TicketDesk({
    tickets: collection,
    directory: () => today,
    rules,
    lease: { owner, milliseconds: minute },
    onGone,
    onWritten: ({ document }) => written.push(`${owner} r${document.revision}`),
  });
}

/** A report of the school whose only site belongs to this campus. */
function reportOf(campusId: string): Report {
  const school = directory.schools.find(({ id }) => {
    const sites = directory.sitesOf(id);
    return sites.length === 1 && sites[0]?.campusId === campusId;
  });
  return { ...report, schoolId: school?.id ?? null, siteId: null };
}

async function draft(now: Instant = wednesday): Promise<void> {
  const requester = { id: teacher, name: 'Teacher', language: 'en' } as const;
  await tickets.create(newDraft({ id: 'K7M3QX', requester, report, follows: null }, now));
}

async function submitted(campusId = north?.id ?? '', now: Instant = wednesday): Promise<void> {
  await draft(now);
  await ask(teacher, { verb: 'submit', report: reportOf(campusId), card: null }, { now });
}

interface Asking {
  readonly now?: Instant;
  readonly id?: string;
  readonly at?: TicketDesk;
}

async function ask(personId: string, command: TicketRequest, asking: Asking = {}): Promise<Outcome> {
  const { now = wednesday, id = `order-${(orders += 1)}` } = asking;
  const actor = { kind: 'person', personId, name: 'as the client says' } as const;
  return (asking.at ?? desk).execute('K7M3QX', { id, actor, command }, now);
}

async function answer(personId: string, command: TicketRequest, asking?: Asking): Promise<string> {
  const outcome = await ask(personId, command, asking);
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
}

async function stored(): Promise<Ticket> {
  return (await tickets.get('K7M3QX')).document;
}

describe('two at the same moment', () => {
  it('claim it: one wins, the other reads who has it', async () => {
    await submitted();
    const other = deskOf('two', await (await test.another()).collection(ticketCollection));
    const outcomes = await Promise.all([ask(manager, claim), ask(dispatcher.id, claim, { at: other })]);
    const holder = (await stored()).handledBy?.person?.name;
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused']);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({
      refusal: { code: 'taken', by: holder },
    });
    expect((await stored()).history.map(({ command }) => command.verb)).toEqual(['submit', 'claim']);
  });

  it('submit it: there is one ticket', async () => {
    await draft();
    const submit = { verb: 'submit', report: reportOf(north.id), card: null } as const;
    const outcomes = await Promise.all([
      ask(teacher, submit, { id: 'click' }),
      ask(teacher, submit, { id: 'click' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['accepted', 'replayed']);
    expect((await stored()).history).toHaveLength(1);
  });

  it('and eighteen more: every command ends up in the history, once', async () => {
    await submitted();
    const texts = Array.from({ length: 20 }, (_, number) => `comment ${number}`);
    const outcomes = await Promise.all(texts.map((text) => ask(dispatcher.id, { verb: 'comment', text })));
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    const { history, revision } = await stored();
    const said = history.flatMap(({ command }) => (command.verb === 'comment' ? [command.text] : []));
    expect(said.sort()).toEqual(texts.sort());
    expect(revision).toBe(21);
  });
});

describe('a draft', () => {
  it.each([
    ['a stranger', stranger],
    ['a dispatcher', dispatcher.id],
    ['an administrator', administrator.id],
    ['the manager', manager],
  ])('is not there for %s', async (_, who) => {
    await draft();
    for (const command of [{ verb: 'discard' }, claim, comment] as const) {
      expect(await ask(who, command)).toEqual({
        kind: 'refused',
        refusal: { code: 'not-found' },
        ticket: null,
      });
    }
  });

  it('that is discarded goes before its files, which a submit that was faster still needs', async () => {
    await draft();
    const gone: string[] = [];
    const desk = deskOf('one', tickets, directory, async ({ id }) => {
      expect(await find(tickets, id)).toBeNull();
      gone.push(id);
    });
    const actor = { kind: 'person', personId: teacher, name: 'Teacher' } as const;
    const discard = { id: 'discard-1', actor, command: { verb: 'discard' } } as const;
    expect(await desk.execute('K7M3QX', discard, wednesday)).toEqual({ kind: 'gone' });
    expect(gone).toEqual(['K7M3QX']);
    await submitted();
    expect(await desk.execute('K7M3QX', { ...discard, id: 'discard-2' }, wednesday)).toMatchObject({
      kind: 'refused',
    });
    expect(gone).toEqual(['K7M3QX']);
  });

  it('that is discarded is gone, and so is what never was', async () => {
    await draft();
    expect(await answer(teacher, { verb: 'discard' })).toBe('gone');
    expect(await answer(teacher, { verb: 'discard' })).toBe('not-found');
  });

  it('goes to the campus of the school’s only site', async () => {
    await submitted();
    const { handledBy, report: reported } = await stored();
    expect(handledBy).toMatchObject({ party: 'campus', campusId: north.id, person: null });
    expect(directory.site(reported.siteId ?? '')?.schoolId).toBe(reported.schoolId);
  });

  it('of a school with several sites needs one of its own', async () => {
    await draft();
    const school = directory.schools.find(({ id }) => directory.sitesOf(id).length > 1);
    const submit = (siteId: string | null) =>
      answer(teacher, {
        verb: 'submit',
        report: { ...report, schoolId: school?.id ?? null, siteId },
        card: null,
      });
    expect(await submit(null)).toBe('site-missing');
    expect(await submit(`${reportOf(north.id).schoolId}-1`)).toBe('site-missing');
    expect(await submit(directory.sitesOf(school?.id ?? '')[1]?.id ?? null)).toBe('accepted');
  });
});

describe('what somebody may', () => {
  it.each([
    ['the manager of the campus', manager, 'accepted'],
    ['a dispatcher', dispatcher.id, 'accepted'],
    ['an administrator', administrator.id, 'accepted'],
    ['the deputy while the manager is there', deputy, 'not-allowed'],
    ['the manager of another campus', last.managerId, 'not-allowed'],
    ['the requester', teacher, 'not-allowed'],
    ['a stranger, who does not even hear that there is one', stranger, 'not-found'],
  ])('%s', async (_, who, expected) => {
    await submitted();
    expect(await answer(who, claim)).toBe(expected);
  });

  it('a deputy only while the manager is away', async () => {
    const [absence] = directory.person(last.managerId)?.absences ?? [];
    const away = at(`${absence?.from} 10:00`);
    const back = at(`${absence?.to} 10:00`) + day;
    await submitted(last.id, away - day);
    expect(await answer(last.deputyId ?? '', claim, { now: away - day })).toBe('not-allowed');
    expect(await answer(last.deputyId ?? '', comment, { now: away })).toBe('accepted');
    expect(await answer(last.deputyId ?? '', comment, { now: back })).toBe('not-allowed');
  });

  it('a deputy who has taken a ticket goes on with it when the manager is back', async () => {
    const [absence] = directory.person(last.managerId)?.absences ?? [];
    const away = at(`${absence?.from} 10:00`);
    await submitted(last.id, away);
    await ask(last.deputyId ?? '', claim, { now: away });
    expect(await answer(last.deputyId ?? '', solve, { now: at(`${absence?.to} 10:00`) + day })).toBe(
      'accepted',
    );
  });

  it('is decided by the directory, and so is the name that others read', async () => {
    await submitted();
    await ask(manager, claim);
    expect((await stored()).handledBy?.person).toEqual({
      id: manager,
      name: directory.person(manager)?.name,
    });
  });

  it('a manager assigns to whoever is there on the campus; the rest is a hand-over', async () => {
    await submitted();
    expect(await answer(manager, { verb: 'assign', personId: deputy, note: '' })).toBe('accepted');
    expect(await answer(manager, { verb: 'assign', personId: last.managerId, note: '' })).toBe('not-allowed');
    expect(await answer(manager, { verb: 'assign', personId: stranger, note: '' })).toBe(
      'nobody-to-offer-to',
    );
    expect(await answer(dispatcher.id, { verb: 'assign', personId: last.managerId, note: '' })).toBe(
      'accepted',
    );
    expect((await stored()).handledBy).toMatchObject({ campusId: last.id, person: { id: last.managerId } });
  });

  it('a dispatcher gives it to a whole campus at once, where it is new again', async () => {
    await submitted();
    await ask(manager, claim);
    const to = { party: 'campus', campusId: last.id } as const;
    expect(await answer(dispatcher.id, { verb: 'offer', to, note: 'Yours' })).toBe('accepted');
    expect(await stored()).toMatchObject({
      state: 'new',
      offer: null,
      handledBy: { ...to, person: null, reason: { code: 'handed-over' } },
    });
    expect(await answer(dispatcher.id, { verb: 'offer', to, note: '' })).toBe('nobody-to-offer-to');
    expect(await answer(last.managerId, claim)).toBe('accepted');
  });

  it('an offer goes to a party: whom of it is asked, no client says', async () => {
    await submitted();
    const to = { party: 'campus', campusId: last.id, person: { id: stranger, name: 'Nobody' } } as const;
    expect(await answer(manager, { verb: 'offer', to, note: '' })).toBe('accepted');
    expect((await stored()).offer?.to).toEqual({ party: 'campus', campusId: last.id });
    expect(await answer(stranger, { verb: 'accept' })).toBe('not-found');
  });

  it('an offer is answered by those to whom it was made; a second press is no refusal', async () => {
    await submitted();
    const to = { party: 'campus', campusId: last.id } as const;
    await ask(manager, { verb: 'offer', to, note: '' });
    expect(await answer(manager, { verb: 'accept' })).toBe('not-allowed');
    expect(await answer(last.managerId, { verb: 'accept' }, { id: 'press' })).toBe('accepted');
    expect(await answer(last.managerId, { verb: 'accept' }, { id: 'press' })).toBe('replayed');
    expect((await stored()).handledBy).toMatchObject({ ...to, person: { id: last.managerId } });
  });

  it('what another campus declines while its assignee is away is offered to whoever stands in, at once', async () => {
    const [absence] = directory.person(last.managerId)?.absences ?? [];
    const away = at(`${absence?.from} 10:00`);
    await submitted(last.id, away - day);
    await ask(last.managerId, claim, { now: away - day });
    await ask(
      last.managerId,
      { verb: 'offer', to: { party: 'campus', campusId: north.id }, note: '' },
      { now: away - day },
    );
    const declined = await ask(manager, { verb: 'decline', note: 'Too much' }, { now: away, id: 'no' });
    expect(declined).toMatchObject({
      kind: 'accepted',
      ticket: {
        offer: { to: { campusId: last.id, person: { id: last.deputyId } }, by: { id: last.managerId } },
      },
    });
    expect(await answer(manager, { verb: 'decline', note: 'Too much' }, { now: away, id: 'no' })).toBe(
      'replayed',
    );
    expect(await answer(last.deputyId ?? '', { verb: 'decline', note: '' }, { now: away })).toBe('accepted');
    expect((await stored()).offer).toBeNull();
  });

  it('nothing is offered to a campus that does not exist', async () => {
    await submitted();
    expect(await answer(manager, { verb: 'offer', to: south, note: '' })).toBe('nobody-to-offer-to');
  });

  it('a ticket is open again for its assignee, be it a dispatcher who helped out', async () => {
    await submitted();
    await ask(dispatcher.id, claim);
    await ask(dispatcher.id, solve);
    await ask(teacher, { verb: 'reopen', text: '' });
    expect(await stored()).toMatchObject({ state: 'claimed', handledBy: { person: { id: dispatcher.id } } });
  });

  it('a ticket is open again for everybody where its assignee is away', async () => {
    const [absence] = directory.person(last.managerId)?.absences ?? [];
    const before = at(`${absence?.from} 10:00`) - day;
    await submitted(last.id, before);
    await ask(last.managerId, solve, { now: before });
    await ask(teacher, { verb: 'reopen', text: '' }, { now: before + day });
    expect(await stored()).toMatchObject({ state: 'new', handledBy: { person: null } });
  });

  it('a ticket that was closed while the directory changed is measured by the new one when it is open again', async () => {
    await submitted();
    const { grounds } = await stored();
    await ask(manager, solve);
    await ask(dispatcher.id, { verb: 'close' });
    const school = (id: string) => {
      const known = directory.school(id);
      return known && { ...known, type: 'Merged school' };
    };
    const today = deskOf('today', tickets, { ...directory, school });
    await ask(teacher, { verb: 'reopen', text: '' }, { at: today });
    expect((await stored()).grounds).toEqual({ ...grounds, schoolType: 'Merged school' });
  });
});

describe('a day that is named', () => {
  const until = async (date: string, now = wednesday) => {
    await submitted();
    const refusal = await answer(manager, { verb: 'plan-visit', untilDate: date, note: '' }, { now });
    return refusal === 'accepted' ? (await stored()).waitingUntil : refusal;
  };

  it.each([
    ['another day', '2026-11-20', isoOf(at('2026-11-20 07:30'))],
    ['a Sunday', '2026-11-22', isoOf(at('2026-11-23 07:30'))],
    ['today', '2026-11-18', isoOf(at('2026-11-18 16:00'))],
    ['yesterday', '2026-11-17', 'date-in-past'],
  ])('is its opening, or closing time where that has passed: %s', async (_, date, expected) => {
    expect(await until(date)).toBe(expected);
  });

  it('is over when its service is over', async () => {
    expect(await until('2026-11-18', at('2026-11-18 16:00'))).toBe('date-in-past');
  });
});

describe('what was written', () => {
  it('is sent by who wrote it, under its lease', async () => {
    await submitted();
    expect(written).toEqual(['one r1']);
    expect(await stored()).toMatchObject({
      lease: { owner: 'one', until: isoOf(wednesday + minute) },
      wakeAt: isoOf(wednesday + minute),
    });
  });

  it('is left to another process that is sending, until its lease runs out', async () => {
    await submitted();
    const two = deskOf('two', tickets);
    await ask(manager, comment, { at: two });
    expect(written).toEqual(['one r1']);
    await ask(manager, comment, { at: two, now: wednesday + minute });
    expect(written).toEqual(['one r1', 'two r3']);
  });

  it('and became too large is refused with the ticket as it stands', async () => {
    await submitted();
    const { document, version } = await tickets.get('K7M3QX');
    const [entry] = document.history;
    if (!entry) throw new Error('the history is empty');
    const long = {
      ...entry,
      command: { verb: 'reopen', text: 'x'.repeat(1_995_500), assigneeInForce: true } as const,
    };
    const large = await tickets.replace({ ...document, history: [entry, long] }, version);
    const outcome = await ask(manager, { verb: 'comment', text: 'x'.repeat(4_000) });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'ticket-full' } });
    expect(outcome).toHaveProperty('ticket', large.document);
    expect(await stored()).toEqual(large.document);
  });

  it('and leaves no room for more words is refused, also those of a duplicate’s requester', async () => {
    await submitted();
    const { document, version } = await tickets.get('K7M3QX');
    const [entry] = document.history;
    if (!entry) throw new Error('the history is empty');
    const said = { ...entry, command: { verb: 'note', text: 'x'.repeat(45_000) } as const };
    const absorbed = [
      { id: 'R2T4V6', submittedAt: entry.at, absorbedAt: entry.at, requesterName: 'Another teacher' },
    ];
    const filled = { ...document, absorbed, history: [entry, ...Array.from({ length: 40 }, () => said)] };
    await tickets.replace(filled, version);
    const command = {
      verb: 'comment-of-duplicate',
      ticketId: 'R2T4V6',
      name: 'Another teacher',
      text: 'Any news?',
    } as const;
    const passedOn = await desk.execute(
      'K7M3QX',
      { id: 'said', actor: { kind: 'system' }, command },
      wednesday,
    );
    expect(passedOn).toMatchObject({ kind: 'refused', refusal: { code: 'ticket-full' } });
    expect(await answer(manager, comment)).toBe('ticket-full');
    expect(await answer(manager, solve)).toBe('accepted');
  });
});
