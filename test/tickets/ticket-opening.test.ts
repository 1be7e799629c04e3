import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { AlreadyExists, find, type Collection } from '../../src/store/index.js';
import {
  ticketCollection,
  TicketDesk,
  type Outcome,
  type Report,
  type Requester,
  type Ticket,
} from '../../src/tickets/index.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { minute, report, rules, wednesday } from './given.js';

const directory = sampleDirectory();
const [dispatcher] = directory.dispatchers;
const [campus] = directory.campuses;
if (!dispatcher || !campus) throw new Error('the sample lacks people');
const school = directory.schools.find(({ id }) => directory.sitesOf(id).length === 1);
const said: Report = { ...report, schoolId: school?.id ?? null, siteId: null };
const teacher: Requester = { id: '00000000-0000-4000-8000-000000000901', name: 'Teacher', language: 'en' };
const caller: Requester = { id: 'phone:PPP111', name: 'Caller', language: 'de', reach: 'phone' };

describe.each(storeKinds)('a ticket that is written down for somebody else, on %s', (kind) => {
  let data: TestStore;
  let tickets: Collection<Ticket>;
  let written: string[] = [];
  let desk: TicketDesk;
  beforeAll(async () => {
    data = await openTestStore(kind);
    tickets = await data.store.collection(ticketCollection);
    desk = new TicketDesk({
      tickets,
      directory: () => directory,
      rules,
      lease: { owner: 'one', milliseconds: minute },
      onWritten: ({ document }) => (written = [...written, document.id]),
    });
  });
  afterAll(async () => data.close());

  const open = async (
    id: string,
    by: { readonly id: string; readonly name: string },
    requester: Requester = teacher,
    what: Report = said,
  ): Promise<Outcome> =>
    desk.open(
      {
        id,
        requester,
        report: what,
        follows: null,
        openedBy: requester.id === by.id ? null : { id: by.id, name: by.name },
      },
      {
        id: `submit:${id}`,
        actor: { kind: 'person', personId: by.id, name: by.name },
        command: { verb: 'submit', report: what, card: null },
      },
      wednesday,
    );

  test('is new at once, with who has it, who wrote it down, and what is to be sent', async () => {
    expect(await open('AAA111', dispatcher)).toMatchObject({ kind: 'accepted' });
    const { document } = await tickets.get('AAA111');
    expect(document).toMatchObject({
      state: 'new',
      requester: teacher,
      openedBy: { id: dispatcher.id },
      report: { siteId: directory.sitesOf(school?.id ?? '')[0]?.id },
      revision: 1,
      lease: { owner: 'one' },
    });
    expect(document.history.map(({ command, actor }) => [command.verb, actor.kind])).toEqual([
      ['submit', 'person'],
    ]);
    expect(document.handledBy).not.toBeNull();
    expect(written).toContain('AAA111');
  });

  test('is not made twice', async () => {
    await open('BBB222', dispatcher);
    await expect(open('BBB222', dispatcher)).rejects.toBeInstanceOf(AlreadyExists);
  });

  test('can be a caller’s, who has no chat', async () => {
    expect(await open('PPP111', { id: campus.managerId, name: 'Manager' }, caller)).toMatchObject({
      kind: 'accepted',
      ticket: { requester: caller, openedBy: { id: campus.managerId } },
    });
  });

  test('is refused to whoever may not write for others, and nothing is stored', async () => {
    const stranger = { id: '00000000-0000-4000-8000-000000000902', name: 'Stranger' };
    expect(await open('CCC333', stranger)).toMatchObject({ kind: 'refused' });
    expect(await find(tickets, 'CCC333')).toBeNull();
  });

  test('is refused with words where something is missing, and nothing is stored', async () => {
    const outcome = await open('DDD444', dispatcher, teacher, { ...said, schoolId: null });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'school-missing' } });
    expect(await find(tickets, 'DDD444')).toBeNull();
    expect(written).not.toContain('DDD444');
  });

  test('is one’s own where one writes for oneself', async () => {
    expect(await open('EEE555', teacher)).toMatchObject({
      kind: 'accepted',
      ticket: { openedBy: null, requester: teacher },
    });
  });
});
