import type { Campus, Directory, Person, School, Site } from '../../src/campus/directory.js';
import type { Language } from '../../src/i18n/index.js';
import { defaultCalendar, defaultPolicy, instantOf, localDateIn, serviceRules } from '../../src/sla/index.js';
import type { TicketCommand } from '../../src/tickets/commands.js';
import type { Actor, HandledBy, Report, Ticket } from '../../src/tickets/ticket.js';
import type { NextVisits, Surroundings } from '../../src/tickets/index.js';

/** A Tuesday in November, 09:00 in Berlin. */
export const now = instantOf('2026-11-24T08:00:00.000Z');
export const rules = serviceRules({ version: 'today', calendar: defaultCalendar, policy: defaultPolicy });

const person = (id: string, name: string, absences: Person['absences'] = []): Person => ({
  id,
  name,
  language: 'de',
  absences,
});

export const manager = person('id-manager', 'Petra Muster');
export const deputy = person('id-deputy', 'Jonas Probe');
export const dispatcher = person('id-dispatcher', 'Helena Zentral');
const people = [manager, deputy, dispatcher];

const campuses: readonly Campus[] = [
  { id: 'campus-7', name: 'Campus 7', managerId: manager.id, deputyId: deputy.id },
  { id: 'campus-8', name: 'Campus 8', managerId: deputy.id, deputyId: manager.id },
];

const kinds = ['Grundschule', 'Gesamtschule', 'Realschule', 'Gymnasium', 'Berufskolleg'];

/** As many schools as the city has, with names and streets of usual length. */
export const schools: readonly School[] = Array.from({ length: 155 }, (_, index) => {
  const kind = kinds[index % kinds.length] ?? 'Schule';
  return {
    id: String(100_001 + index * 13),
    name: index === 0 ? 'Lindenschule' : `${kind} am Beispielweg ${index}`,
    fullName: kind,
    type: kind,
    street: `Musterstraße ${index + 1}`,
    postcode: '44100',
    town: 'Dortmund',
  };
});

const lindenschule = '100001';
const sites: readonly Site[] = [
  {
    id: 'site-main',
    schoolId: lindenschule,
    name: 'Hauptgebäude',
    street: 'Musterstraße 1',
    campusId: 'campus-7',
  },
  {
    id: 'site-branch',
    schoolId: lindenschule,
    name: 'Nebenstelle',
    street: 'Zweigweg 4',
    campusId: 'campus-7',
  },
];

/** A small city: two campuses whose managers deputise for one another. `absent` puts Campus 7's deputy in charge. */
export function directory({ absent = false }: { readonly absent?: boolean } = {}): Directory {
  return {
    version: '1',
    schools,
    campuses,
    school: (id) => schools.find((school) => school.id === id),
    sitesOf: (schoolId) => sites.filter((site) => site.schoolId === schoolId),
    site: (id) => sites.find((site) => site.id === id),
    siteMeant: (_schoolId, siteId) => sites.find((site) => site.id === siteId),
    campus: (id) => campuses.find((campus) => campus.id === id),
    people,
    person: (id) => people.find((one) => one.id === id),
    isStaff: (id) => people.some((one) => one.id === id),
    isDispatcher: (id) => id === dispatcher.id,
    isAdministrator: () => false,
    dispatchers: [dispatcher],
    administrators: [],
    provider: null,
    isProvider: () => false,
    contactsOf: () => [],
    schoolsOfContact: () => [],
    dayOf: localDateIn('Europe/Berlin'),
    campusesOf: (id) => campuses.filter(({ managerId }) => managerId === id),
    inForce: (campusId) =>
      absent && campusId === 'campus-7'
        ? { person: deputy, as: 'deputy', until: '2026-11-27', standsInFor: manager }
        : {
            person: campusId === 'campus-7' ? manager : deputy,
            as: 'manager',
            until: null,
            standsInFor: null,
          },
    inForceVersion: () => (absent ? 'absent' : 'present'),
    mayActFor: () => true,
    colleagues: () => (absent ? [deputy] : [manager, deputy]),
    responsibleFor: () => handledByCampus,
    searchSchools: () => [],
  };
}

/** Thursdays from 08:00 to 11:00 in Berlin. */
export const nextVisits: NextVisits = (siteId, _from, count) =>
  ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17'].slice(0, count).map((date) => ({
    id: `${siteId}.${date}`,
    siteId,
    date,
    from: instantOf(`${date}T07:00:00.000Z`),
    to: instantOf(`${date}T10:00:00.000Z`),
  }));

export const surroundings: Surroundings = { directory: directory(), now, rules, nextVisits };

export const handledByCampus: HandledBy = {
  party: 'campus',
  campusId: 'campus-7',
  person: null,
  reason: { code: 'campus-of-school' },
};

export const report: Report = {
  category: 'network',
  alternatives: ['network', 'ipad-software', 'account'],
  title: 'Kein WLAN in der Aula',
  description: 'Seit heute früh kommt kein iPad mehr ins WLAN. In der Aula steht um 10 Uhr eine Prüfung an.',
  room: 'Aula',
  deviceTag: 'DO-IPAD-04711',
  scope: 'school',
  blocked: true,
  schoolId: lindenschule,
  siteId: 'site-main',
  bestTime: 'nach der 6. Stunde',
  phone: '0231 000000',
};

const requester: Actor = { kind: 'person', id: 'id-teacher', name: 'Anna Beispiel', role: 'requester' };
const staff: Actor = { kind: 'person', id: manager.id, name: manager.name, role: 'manager' };

/** An entry of the history, given by the requester or by the manager. */
export function entry(command: TicketCommand, by: 'requester' | 'staff' | 'system', minute = 0) {
  const actor: Actor = by === 'system' ? { kind: 'system' } : by === 'requester' ? requester : staff;
  const at = new Date(instantOf('2026-11-24T07:30:00.000Z') + minute * 60_000).toISOString();
  return { id: `${command.verb}:${minute}`, at, actor, command };
}

export const submitted = entry(
  { verb: 'submit', report, handledBy: handledByCampus, card: null },
  'requester',
);

const question = 'Hängt an der Steckdose in der Aula ein kleines weißes Gerät? Leuchtet es grün?';
const solution = 'Der Verteiler in der Aula war ohne Strom. Er hängt jetzt an einer eigenen Steckdose.';

/** What most tickets do not have. */
const nothingBeside = {
  visit: null,
  merging: null,
  followed: null,
  absorbed: [],
  links: [],
  splitFrom: null,
  prioritySet: null,
  openedBy: null,
  toInform: [],
  open: null,
  solved: null,
  search: [],
} as const;

/** A ticket as it came in half an hour ago. */
export function ticket(changes: Partial<Ticket> = {}, language: Language = 'de'): Ticket {
  return {
    id: 'K7M3QX',
    schemaVersion: 4,
    state: 'new',
    waitingFor: null,
    waitingUntil: null,
    closedAs: null,
    requester: { id: 'id-teacher', name: 'Anna Beispiel', language },
    report,
    priority: 'P1',
    handledBy: handledByCampus,
    offer: null,
    rating: null,
    follows: null,
    createdAt: '2026-11-24T07:29:00.000Z',
    submittedAt: '2026-11-24T07:30:00.000Z',
    firstResponseDueAt: '2026-11-24T08:15:00.000Z',
    firstRespondedAt: null,
    resolutionDueAt: '2026-11-24T11:30:00.000Z',
    nextUpdateDueAt: null,
    nextPromiseAt: '2026-11-24T08:15:00.000Z',
    results: { firstResponse: null, resolution: null },
    grounds: { schoolType: null, campusId: null },
    rulesVersion: 'today',
    resolvedAt: null,
    closedAt: null,
    understood: null,
    question: null,
    help: null,
    photos: [],
    incident: null,
    ...nothingBeside,
    history: [submitted],
    commandIds: [],
    revision: 1,
    outbox: [],
    places: [],
    calls: {},
    lease: null,
    wakeAt: null,
    ...changes,
  };
}

const claimed: Partial<Ticket> = {
  state: 'claimed',
  handledBy: { ...handledByCampus, person: { id: manager.id, name: manager.name } },
  firstRespondedAt: '2026-11-24T07:45:00.000Z',
};
const claim = entry({ verb: 'claim' }, 'staff', 15);
const comment = entry({ verb: 'comment', text: question }, 'staff', 20);
const note = entry({ verb: 'note', text: 'Verteiler war schon im März defekt.' }, 'staff', 21);
const resolve = entry({ verb: 'resolve', solution }, 'staff', 28);

const earlyQuestion = {
  ...entry({ verb: 'hold', waitingFor: 'requester', until: null, note: question }, 'staff'),
  at: '2026-11-16T09:00:00.000Z',
};
const reminded = entry(
  { verb: 'remind', stage: 'requester-silent', dueAt: '2026-11-19T15:00:00.000Z' },
  'system',
);

/** A ticket in each situation that a card has to tell. */
export function situations(language: Language = 'de'): Readonly<Record<string, Ticket>> {
  const make = (changes: Partial<Ticket>): Ticket => ticket(changes, language);
  const resolvedState: Partial<Ticket> = {
    ...claimed,
    state: 'resolved',
    resolvedAt: '2026-11-24T07:58:00.000Z',
    history: [submitted, claim, comment, resolve],
  };
  const closed: Partial<Ticket> = { ...resolvedState, state: 'closed', closedAt: '2026-11-24T07:59:00.000Z' };
  return {
    new: make({}),
    'new-calm': make({ priority: 'P3', report: { ...report, room: '204', scope: 'one', blocked: false } }),
    overdue: make({ firstResponseDueAt: '2026-11-24T07:50:00.000Z' }),
    claimed: make({ ...claimed, history: [submitted, claim] }),
    'resolution-short': make({
      ...claimed,
      resolutionDueAt: '2026-11-24T08:40:00.000Z',
      history: [submitted, claim],
    }),
    'resolution-overdue': make({
      ...claimed,
      resolutionDueAt: '2026-11-24T07:40:00.000Z',
      history: [submitted, claim],
    }),
    'resolution-calm': make({
      ...claimed,
      priority: 'P3',
      resolutionDueAt: '2026-11-26T10:15:00.000Z',
      history: [submitted, claim],
    }),
    commented: make({ ...claimed, history: [submitted, claim, comment, note] }),
    'waiting-requester': make({
      ...claimed,
      state: 'waiting',
      waitingFor: 'requester',
      history: [submitted, claim, comment],
    }),
    'waiting-reminded': make({
      ...claimed,
      state: 'waiting',
      waitingFor: 'requester',
      history: [submitted, earlyQuestion, reminded],
    }),
    'waiting-vendor': make({
      ...claimed,
      state: 'waiting',
      waitingFor: 'vendor',
      waitingUntil: '2026-11-27T00:00:00.000Z',
    }),
    'waiting-visit': make({
      ...claimed,
      state: 'waiting',
      waitingFor: 'visit',
      waitingUntil: '2026-11-25T00:00:00.000Z',
    }),
    resolved: make(resolvedState),
    rated: make({ ...resolvedState, rating: { stars: 4, text: 'Ging schnell, danke!' } }),
    'closed-solved': make({ ...closed, closedAs: 'solved' }),
    'closed-no-reply': make({ ...closed, closedAs: 'no-reply' }),
    'closed-withdrawn': make({ ...closed, closedAs: 'withdrawn' }),
    'closed-duplicate': make({ ...closed, closedAs: 'duplicate' }),
    helpdesk: make({
      handledBy: { party: 'helpdesk', campusId: null, person: null, reason: { code: 'no-school' } },
    }),
    offered: make({
      ...claimed,
      history: [submitted, claim],
      offer: {
        to: { party: 'campus', campusId: 'campus-8' },
        by: { id: manager.id, name: manager.name },
        at: '2026-11-24T07:50:00.000Z',
        note: 'Die Nebenstelle liegt bei euch.',
        answerDueAt: '2026-11-24T08:50:00.000Z',
        reminded: false,
      },
    }),
  };
}

/** A ticket that a question names. */
export const asked = { id: 'K7M3QX', revision: 3, title: 'Beamer R 204' };
/** What somebody wrote in the chat. */
export const said = { text: 'Das Gerät leuchtet rot.\nIch habe es aus- und wieder eingeschaltet.' };
/** A self-help article. */
export const article = {
  id: 'projector-no-picture',
  title: 'HDMI',
  steps: ['HDMI 1', 'Input', 'HDMI 2'],
  note: 'HDMI 3',
};
/** An incident, as its tickets name it. */
export const knownIncident = {
  id: 'network:100001:2026-11-24:1',
  title: 'WLAN im Neubau gestört',
  status: 'Ein Techniker ist unterwegs.',
  statusAt: '2026-11-24T07:40:00.000Z',
};
/** Another report that may be about the same. */
export const knownReport = {
  ticketId: 'Q2W3E4',
  title: report.title,
  room: '204',
  state: 'claimed',
} as const;

/** Others that became one with a ticket. */
export const absorbed = ['A2B3C4', 'D5E6F7'].map((id) => ({
  id,
  submittedAt: '2026-11-24T07:20:00.000Z',
  absorbedAt: '2026-11-24T07:40:00.000Z',
  requesterName: 'Berta Beispiel',
}));
export const prioritySet = {
  priority: 'P1',
  reason: 'Heute ist Abschlussprüfung.',
  by: { id: manager.id, name: manager.name },
  at: '2026-11-24T07:50:00.000Z',
} as const;

const followed = {
  id: 'Q2W3E4',
  revision: 7,
  state: 'claimed',
  closedAs: null,
  waitingFor: null,
  waitingUntil: null,
  solution: null,
} as const;
const isDuplicate = { state: 'closed', closedAs: 'duplicate', closedAt: '2026-11-24T07:45:00.000Z' } as const;
/** What a ticket is that became one with another, which is worked on, waits, has a visit, or is solved. */
export const duplicate = {
  worked: { ...isDuplicate, followed },
  waits: { ...isDuplicate, followed: { ...followed, state: 'waiting', waitingFor: 'requester' } },
  visit: {
    ...isDuplicate,
    followed: {
      ...followed,
      state: 'waiting',
      waitingFor: 'visit',
      waitingUntil: '2026-11-26T07:00:00.000Z',
    },
  },
  solved: { ...isDuplicate, followed: { ...followed, state: 'resolved', solution } },
} as const;

export const merging = {
  into: 'Q2W3E4',
  by: { id: manager.id, name: manager.name },
  at: '2026-11-24T07:50:00.000Z',
};

/** Where a client finds a photo. */
export const photoUrl = (id: string): string => `https://desk.example.org/photos/${id}.jpg`;
/** Two photos as a card shows them. */
export const photos = ['a', 'b'].map((letter) => {
  const id = letter.repeat(40);
  return { at: '2026-11-24T07:00:00.000Z', width: 1600, height: 1200, id, url: photoUrl(id) };
});

export { comment, claim, note, question, resolve, solution };
