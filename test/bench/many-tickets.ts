import { sampleDirectory, type Site } from '../../src/campus/index.js';
import { isoOf, type Instant } from '../../src/sla/index.js';
import type { HandledBy, Ticket } from '../../src/tickets/index.js';
import { withLookup } from '../../src/tickets/lookup.js';
import { openTickets } from './open-tickets.js';

/** What a store holds: the work of the day, and a history of closed tickets that fills it up. */
export interface Stock {
  /** All tickets. */
  readonly count: number;
  /** How many of them are open; the newest. */
  readonly open: number;
}

const directory = sampleDirectory();
const [campus] = directory.campuses;
const sites = directory.schools.flatMap(({ id }) => directory.sitesOf(id));
const home = sites.find(
  ({ campusId, schoolId }) => campusId === campus?.id && directory.sitesOf(schoolId).length === 1,
);
const withContact = directory.schools.find(({ id }) => directory.contactsOf(id).length > 0);
const [contact] = directory.contactsOf(withContact?.id ?? '');
const [dispatcher] = directory.dispatchers;
const [technician] = directory.provider?.people ?? [];
if (!campus || !home || !dispatcher || !withContact || !contact || !technician)
  throw new Error('the sample lacks a campus with a site, a contact, or somebody of the staff');

/** Whom and what the questions of the benchmark are about. */
export const asked = {
  dispatcherId: dispatcher.id,
  managerId: campus.managerId,
  contactId: contact.id,
  technicianId: technician.id,
  teacherId: 'c0000000-0000-4000-8000-000000000001',
  campusId: campus.id,
  party: `campus-${campus.id}`,
  schoolId: home.schoolId,
  schoolName: directory.school(home.schoolId)?.name ?? '',
  deviceTag: 'DO-PRN-00007',
  /** Each tenth ticket of the city has it, but three of the campus, one of the contact's school, and none of the teacher. */
  commonElsewhere: 'Dokumentenkamera',
  /** Five tickets in the whole city have it. */
  rare: 'Quarzuhr',
  /** Two words of which each is common, and that no ticket has together. */
  neverTogether: 'Lautsprecher flackert',
} as const;

const minute = 60_000;
const day = 24 * 60 * minute;
/** So many of the open ones are of one school, so that it has a full page. */
const ofHome = 24;
const things =
  'Beamer Drucker iPad WLAN Monitor Laptop Dockingstation Dokumentenkamera Lautsprecher Konto'.split(' ');
const faults =
  'ohne Bild|druckt nicht|startet nicht|sehr langsam|flackert|meldet einen Fehler|verbindet sich nicht'.split(
    '|',
  );

/** The tickets of a stock, the newest last. What is open, and what little has a rare word, is the same in every stock. */
export function* manyTickets({ count, open }: Stock, now: Instant): Generator<Ticket, void, undefined> {
  let index = 0;
  for (const base of openTickets({ count, due: 1, now })) {
    const openIndex = index - (count - open);
    const createdAt = isoOf(now - (count - index) * minute);
    const ticket = { ...base, createdAt, outbox: [] };
    const rare = rareOnes(ticket)[index];
    yield rare ?? (openIndex < 0 ? closed(ticket, index) : opened(ticket, openIndex, now));
    index += 1;
  }
}

/** The oldest: whoever reads from the newest on has to pass all others. */
function rareOnes(ticket: Ticket): readonly Ticket[] {
  const { commonElsewhere, rare, teacherId, deviceTag } = asked;
  const elsewhere = sites.filter(({ campusId }) => campusId !== campus?.id);
  const ofContact = directory.sitesOf(withContact?.id ?? '').slice(0, 1);
  const teacher = { ...ticket.requester, id: teacherId, name: 'Berta Beispiel' };
  return [
    ...of(home, 3).map((site) => closedAt(ticket, site, commonElsewhere)),
    ...ofContact.map((site) => closedAt(ticket, site, commonElsewhere)),
    ...elsewhere.slice(0, 5).map((site) => closedAt(ticket, site, rare)),
    ...elsewhere.slice(0, 12).map((site) => closedAt({ ...ticket, requester: teacher }, site, 'Beamer')),
    ...of(home, 1).map((site) => closedAt(ticket, site, 'Drucker', deviceTag)),
  ];
}

function of(site: Site | undefined, count: number): readonly Site[] {
  return site ? Array.from({ length: count }, () => site) : [];
}

function closed(ticket: Ticket, index: number): Ticket {
  const site = sites[index % sites.length];
  if (!site) return ticket;
  // Sites come round again and again: each time with other things, so that nearly every word is met at every site.
  const round = Math.floor(index / sites.length);
  const deviceTag = index % 3 === 0 ? `DO-INV-${String(index).padStart(6, '0')}` : null;
  return closedAt(ticket, site, titleOf(index * 7 + round, index * 5, site), deviceTag);
}

function titleOf(thing: number, fault: number, { campusId, schoolId }: Site): string {
  const words = things[thing % things.length] ?? '';
  const isRareHere = campusId === campus?.id || schoolId === withContact?.id;
  const said = words === asked.commonElsewhere && isRareHere ? 'Beamer' : words;
  const isNever = said === 'Lautsprecher' && faults[fault % faults.length] === 'flackert';
  return `${said} ${isNever ? 'brummt' : (faults[fault % faults.length] ?? '')}`;
}

function closedAt(ticket: Ticket, site: Site, title: string, deviceTag: string | null = null): Ticket {
  const { createdAt: at } = ticket;
  return withLookup({
    ...ticket,
    report: reportAt(ticket, site, title, deviceTag),
    handledBy: handledBy(site, true),
    state: 'closed',
    closedAs: 'solved',
    resolvedAt: at,
    closedAt: at,
    wakeAt: null,
  });
}

function opened(ticket: Ticket, openIndex: number, now: Instant): Ticket {
  const site = openIndex < ofHome ? home : sites[openIndex % sites.length];
  if (!site) return ticket;
  const state = (['claimed', 'new', 'waiting'] as const)[openIndex % 3] ?? 'new';
  // A third is late by up to ten days, the others are due within twenty.
  const dueAt = isoOf(now + ((openIndex * 7_919 * minute) % (30 * day)) - 10 * day);
  return withLookup({
    ...ticket,
    report: reportAt(ticket, site, titleOf(openIndex * 7, openIndex * 5, site), null),
    state,
    waitingFor: state === 'waiting' ? 'vendor' : null,
    handledBy: handledBy(site, state !== 'new'),
    nextPromiseAt: dueAt,
  });
}

function reportAt(
  { report, requester }: Ticket,
  { id: siteId, schoolId }: Site,
  title: string,
  deviceTag: string | null,
): Ticket['report'] {
  const room = String(100 + ((requester.name.length * 13 + title.length * 7) % 300));
  return { ...report, title, room, schoolId, siteId, deviceTag };
}

function handledBy({ campusId }: Site, isTaken: boolean): HandledBy {
  const id = directory.campus(campusId)?.managerId ?? '';
  const person = isTaken ? { id, name: directory.person(id)?.name ?? '' } : null;
  return { party: 'campus', campusId, person, reason: { code: 'campus-of-school' } };
}
