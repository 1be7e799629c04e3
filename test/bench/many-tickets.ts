import { sampleDirectory, type Site } from '../../src/campus/index.js';
import { isoOf, type Instant } from '../../src/sla/index.js';
import { foldedWords, type HandledBy, type OpenFacts, type Ticket } from '../../src/tickets/index.js';
import { openTickets } from './open-tickets.js';

const directory = sampleDirectory();
const [campus] = directory.campuses;
const sites = directory.schools.flatMap(({ id }) => directory.sitesOf(id));
const home = sites.find(({ campusId }) => campusId === campus?.id);
const [dispatcher] = directory.dispatchers;
if (!campus || !home || !dispatcher)
  throw new Error('the sample lacks a campus with a site, or a dispatcher');

/** Whom and what the questions of the benchmark are about. */
export const asked = {
  dispatcherId: dispatcher.id,
  managerId: campus.managerId,
  party: `campus-${campus.id}`,
  schoolId: home.schoolId,
  schoolName: directory.school(home.schoolId)?.name ?? '',
} as const;

const minute = 60_000;
const day = 24 * 60 * minute;
/** Of a hundred tickets so many are open, as in a city whose help desk has worked for some years. */
const openOfHundred = 3;
/** The first open ones are of one school, so that each list has a full page, however few tickets are stored. */
const ofHome = 24;
const things =
  'Beamer Drucker iPad WLAN Monitor Laptop Dockingstation Dokumentenkamera Lautsprecher Konto'.split(' ');
const faults =
  'ohne Bild|druckt nicht|startet nicht|sehr langsam|flackert|meldet einen Fehler|verbindet sich nicht'.split(
    '|',
  );

/** So many tickets of a whole city, the newest last; closed ones stand in no list and are found by the search. */
export function* manyTickets(count: number, now: Instant): Generator<Ticket, void, undefined> {
  let index = 0;
  for (const base of openTickets({ count, due: 1, now })) {
    yield ticketAt(base, index, count, now);
    index += 1;
  }
}

function ticketAt(base: Ticket, index: number, count: number, now: Instant): Ticket {
  const isOpen = index % 100 < openOfHundred;
  const openIndex = Math.floor(index / 100) * openOfHundred + (index % 100);
  const site = isOpen && openIndex < ofHome ? home : sites[index % sites.length];
  if (!site) return base;
  // Sites come round again and again: each time with other things, so that every word is met at every site.
  const round = Math.floor(index / sites.length);
  const thing = things[site === home ? index % 2 : (index * 7 + round) % things.length] ?? '';
  const title = `${thing} ${faults[(index * 5) % faults.length] ?? ''}`;
  const room = String(100 + ((index * 13) % 300));
  const report = { ...base.report, title, room, schoolId: site.schoolId, siteId: site.id };
  const createdAt = isoOf(now - (count - index) * minute);
  const search = [...new Set([base.id, title, room, base.requester.name].flatMap(foldedWords))];
  const ticket: Ticket = { ...base, report, search, createdAt, outbox: [] };
  return isOpen ? opened(ticket, site, openIndex, now) : closed(ticket, site, createdAt);
}

function closed(ticket: Ticket, site: Site, at: string): Ticket {
  return {
    ...ticket,
    handledBy: handledBy(site, true),
    state: 'closed',
    closedAs: 'solved',
    resolvedAt: at,
    closedAt: at,
    open: null,
    wakeAt: null,
  };
}

function opened(ticket: Ticket, site: Site, openIndex: number, now: Instant): Ticket {
  const state = (['claimed', 'new', 'waiting'] as const)[openIndex % 3] ?? 'new';
  const handled = handledBy(site, state !== 'new');
  // A third is late by up to ten days, the others are due within twenty.
  const dueAt = isoOf(now + ((openIndex * 7_919 * minute) % (30 * day)) - 10 * day);
  const open: OpenFacts = {
    party: `campus-${site.campusId}`,
    state,
    personId: handled.person?.id ?? null,
    requesterId: ticket.requester.id,
    schoolId: site.schoolId,
    siteId: site.id,
    dueAt,
  };
  return { ...ticket, state, handledBy: handled, open, nextPromiseAt: dueAt };
}

function handledBy({ campusId }: Site, isTaken: boolean): HandledBy {
  const id = directory.campus(campusId)?.managerId ?? '';
  const person = isTaken ? { id, name: directory.person(id)?.name ?? '' } : null;
  return { party: 'campus', campusId, person, reason: { code: 'campus-of-school' } };
}
