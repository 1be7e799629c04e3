import { visitChangeCard, type ChangedVisit, type VisitChangeView } from '../cards/index.js';
import type { Directory } from '../campus/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import { addDays, millisecondsPerDay, startOfDay } from '../sla/index.js';
import { exceptionThatTook, timeOf, wallClockIn, type RotaException, type Visit } from '../visits/index.js';
import { todayOf } from './maintenance-cards.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** So far ahead single visits are offered to be changed, and so many of them; of one school more come into view. */
const daysAhead = 28;
const mostRows = 12;

/** Whose visits a card lists: those of a campus or of a school; the other one is empty. */
export type VisitScope = VisitChangeView['of'];

/** A site on a date (YYYY-MM-DD). */
export interface VisitPlace {
  readonly siteId: string;
  readonly date: string;
}

/** The next visits of a campus or school as a card. */
export function visitListMessage(
  turn: Turn,
  parts: BotParts,
  of: VisitScope,
  result: readonly string[] = [],
): OutgoingMessage {
  const visits = visitsOf(turn, parts, of);
  return message(turn, parts, { of, result, visits, chosen: null });
}

/** One visit with what can be done about it; null where nobody was to come there then. @throws StoreError */
export async function visitMessage(
  turn: Turn,
  parts: BotParts,
  of: VisitScope,
  { siteId, date }: VisitPlace,
): Promise<OutgoingMessage | null> {
  const rota = parts.rota.current();
  const directory = parts.directory.current();
  const [visit] = rota.visitsOn([siteId], date);
  const took = exceptionThatTook(rota.content, siteId, visit?.exception?.movedFrom ?? date);
  const isCancelled = !visit && took?.kind === 'cancelled';
  if (!visit && !isCancelled) return null;
  const planned = visit
    ? (await parts.worklistDesk.ticketsAt([siteId])).filter((ticket) => ticket.visit?.id === visit.id).length
    : 0;
  const chosen = {
    ...(visit ? changedVisit(visit, directory) : cancelledVisit({ siteId, date }, directory)),
    note: visit?.exception?.note ?? (isCancelled ? took.note : ''),
    planned,
    ...formTimes(visit, parts),
  };
  return message(turn, parts, { of, result: [], visits: [], chosen });
}

/** Visits that are still to come or going on, and cancelled ones, in order of time. */
function visitsOf(turn: Turn, parts: BotParts, of: VisitScope): readonly ChangedVisit[] {
  const rota = parts.rota.current();
  const directory = parts.directory.current();
  const siteIds =
    of.schoolId === '' ? rota.siteIdsOf(of.campusId) : directory.sitesOf(of.schoolId).map(({ id }) => id);
  const today = todayOf(turn, parts);
  const last = addDays(today, daysAhead);
  const from = startOfDay(today, rota.timeZone);
  const coming = rota
    .visitsBetween(siteIds, from, from + daysAhead * millisecondsPerDay)
    .filter(({ to }) => to > turn.now);
  const isVisited = new Set(coming.map(({ siteId, date }) => `${siteId} ${date}`));
  const isCancelled = ({ kind, siteId, date }: RotaException): boolean =>
    kind === 'cancelled' &&
    siteIds.includes(siteId) &&
    today <= date &&
    date <= last &&
    !isVisited.has(`${siteId} ${date}`);
  return [
    ...coming.map((visit) => changedVisit(visit, directory)),
    ...rota.content.exceptions.filter(isCancelled).map((each) => cancelledVisit(each, directory)),
  ]
    .sort((one, other) => compare(one.date, other.date))
    .slice(0, mostRows);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function changedVisit({ siteId, date, from, to, exception }: Visit, directory: Directory): ChangedVisit {
  return {
    place: placeOf(siteId, directory),
    date,
    window: { from, to },
    movedFrom: exception?.movedFrom ?? null,
  };
}

function cancelledVisit({ siteId, date }: VisitPlace, directory: Directory): ChangedVisit {
  return { place: placeOf(siteId, directory), date, window: null, movedFrom: null };
}

/** The school, and the site where the school has others. */
export function placeOf(siteId: string, directory: Directory): ChangedVisit['place'] {
  const site = directory.site(siteId);
  const school = site && directory.school(site.schoolId);
  const hasOthers = site !== undefined && directory.sitesOf(site.schoolId).length > 1;
  return { siteId, school: school?.name ?? siteId, site: hasOthers ? site.name : null };
}

/** The times as they are, to begin with. */
function formTimes(
  visit: Visit | undefined,
  { rules }: BotParts,
): { readonly from: string; readonly to: string } {
  const { timeZone } = rules.calendar;
  if (!visit) return { from: '', to: '' };
  const clock = wallClockIn(timeZone);
  return { from: timeOf(clock(visit.from).minute), to: timeOf(clock(visit.to).minute) };
}

type Shown = Pick<VisitChangeView, 'of' | 'result' | 'visits' | 'chosen'>;

function message(turn: Turn, parts: BotParts, shown: Shown): OutgoingMessage {
  const directory = parts.directory.current();
  const { campusId, schoolId } = shown.of;
  const view: VisitChangeView = {
    ...shown,
    name: (schoolId === '' ? directory.campus(campusId)?.name : directory.school(schoolId)?.name) ?? '',
    today: todayOf(turn, parts),
    now: turn.now,
    timeZone: parts.rules.calendar.timeZone,
  };
  return { summary: turn.t.visits.change.summary, card: visitChangeCard(view, turn.language) };
}
