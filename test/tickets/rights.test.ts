import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../src/sla/index.js';
import type { Collection } from '../../src/store/index.js';
import {
  mayRead,
  reachOf,
  ticketCollection,
  TicketDesk,
  type HandledBy,
  type Offer,
  type Outcome,
  type Reader,
  type Role,
  type Ticket,
  type TicketRequest,
} from '../../src/tickets/index.js';
import { moves } from '../../src/tickets/moves.js';
import { rolesOf } from '../../src/tickets/people.js';
import { relations, rights, standings } from '../../src/tickets/rights.js';
import { at } from '../sla/berlin.js';
import { openTestStore, type TestStore } from '../store/fixtures.js';
import { cityOf } from './city-of-days.js';
import { assignTo, campus, day, helpdesk, minute, report, rules, Story, wednesday } from './given.js';
import { plausible } from './plausible.js';
import { staffedCity, who, type Name } from './staffed-city.js';

/** What each kind of person may do with a ticket, said once more and independently of the code. */
const reporting =
  'submit revise tried photo discard comment edit escalate attach detach withdraw reopen unmerge rate';
const helpingAlong = 'comment photo escalate';
const writingDown = 'submit revise discard photo edit escalate note';
const providing = 'claim release offer comment note hold plan-visit resume resolve reopen informed';
const working = `${providing} assign set-priority merge unmerge split link unlink`;
const answering = 'accept decline';
const dispatching = `${working} ${answering} attach detach close`;

interface Case {
  readonly title: string;
  readonly person: Name;
  readonly ticket?: Partial<Ticket>;
  /** The day on which the manager of the north is away, instead of a usual one. */
  readonly away?: true;
  readonly reads: Reader | null;
  /** Role and what may be done in it, the first that fits. */
  readonly may?: readonly (readonly [Role, string])[];
  /** Whose draft it is, too, so that the draft is seen. */
  readonly draft?: Reader;
}

const providers: HandledBy = { ...helpdesk, party: 'provider' };
const byProvider = { handledBy: providers };
const byHelpdesk = { handledBy: helpdesk };
const takenBy = (name: Name, handledBy: HandledBy = campus) => ({
  handledBy: { ...handledBy, person: { id: who[name], name } },
});
const offered = (to: Offer['to']) => ({
  offer: {
    to,
    by: { id: 'giver', name: 'Giver' },
    at: isoOf(wednesday),
    note: '',
    answerDueAt: isoOf(wednesday),
    reminded: false,
  },
});
const toSouth = offered({ party: 'campus', campusId: 'south' });
const openedBy = (name: Name) => ({ openedBy: { id: who[name], name } });
const reportedBy = (name: Name) => ({ requester: { id: who[name], name, language: 'en' as const } });

const cases: readonly Case[] = [
  {
    title: 'who reported it',
    person: 'teacher',
    reads: 'requester',
    draft: 'requester',
    may: [['requester', reporting]],
  },
  { title: 'another teacher', person: 'colleague', reads: null },
  { title: 'a guest', person: 'guest', reads: null },
  {
    title: 'whose report became one with it',
    person: 'colleague',
    ticket: {
      absorbed: [
        {
          id: '0THER2',
          submittedAt: isoOf(wednesday),
          absorbedAt: isoOf(wednesday),
          requesterName: 'Colleague',
        },
      ],
    },
    reads: null,
  },
  { title: 'a contact of the school', person: 'contact', reads: 'contact', may: [['contact', helpingAlong]] },
  {
    title: 'a contact of the school who reported it',
    person: 'contact',
    ticket: reportedBy('contact'),
    reads: 'requester',
    draft: 'requester',
    may: [['requester', reporting]],
  },
  { title: 'a contact of another school', person: 'otherContact', reads: null },
  {
    title: 'a contact of another school to whom it was assigned before they left the staff',
    person: 'otherContact',
    ticket: takenBy('otherContact'),
    reads: null,
  },
  {
    title: 'the manager of the campus that handles it',
    person: 'northManager',
    reads: 'staff',
    may: [['manager', working]],
  },
  {
    title: 'the manager while away',
    person: 'northManager',
    away: true,
    reads: 'staff',
    may: [['manager', working]],
  },
  {
    title: 'the manager who reported it',
    person: 'northManager',
    ticket: reportedBy('northManager'),
    reads: 'staff',
    draft: 'requester',
    may: [
      ['requester', reporting],
      ['manager', working],
    ],
  },
  { title: 'the deputy while the manager is there', person: 'northDeputy', reads: null },
  {
    title: 'the deputy in force',
    person: 'northDeputy',
    away: true,
    reads: 'staff',
    may: [['manager', working]],
  },
  {
    title: 'the deputy who has taken it, once the manager is back',
    person: 'northDeputy',
    ticket: takenBy('northDeputy'),
    reads: 'staff',
    may: [['manager', working]],
  },
  { title: 'the manager of another campus', person: 'southManager', reads: null },
  {
    title: 'a manager who is a contact of the school',
    person: 'managingContact',
    reads: 'contact',
    may: [['contact', helpingAlong]],
  },
  {
    title: 'the manager of the school’s campus, where the help desk handles it',
    person: 'northManager',
    ticket: byHelpdesk,
    reads: 'staff',
    may: [['manager', 'note']],
  },
  {
    title: 'the deputy in force of the school’s campus, where the provider handles it',
    person: 'northDeputy',
    ticket: byProvider,
    away: true,
    reads: 'staff',
    may: [['manager', 'note']],
  },
  {
    title: 'the manager of the school’s campus who gave it to the provider',
    person: 'northManager',
    ticket: byProvider,
    reads: 'staff',
    may: [['manager', 'note']],
  },
  {
    title: 'the manager to whom it is offered',
    person: 'southManager',
    ticket: toSouth,
    reads: 'staff',
    may: [['manager', answering]],
  },
  {
    title: 'the deputy who is asked by name',
    person: 'northDeputy',
    ticket: offered({ party: 'campus', campusId: 'south', person: { id: who.northDeputy, name: 'Deputy' } }),
    reads: 'staff',
    may: [['manager', answering]],
  },
  {
    title: 'the manager whose campus is asked by a colleague’s name',
    person: 'southManager',
    ticket: offered({ party: 'campus', campusId: 'south', person: { id: who.northDeputy, name: 'Deputy' } }),
    reads: 'staff',
    may: [['manager', answering]],
  },
  {
    title: 'somebody who is asked by name and does not work here any more',
    person: 'former',
    ticket: offered({ party: 'campus', campusId: 'south', person: { id: who.former, name: 'Former' } }),
    reads: null,
  },
  { title: 'the provider, who has nothing to do with it', person: 'provider', reads: null },
  {
    title: 'the provider who handles it',
    person: 'provider',
    ticket: byProvider,
    reads: 'staff',
    may: [['provider', providing]],
  },
  {
    title: 'the technician who has taken it',
    person: 'provider',
    ticket: takenBy('provider', providers),
    reads: 'staff',
    may: [['provider', providing]],
  },
  {
    title: 'the provider to whom it is offered',
    person: 'provider',
    ticket: offered({ party: 'provider', campusId: null }),
    reads: 'staff',
    may: [['provider', answering]],
  },
  {
    title: 'a dispatcher',
    person: 'dispatcher',
    ticket: toSouth,
    reads: 'staff',
    may: [['dispatcher', dispatching]],
  },
  {
    title: 'an administrator',
    person: 'administrator',
    ticket: toSouth,
    reads: 'staff',
    may: [['administrator', dispatching]],
  },
  {
    title: 'a dispatcher who wrote it down for a caller',
    person: 'dispatcher',
    ticket: { ...openedBy('dispatcher'), ...toSouth },
    reads: 'staff',
    draft: 'staff',
    may: [['dispatcher', `${dispatching} ${writingDown}`]],
  },
  {
    title: 'a manager who wrote it down for another campus',
    person: 'southManager',
    ticket: openedBy('southManager'),
    reads: 'staff',
    draft: 'staff',
    may: [['manager', writingDown]],
  },
  {
    title: 'a deputy who wrote it down, in force or not',
    person: 'northDeputy',
    ticket: openedBy('northDeputy'),
    reads: 'staff',
    draft: 'staff',
    may: [['manager', writingDown]],
  },
  {
    title: 'the provider in whose name it was written down',
    person: 'provider',
    ticket: openedBy('provider'),
    reads: null,
  },
  {
    title: 'a contact in whose name it was written down',
    person: 'otherContact',
    ticket: openedBy('otherContact'),
    reads: null,
  },
  {
    title: 'who wrote it down and does not work here any more',
    person: 'former',
    ticket: openedBy('former'),
    reads: null,
  },
];

/** Requests to which nobody could object for what they say. */
const requests: { readonly [V in TicketRequest['verb']]: Extract<TicketRequest, { verb: V }> } = {
  submit: { verb: 'submit', report, card: null },
  revise: { verb: 'revise', report },
  tried: { verb: 'tried', articleId: 'ipad-frozen' },
  photo: { verb: 'photo', photo: { id: 'photo', at: isoOf(wednesday), width: 8, height: 6 } },
  discard: { verb: 'discard' },
  claim: { verb: 'claim' },
  release: { verb: 'release' },
  assign: { verb: 'assign', personId: who.northManager, note: '' },
  offer: { verb: 'offer', to: { party: 'campus', campusId: 'west' }, note: '' },
  accept: { verb: 'accept' },
  decline: { verb: 'decline', note: '' },
  comment: { verb: 'comment', text: 'Have you tried another one?' },
  note: { verb: 'note', text: 'Third time this week.' },
  hold: { verb: 'hold', waitingFor: 'vendor', untilDate: null, note: '' },
  'plan-visit': { verb: 'plan-visit', untilDate: '2026-12-07', note: 'The part comes then.' },
  resume: { verb: 'resume' },
  resolve: { verb: 'resolve', solution: 'Replaced.' },
  attach: {
    verb: 'attach',
    incident: { id: 'S7M3QX', title: 'No WLAN', status: '', statusAt: isoOf(wednesday) },
  },
  detach: { verb: 'detach', incidentId: 'S7M3QX' },
  reopen: { verb: 'reopen', text: '' },
  close: { verb: 'close' },
  edit: { verb: 'edit', changes: { description: 'It fell twice.' } },
  withdraw: { verb: 'withdraw', text: '' },
  rate: { verb: 'rate', stars: 5, text: '' },
  escalate: { verb: 'escalate', text: '' },
  'set-priority': { verb: 'set-priority', priority: 'P1', reason: 'Exams.' },
  merge: { verb: 'merge', into: 'M0THER' },
  unmerge: { verb: 'unmerge', text: '' },
  split: { verb: 'split', ticketId: 'P4RT22', report },
  link: { verb: 'link', ticketId: 'M0THER' },
  unlink: { verb: 'unlink', ticketId: '0THER2' },
  informed: { verb: 'informed', entryIds: ['entry'] },
};

const incident = requests.attach.incident;
const solved = () => Story.submitted().by('manager', { verb: 'resolve', solution: 'Replaced.' });
const wait = { verb: 'hold', waitingFor: 'vendor', until: null, note: '' } as const;

/** Tickets in each state, with something for every command to work on. */
const situations: readonly Ticket[] = [
  { ...Story.draft().ticket, help: { articleId: 'ipad-frozen', outcome: null } },
  Story.submitted().ticket,
  Story.submitted().by('manager', assignTo('deputy')).ticket,
  { ...Story.submitted().by('manager', assignTo('deputy')).by('manager', wait).ticket, incident },
  solved().ticket,
  solved().by('dispatcher', { verb: 'close' }).ticket,
  Story.submitted()
    .by('manager', { verb: 'merge', into: '0THER2' })
    .by('system', plausible('merged', Story.submitted().ticket, wednesday)).ticket,
];

const directory = staffedCity();
const awayDay = at('2026-11-24 10:00');

/** The ticket as the case has it: of the school in the north, reported by a teacher, and taken by somebody where it is. */
function arranged(ticket: Ticket, { ticket: changes = {} }: Case): Ticket {
  const isTaken = ticket.handledBy?.person !== null;
  const handledBy = changes.handledBy ?? campus;
  const person = handledBy.person ?? (isTaken ? { id: 'somebody', name: 'Somebody' } : null);
  const isDraft = ticket.state === 'draft';
  return {
    ...ticket,
    links: ['0THER2'],
    toInform: [{ entryId: 'entry', about: 'comment', at: isoOf(wednesday) }],
    ...reportedBy('teacher'),
    ...changes,
    // Whoever has it has what is not new; a draft is nobody's.
    handledBy: isDraft ? null : { ...handledBy, person },
    offer: isDraft ? null : (changes.offer ?? null),
  };
}

let test: TestStore;
let tickets: Collection<Ticket>;
let desk: TicketDesk;
let asked = 0;

beforeAll(async () => {
  test = await openTestStore('sqlite');
  tickets = await test.store.collection(ticketCollection);
  desk = new TicketDesk({
    tickets,
    directory: () => directory,
    rules,
    lease: { owner: 'one', milliseconds: minute },
    onWritten: () => undefined,
  });
});
afterAll(async () => test.close());

/** What one person asks of a ticket that nobody has asked anything before. */
async function ask(ticket: Ticket, { person, away }: Case, command: TicketRequest): Promise<Outcome> {
  asked += 1;
  const id = `T${String(asked)}`;
  await tickets.create({ ...ticket, id });
  // The name is what the client says.
  const actor = { kind: 'person', personId: who[person], name: 'Administrator' } as const;
  return desk.execute(id, { id: 'order', actor, command }, away ? awayDay : wednesday);
}

/** The role in which a case lets somebody give a command. */
function allowed({ may = [] }: Case, verb: string): Role | undefined {
  return may.find(([, verbs]) => verbs.split(' ').includes(verb))?.[0];
}

describe.each(cases)('$title', (each) => {
  const tried = situations.map((ticket) => arranged(ticket, each));

  it.each(Object.values(requests))('$verb', async (request) => {
    const role = allowed(each, request.verb);
    const outcomes: string[] = [];
    for (const ticket of tried) {
      const outcome = await ask(ticket, each, request);
      const code = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
      outcomes.push(code);
      const isSeen = ticket.state === 'draft' ? each.draft !== undefined : each.reads !== null;
      const mayKnow = ticket.state !== 'draft' && directory.isStaff(who[each.person]);
      const isHere = role !== undefined && isSeen;
      if (!isHere) expect(code).toBe(isSeen || mayKnow ? 'not-allowed' : 'not-found');
      if (code === 'not-found') expect(outcome).toHaveProperty('ticket', null);
      if (outcome.kind === 'accepted') {
        expect(outcome.ticket.history.at(-1)?.actor).toMatchObject({ id: who[each.person], role });
      }
    }
    const isDone = outcomes.includes('accepted') || outcomes.includes('gone');
    expect(isDone).toBe(role !== undefined && (each.draft !== undefined || !draftsOnly.has(request.verb)));
  });

  it('reads what the rule says', () => {
    const now = each.away ? awayDay : wednesday;
    for (const ticket of tried) {
      const expected = ticket.state === 'draft' ? (each.draft ?? null) : each.reads;
      expect(mayRead(who[each.person], ticket, directory, now)).toBe(expected);
    }
  });
});

const draftsOnly = new Set(['submit', 'revise', 'tried', 'discard']);

describe('what a technician has solved', () => {
  it('is open again for the same technician', async () => {
    const each: Case = { title: '', person: 'teacher', ticket: takenBy('provider', providers), reads: null };
    const outcome = await ask(arranged(solved().ticket, each), each, requests.reopen);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      ticket: { state: 'claimed', handledBy: { party: 'provider', person: { id: who.provider } } },
    });
  });
});

describe('the table of rights', () => {
  it('grants nothing that its role can do in no state', () => {
    const granted = standings.flatMap((standing) =>
      relations.flatMap((relation) => {
        const grant = rights[standing][relation];
        return (grant?.may ?? []).map((right) => ({ as: grant?.as ?? 'requester', right }));
      }),
    );
    for (const { as, right } of granted) {
      if (right === 'read' || right === 'read-notes') continue;
      const states = Object.values(moves[right]);
      expect(
        states.some((roles) => roles.includes(as)),
        `${as} ${right}`,
      ).toBe(true);
    }
  });

  it('lets nobody give a command to what they may not look at', () => {
    for (const standing of standings) {
      for (const grant of Object.values(rights[standing])) expect(grant.may).toContain('read');
    }
  });
});

describe('somebody of the provider who stands in at a campus', () => {
  it('writes a report down for a caller, sends it and goes on with it that day', () => {
    const city = cityOf({
      deputy: 'provider',
      away: [{ who: 'manager', from: '2026-11-18', to: '2026-11-18' }],
    });
    const { ticket } = Story.draft();
    const writtenDown = { ...ticket, openedBy: { id: 'provider', name: 'Provider' } };
    expect(reachOf('provider', 'telephone', city, wednesday).city).toBe(true);
    expect(rolesOf('provider', writtenDown, 'submit', city, wednesday)).toEqual(['manager']);
    expect(rolesOf('provider', writtenDown, 'submit', city, wednesday + day)).toEqual([]);
  });
});
