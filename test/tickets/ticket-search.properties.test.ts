import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf, type Instant } from '../../src/sla/index.js';
import type { Collection } from '../../src/store/index.js';
import { findTickets, mayRead, newDraft, ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { withLookup } from '../../src/tickets/lookup.js';
import { at } from '../sla/berlin.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { minute, report } from './given.js';
import { northSchool, southSchool, staffedCity, who } from './staffed-city.js';

const directory = staffedCity();
const usual = at('2026-11-18 10:00');
/** The deputy is in force. */
const away = at('2026-11-24 10:00');
const everybody = Object.values(who);
const words = ['beamer', 'beam', 'drucker', 'bild', 'tuer'];

const somePerson = fc.constantFrom(...everybody);
const someWords = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });

/** What a ticket says: whatever it is about, whoever has it. */
const someTicket = fc.record({
  title: someWords,
  room: fc.constantFrom(null, '20', '204'),
  deviceTag: fc.constantFrom(null, 'PRN-20'),
  schoolId: fc.constantFrom(northSchool, southSchool),
  hasSite: fc.boolean(),
  requester: somePerson,
  handledBy: fc.constantFrom('north', 'south', 'west', 'helpdesk', 'provider'),
  person: fc.option(somePerson),
  state: fc.constantFrom('draft', 'new', 'claimed', 'waiting', 'resolved', 'closed'),
  minute: fc.nat(5),
});
type Said = typeof someTicket extends fc.Arbitrary<infer T> ? T : never;

const someTyped = fc.oneof(
  { weight: 4, arbitrary: someWords },
  fc.constantFrom(
    [],
    ['be'],

    ['204'],
    ['20'],
    ['beamer', 'dru'],
    ['dru', 'beamer'],
    ['prn'],
    ['nothing'],
  ),
);
const someSearch = fc.record({
  /** A school is named before the words, after them, or not at all; short words would pass for a slip in its name. */
  said: fc.oneof(
    fc.record({ typed: someTyped, school: fc.constant(null) }),
    fc.record({
      typed: fc.subarray(['beamer', 'drucker']),
      school: fc.constantFrom('before' as const, 'after' as const),
    }),
  ),
  reader: somePerson,
  now: fc.constantFrom(usual, away),
  limit: fc.integer({ min: 1, max: 6 }),
});
type Asked = typeof someSearch extends fc.Arbitrary<infer T> ? T : never;

let made = 0;

function ticketOf(said: Said): Ticket {
  const { state } = said;
  const isOfCampus = said.handledBy !== 'helpdesk' && said.handledBy !== 'provider';
  const about = {
    ...report,
    title: said.title.join(' '),
    room: said.room,
    deviceTag: said.deviceTag,
    schoolId: said.schoolId,
    siteId: said.hasSite ? `${said.schoolId}-1` : null,
  };
  const requester = { id: said.requester, name: 'Anna Beispiel', language: 'de' } as const;
  made += 1;
  const id = String(made).padStart(6, '0');
  const draft = newDraft({ id, requester, report: about, follows: null }, usual);
  return withLookup({
    ...draft,
    state,
    createdAt: isoOf(usual - minute * said.minute),
    handledBy:
      state === 'draft'
        ? null
        : {
            party: isOfCampus ? 'campus' : said.handledBy === 'provider' ? 'provider' : 'helpdesk',
            campusId: isOfCampus ? said.handledBy : null,
            person: said.person === null ? null : { id: said.person, name: 'Somebody' },
            reason: { code: 'campus-of-school' },
          },
  });
}

/** The same by looking at all tickets one by one. */
function expectedIds(tickets: readonly Ticket[], asked: Asked): readonly string[] {
  return tickets
    .filter((ticket) => ticket.state !== 'draft' && isSeen(ticket, asked) && fits(ticket, asked))
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
    .slice(0, asked.limit)
    .map(({ id }) => id);
}

function keyOf({ createdAt, id }: Ticket): string {
  return `${createdAt} ${id}`;
}

function fits({ report: { schoolId }, search }: Ticket, { said: { typed, school } }: Asked): boolean {
  const last = typed.at(-1) ?? '';
  const has = typed.slice(0, -1).every((word) => search.includes(word));
  const isBegun = typed.length === 0 || search.some((word) => word.startsWith(last));
  return has && isBegun && (school === null || schoolId === northSchool);
}

/** Who sees what of the city, said once more: by relation, and never more than may be read. */
function isSeen(ticket: Ticket, { reader, now }: Asked): boolean {
  const { requester, report: about, handledBy, open } = ticket;
  const campusIds = campusesOf(reader, now);
  const isStaff = directory.isStaff(reader);
  const schoolIds = reader === who.otherContact ? [southSchool] : [northSchool];
  const isContact = reader === who.contact || reader === who.otherContact || reader === who.managingContact;
  const ofSite = { [`${northSchool}-1`]: 'north', [`${southSchool}-1`]: 'south' }[about.siteId ?? ''] ?? '';
  const isRelated =
    reader === who.dispatcher ||
    reader === who.administrator ||
    requester.id === reader ||
    (isContact && schoolIds.includes(about.schoolId ?? '')) ||
    campusIds.includes(handledBy?.campusId ?? '') ||
    campusIds.includes(ofSite) ||
    (reader === who.provider && open?.party === 'provider') ||
    (isStaff && handledBy?.person?.id === reader);
  return isRelated && mayRead(reader, ticket, directory, now) !== null;
}

function campusesOf(reader: string, now: Instant): readonly string[] {
  if (reader === who.northManager) return ['north'];
  if (reader === who.northDeputy) return now === away ? ['north'] : [];
  if (reader === who.southManager) return ['south'];
  return reader === who.managingContact ? ['west'] : [];
}

describe.each(storeKinds)('any search, on %s', (kind) => {
  let data: TestStore;
  let tickets: Collection<Ticket>;
  beforeAll(async () => {
    data = await openTestStore(kind);
    tickets = await data.store.collection(ticketCollection);
  });
  afterAll(async () => data.close());

  it('finds what a filter over all tickets finds, in its order, for whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someTicket, { minLength: 1, maxLength: 20 }),
        fc.array(someSearch, { minLength: 5, maxLength: 15 }),
        async (said, searches) => {
          const all = said.map(ticketOf);
          const stored = await Promise.all(all.map(async (ticket) => tickets.create(ticket)));
          try {
            for (const asked of searches) {
              const { reader: readerId, now, limit, said: spoken } = asked;
              const { school } = spoken;
              const name = school === null ? [] : ['Nordschule'];
              const typed = (
                school === 'before' ? [...name, ...spoken.typed] : [...spoken.typed, ...name]
              ).join(' ');
              const found = await findTickets({ tickets, directory, now }, { typed, readerId, limit });
              expect(
                found.map(({ id }) => id),
                JSON.stringify({ ...asked, typed }),
              ).toEqual(expectedIds(all, asked));
            }
          } finally {
            for (const { document, version } of stored) await tickets.remove(document.id, version);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
