import type { DraftExtras, KnownReport } from '../cards/index.js';
import { concerns, faultOf, type Incident } from '../incidents/index.js';
import { namesSameThing } from '../intake/index.js';
import { StoreError, type Condition } from '../store/index.js';
import { categoriesMeant, isOfSameDevice, knownTickets, openStates, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** Of one's own open tickets, of those of a school, and of running incidents no more are looked at than these. */
const mostOwn = 20;
const mostOfSchool = 50;
const mostIncidents = 50;

type Known = Pick<DraftExtras, 'incident' | 'duplicate' | 'known'>;

const nothingKnown: Known = { incident: null, duplicate: null, known: [] };

/** What is known already of what a draft tells: three small queries at most. */
export async function knownReports(turn: Turn, parts: BotParts, draft: Ticket): Promise<Known> {
  return ifFound(parts, draft, nothingKnown, async () => lookUp(turn, parts, draft));
}

async function lookUp(turn: Turn, parts: BotParts, draft: Ticket): Promise<Known> {
  const [mine, ofSchool, incident] = await Promise.all([
    ownOpen(parts, draft.requester.id),
    openOfSchool(parts, draft.report.schoolId),
    runningIncident(parts, draft),
  ]);
  const found = knownTickets(draft, [...mine, ...ofSchool], namesSameThing, turn.now);
  // One question at a time: whoever reported it already has no need to say of what it is a part.
  const asked = found.own === null ? incident : null;
  const others = found.ofSchool.filter(
    (ticket) => ticket.incident === null || ticket.incident.id !== asked?.id,
  );
  const duplicate = found.own
    ? known(found.own, 'own')
    : found.sameDevice && known(found.sameDevice, 'device');
  return {
    incident: asked && { id: asked.id, title: asked.title, status: asked.status },
    duplicate,
    known: others.map((ticket) => known(ticket, 'school')),
  };
}

/** The open ticket of the same device at the same school, oldest among the newest ones; null where there is none. */
export async function sameDeviceAs(
  parts: BotParts,
  draft: Ticket,
  report: Ticket['report'],
): Promise<string | null> {
  if (report.deviceTag === null || report.schoolId === null) return null;
  const open = await ifFound(parts, draft, [], async () => openOfSchool(parts, report.schoolId));
  const same = open.filter(({ id, report: other }) => id !== draft.id && isOfSameDevice(report, other));
  return same.at(-1)?.id ?? null;
}

/** A report is worth more than what stands beside it, so that a store that fails meanwhile keeps nobody from it. */
async function ifFound<T>(parts: BotParts, draft: Ticket, otherwise: T, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    parts.log.warn({ ticket: draft.id }, 'a report goes on without what is known already', error);
    return otherwise;
  }
}

async function ownOpen(parts: BotParts, personId: string): Promise<readonly Ticket[]> {
  const whose = { field: 'requester.id', equals: personId };
  return newest(parts, [whose, { field: 'state', in: [...openStates] }], mostOwn);
}

/** Open tickets of a school, newest first, at most 50. */
export async function openOfSchool(parts: BotParts, schoolId: string | null): Promise<readonly Ticket[]> {
  return schoolId === null ? [] : newest(parts, [{ field: 'open.schoolId', equals: schoolId }], mostOfSchool);
}

async function newest(
  { tickets }: BotParts,
  where: readonly Condition[],
  limit: number,
): Promise<readonly Ticket[]> {
  const page = await tickets.query({ where, orderBy: { field: 'createdAt', direction: 'desc' }, limit });
  return page.items.map(({ document }) => document);
}

/** The running incident that the draft may be a part of; of its school before of several, null where there is none. */
async function runningIncident({ incidents }: BotParts, draft: Ticket): Promise<Incident | null> {
  const faults = categoriesMeant(draft).flatMap((category) => faultOf({ ...draft.report, category }) ?? []);
  if (faults.length === 0) return null;
  const page = await incidents.query({ where: [{ field: 'state', equals: 'open' }], limit: mostIncidents });
  const running = page.items.map(({ document }) => document);
  const { schoolId } = draft.report;
  const fitting = faults.flatMap((fault) => running.filter((each) => concerns(each, fault, schoolId)));
  return fitting.find((each) => each.schoolId !== null) ?? fitting[0] ?? null;
}

function known({ id, report, state }: Ticket, relation: KnownReport['relation']): KnownReport {
  return { ticketId: id, title: report.title, room: report.room, state, relation };
}
