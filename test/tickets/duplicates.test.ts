import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import { knownTickets, newDraft, ticketStates, type Report, type Ticket } from '../../src/tickets/index.js';
import { day, hour, minute, report, wednesday } from './given.js';

const me = { id: 'teacher', name: 'Teacher', language: 'de' } as const;
const colleague = { id: 'colleague', name: 'Colleague', language: 'de' } as const;
const display: Report = {
  ...report,
  category: 'display',
  title: 'Projector shows nothing',
  room: null,
  deviceTag: null,
};

const sameWords = (one: string, other: string): boolean => one === other;

function draft(changes: Partial<Report> = {}, more: Partial<Ticket> = {}): Ticket {
  const beginning = { id: 'DRAFT1', requester: me, report: { ...display, ...changes }, follows: null };
  return { ...newDraft(beginning, wednesday), ...more };
}

function open(
  id: string,
  changes: Partial<Report> = {},
  more: Partial<Ticket> & { readonly age?: number } = {},
): Ticket {
  const { age = hour, ...rest } = more;
  const made = newDraft(
    { id, requester: colleague, report: { ...display, ...changes }, follows: null },
    wednesday - age,
  );
  return { ...made, state: 'new', priority: 'P3', submittedAt: isoOf(wednesday - age), ...rest };
}

const known = (mine: Ticket, others: readonly Ticket[]) => knownTickets(mine, others, sameWords, wednesday);
const idsOf = (tickets: readonly Ticket[]): readonly string[] => tickets.map(({ id }) => id);

describe("one's own earlier report", () => {
  const own = (changes: Partial<Report> = {}, more: Parameters<typeof open>[2] = {}): Ticket =>
    open('OWN111', changes, { requester: me, ...more });

  test('of the same room and category is the same', () => {
    expect(known(draft({ room: '204' }), [own({ room: 'R. 204', title: 'Dark' })]).own?.id).toBe('OWN111');
  });

  test('of another room is another one, however alike the titles are', () => {
    expect(known(draft({ room: '204' }), [own({ room: '205' })]).own).toBeNull();
  });

  test('of another device in the same room is another one', () => {
    const mine = draft({ room: '204', deviceTag: 'INV-1' });
    expect(known(mine, [own({ room: '204', deviceTag: 'INV-2' })]).own).toBeNull();
  });

  test('where nothing but a title is to be compared, is the same if that names the same thing', () => {
    expect(known(draft(), [own({ room: '204' })]).own?.id).toBe('OWN111');
    expect(known(draft(), [own({ title: 'Sound crackles' })]).own).toBeNull();
  });

  test('of another category is another one, unless it is about the same device', () => {
    const mine = draft({ room: '204', deviceTag: 'inv 77' });
    expect(known(mine, [own({ category: 'computer', room: '204' })]).own).toBeNull();
    const sameDevice = own({ category: 'computer', deviceTag: 'INV-77' });
    expect(known(mine, [sameDevice])).toMatchObject({ own: { id: 'OWN111' }, sameDevice: null });
  });

  test('counts for seven days', () => {
    expect(known(draft(), [own({}, { age: 7 * day - minute })]).own).not.toBeNull();
    expect(known(draft(), [own({}, { age: 7 * day })]).own).toBeNull();
  });

  test.each(ticketStates.filter((state) => !['new', 'claimed', 'waiting'].includes(state)))(
    'that is %s says nothing',
    (state) => {
      expect(known(draft(), [own({}, { state })]).own).toBeNull();
    },
  );

  test('the newest counts', () => {
    const older = open('OWN222', {}, { requester: me, age: 2 * hour });
    expect(known(draft(), [older, own()]).own?.id).toBe('OWN111');
  });
});

describe('the same device', () => {
  test("is recognised in anybody's open report of the school, however the number is written", () => {
    const found = known(draft({ deviceTag: 'inv-12 345' }), [open('DEV111', { deviceTag: 'INV12345' })]);
    expect(found).toMatchObject({ own: null, sameDevice: { id: 'DEV111' } });
  });

  test('of another school is another device', () => {
    const elsewhere = open('DEV111', { deviceTag: 'INV12345', schoolId: '100002' });
    expect(known(draft({ deviceTag: 'INV12345' }), [elsewhere]).sameDevice).toBeNull();
  });

  test('without a number there is none', () => {
    expect(known(draft({ deviceTag: ' - ' }), [open('DEV111', { deviceTag: '-' })]).sameDevice).toBeNull();
  });
});

describe('known faults of the school', () => {
  test('are at most three of the category, newest first', () => {
    const others = ['A', 'B', 'C', 'D'].map((id, at) => open(id, { room: id }, { age: (at + 1) * hour }));
    expect(idsOf(known(draft(), others.toReversed()).ofSchool)).toEqual(['A', 'B', 'C']);
  });

  test('are of the last three days, open, of this school and of other people', () => {
    const others = [
      open('OLD', {}, { age: 3 * day }),
      open('DONE', {}, { state: 'resolved' }),
      open('ELSEWHERE', { schoolId: '100002' }),
      open('MINE', { room: '1', title: 'Other' }, { requester: me }),
      open('KNOWN', {}, { state: 'waiting', age: 3 * day - minute }),
    ];
    expect(idsOf(known(draft({ room: '2' }), others).ofSchool)).toEqual(['KNOWN']);
  });

  test('do not name again the device that stands there already', () => {
    const device = open('DEV111', { deviceTag: 'INV1' });
    expect(known(draft({ deviceTag: 'INV1' }), [device]).ofSchool).toEqual([]);
  });

  test('hold nothing that concerns one person only, unless it concerns many this time', () => {
    const mine = draft({ category: 'account' });
    const personal = open('ONE', { category: 'account', scope: 'one' });
    const ofAll = open('ALL', { category: 'account', scope: 'school' });
    expect(idsOf(known(mine, [personal, ofAll]).ofSchool)).toEqual(['ALL']);
    const lost = open('LOST', { category: 'loss', scope: 'class' });
    expect(known(draft({ category: 'loss' }), [lost]).ofSchool).toEqual([]);
  });

  test('are looked for in all guesses where the reading was unsure', () => {
    const network = open('NET', { category: 'network' });
    const understood = {
      category: 'display',
      room: null,
      deviceTag: null,
      scope: null,
      blocked: false,
      language: 'de',
    } as const;
    const guesses = { alternatives: ['display', 'network', 'computer'] } as const;
    const unsure = draft(guesses, { understood: { ...understood, confidence: 0.6 } });
    const sure = draft(guesses, { understood: { ...understood, confidence: 0.95 } });
    expect(idsOf(known(unsure, [network]).ofSchool)).toEqual(['NET']);
    expect(known(sure, [network]).ofSchool).toEqual([]);
  });
});

test('what is found is always open, never the draft itself, and no ticket is named twice', () => {
  const ticket = fc.record({
    id: fc.constantFrom('DRAFT1', 'A', 'B', 'C', 'D', 'E'),
    requester: fc.constantFrom(me, colleague),
    state: fc.constantFrom(...ticketStates),
    room: fc.constantFrom(null, '204', '205'),
    deviceTag: fc.constantFrom(null, 'INV-1', 'INV-2'),
    schoolId: fc.constantFrom('100001', '100002'),
    age: fc.integer({ min: 0, max: 9 * day }),
  });
  fc.assert(
    fc.property(fc.array(ticket, { maxLength: 8 }), ticket, (others, mine) => {
      const { room, deviceTag, schoolId } = mine;
      const stored = others.map(({ id, requester, state, age, ...changes }) =>
        open(id, changes, { requester, state, age }),
      );
      const { own, sameDevice, ofSchool } = known(draft({ room, deviceTag, schoolId }), stored);
      const found = [own, sameDevice, ...ofSchool].filter((each) => each !== null);
      expect(found.every(({ state }) => ['new', 'claimed', 'waiting'].includes(state))).toBe(true);
      expect(idsOf(found)).not.toContain('DRAFT1');
      expect(new Set(idsOf(found)).size).toBe(found.length);
      expect(ofSchool.every((each) => each.report.schoolId === schoolId && each.requester.id !== me.id)).toBe(
        true,
      );
    }),
  );
});
