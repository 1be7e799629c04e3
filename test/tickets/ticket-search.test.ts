import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import type { Collection } from '../../src/store/index.js';
import {
  decide,
  findTickets,
  newDraft,
  ticketCollection,
  type HandledBy,
  type Report,
  type Ticket,
} from '../../src/tickets/index.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { minute, report, rules, wednesday } from './given.js';

const directory = sampleDirectory();
const [north, south] = directory.campuses;
const [dispatcher] = directory.dispatchers;
if (!north || !south || !dispatcher) throw new Error('the sample lacks people');
const schoolOf = (campusId: string) => {
  const found = directory.schools.find(({ id }) => {
    const sites = directory.sitesOf(id);
    return sites.length === 1 && sites[0]?.campusId === campusId;
  });
  if (!found) throw new Error(`${campusId} has no school`);
  return found;
};
const [ofNorth, ofSouth] = [schoolOf(north.id), schoolOf(south.id)];

let made = 0;

/** A ticket as it was sent, the later ones newer. */
function ticket(id: string, changes: Partial<Report>, teacher = 'teacher-one'): Ticket {
  const school = changes.schoolId === ofSouth.id ? ofSouth : ofNorth;
  const siteId = directory.sitesOf(school.id)[0]?.id ?? null;
  const said: Report = { ...report, room: null, schoolId: school.id, siteId, ...changes };
  const requester = { id: teacher, name: 'Anna Beispiel', language: 'de' } as const;
  const now = wednesday + minute * (made += 1);
  const handledBy: HandledBy = directory.responsibleFor(school.id, siteId, now);
  const sent = decide(
    newDraft({ id, requester, report: said, follows: null }, now),
    {
      id: `submit:${id}`,
      actor: { kind: 'person', id: teacher, name: 'Anna Beispiel', role: 'requester' },
      command: { verb: 'submit', report: said, handledBy, card: null },
    },
    rules,
    now,
  );
  if (sent.kind !== 'accepted') throw new Error(JSON.stringify(sent));
  return sent.ticket;
}

describe.each(storeKinds)('the search over tickets, on %s', (kind) => {
  let data: TestStore;
  let tickets: Collection<Ticket>;
  beforeAll(async () => {
    data = await openTestStore(kind);
    tickets = await data.store.collection(ticketCollection);
    for (const each of [
      ticket('AAA111', { title: 'Beamer ohne Bild', room: '204' }),
      ticket('BBB222', { title: 'Drucker druckt nicht', deviceTag: 'DO-PRN-0042' }),
      ticket(
        'CCC333',
        { title: 'Beamer flackert', schoolId: ofSouth.id, deviceTag: 'INV7712' },
        'teacher-two',
      ),
      ticket('DDD444', { title: 'Tür zum Serverraum klemmt', schoolId: ofSouth.id }, 'teacher-two'),
    ])
      await tickets.create(each);
    const requester = { id: 'teacher-one', name: 'Anna', language: 'de' } as const;
    const draft = { id: 'EEE555', requester, report: { ...report, title: 'Beamer Entwurf' }, follows: null };
    await tickets.create(newDraft(draft, wednesday));
  });
  afterAll(async () => data.close());

  const find = async (typed: string, readerId = dispatcher.id, of?: 'device', limit = 10) => {
    const found = await findTickets(
      { tickets, directory, now: wednesday },
      { typed, readerId, limit, ...(of && { of }) },
    );
    return found.map(({ id }) => id);
  };

  test('finds by words in any order, the last one only begun, newest first', async () => {
    expect(await find('beamer')).toEqual(['CCC333', 'AAA111']);
    expect(await find('bild beamer')).toEqual(['AAA111']);
    expect(await find('Beamer fla')).toEqual(['CCC333']);
    expect(await find('bea bild')).toEqual([]);
    expect(await find('Tuer')).toEqual(['DDD444']);
  });

  test('finds by the id as people say it, and while it is typed', async () => {
    for (const typed of ['AAA-111', 'aaa111', 'AAA 111', 'AAA-1', 'aaa']) {
      expect(await find(typed), typed).toEqual(['AAA111']);
    }
  });

  test('finds what a school has by its name, and words beside it', async () => {
    expect(await find(ofSouth.name)).toEqual(['DDD444', 'CCC333']);
    expect(await find(`${ofSouth.name} beamer`)).toEqual(['CCC333']);
    expect(await find(`Beamer ${ofSouth.name}`)).toEqual(['CCC333']);
  });

  test('finds by the name of who reported it, the room and the device', async () => {
    expect(await find('Beispiel 204')).toEqual(['AAA111']);
    expect(await find('PRN-0042')).toEqual(['BBB222']);
  });

  test('finds a device by its tag only, with or without hyphens', async () => {
    expect(await find('DO-PRN-0042', dispatcher.id, 'device')).toEqual(['BBB222']);
    expect(await find('DOPRN0042', dispatcher.id, 'device')).toEqual(['BBB222']);
    expect(await find('do prn 00', dispatcher.id, 'device')).toEqual(['BBB222']);
    expect(await find('INV-77-12', dispatcher.id, 'device')).toEqual(['CCC333']);
    expect(await find('prn', dispatcher.id, 'device')).toEqual(['BBB222']);
    expect(await find('beamer', dispatcher.id, 'device')).toEqual([]);
  });

  test('shows the newest where nothing was typed, and never a draft', async () => {
    expect(await find('')).toEqual(['DDD444', 'CCC333', 'BBB222', 'AAA111']);
    expect(await find('', dispatcher.id, undefined, 2)).toEqual(['DDD444', 'CCC333']);
    expect(await find('EEE-555')).toEqual([]);
    expect(await find('Entwurf')).toEqual([]);
  });

  test('gives teachers their own tickets alone, whatever they type', async () => {
    expect(await find('beamer', 'teacher-two')).toEqual(['CCC333']);
    expect(await find('AAA-111', 'teacher-two')).toEqual([]);
    expect(await find(ofNorth.name, 'teacher-two')).toEqual([]);
    expect(await find('', 'nobody')).toEqual([]);
  });

  test('gives a manager what the campus has, and nothing of another one', async () => {
    expect(await find('beamer', south.managerId)).toEqual(['CCC333']);
    expect(await find('', north.managerId)).toEqual(['BBB222', 'AAA111']);
  });

  test.each(['', '%', '_', "'; DROP TABLE tickets", '* ? # /', 'x'.repeat(5_000), '\u0000', '🙂 🙂'])(
    'takes whatever is typed: %j',
    async (typed) => {
      expect(Array.isArray(await find(typed))).toBe(true);
    },
  );
});
