import { z } from 'zod';
import { plainLine, windowWords } from '../cards/index.js';
import { isDate } from '../sla/index.js';
import { plannedVisit } from '../tickets/index.js';
import {
  exceptionThatTook,
  longestNote,
  type RotaChange,
  type RotaDecision,
  type Visit,
} from '../visits/index.js';
import { worklistId, type VisitChange } from '../worklists/index.js';
import type { CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';
import { placeOf, visitListMessage, visitMessage, type VisitPlace, type VisitScope } from './visit-list.js';

/** Longer than any limit, so that the rota itself says what is too long. */
const text = z.string().trim().max(16_000);
const day = z.string().trim().refine(isDate);
const scope = z.object({
  campusId: z.string().max(40).catch(''),
  schoolId: z.string().max(40).catch(''),
});
const one = scope.extend({ siteId: z.string().min(1).max(40), date: day });
const time = z.string().trim().max(5).catch('');

type One = z.infer<typeof one>;
type Handler = (turn: Turn, parts: BotParts, data: CardClick['data']) => Promise<ClickAnswer>;

/** Handles a button by which a single visit is cancelled or moved. Null where the button is none of these. */
export async function clickVisit(
  turn: Turn,
  parts: BotParts,
  { verb, data }: CardClick,
): Promise<ClickAnswer | null> {
  const handle = entryOf(handlers, verb);
  return handle ? handle(turn, parts, data) : null;
}

const handlers: Readonly<Record<string, Handler>> = {
  'visit.list': (turn, parts, data) => {
    const of = scope.parse(data);
    return Promise.resolve(
      maySee(turn, parts, of)
        ? { card: visitListMessage(turn, parts, of).card ?? {} }
        : { text: refusedWords(turn) },
    );
  },
  'visit.open': reading(one, async (turn, parts, said) => {
    const found = await visitMessage(turn, parts, said, said);
    return found?.card
      ? { card: found.card }
      : { text: turn.t.visits.change.refusal('no-visit', longestNote) };
  }),
  'visit.cancel': reading(one.extend({ reason: text.catch('') }), async (turn, parts, said) => {
    const { siteId, date, reason: note } = said;
    return note === ''
      ? { text: turn.t.visits.change.reasonError }
      : change(turn, parts, said, { kind: 'cancel', siteId, date, note });
  }),
  'visit.move': reading(
    one.extend({ reason: text.catch(''), toDate: z.string().max(10).catch(''), from: time, to: time }),
    async (turn, parts, said) => {
      const { siteId, date, toDate, from, to, reason: note } = said;
      return note === ''
        ? { text: turn.t.visits.change.reasonError }
        : change(turn, parts, said, { kind: 'move', siteId, date, toDate, from, to, note });
    },
  ),
  'visit.restore': reading(one, async (turn, parts, said) => {
    const { siteId, date } = said;
    return change(turn, parts, said, { kind: 'restore', siteId, date });
  }),
};

/** Reads what the button carries, about a visit of a campus for which this person acts now or on that day. */
function reading<T extends One>(
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  handle: (turn: Turn, parts: BotParts, said: T) => Promise<ClickAnswer>,
): Handler {
  return async (turn, parts, data) => {
    const said = schema.safeParse(data);
    if (!said.success) return { text: turn.t.chat.unreadable };
    const { siteId, date } = said.data;
    const site = parts.directory.current().site(siteId);
    const isTheirs =
      site !== undefined &&
      parts.worklistDesk.mayHandle(turn.person.id, { campusId: site.campusId, date }, turn.now);
    if (!isTheirs) return { text: refusedWords(turn) };
    // Which list it was opened from is the client's word.
    const { campusId } = site;
    const of = maySee(turn, parts, said.data) ? {} : { campusId, schoolId: '' };
    return handle(turn, parts, { ...said.data, ...of });
  };
}

function refusedWords({ t }: Turn): string {
  return t.visits.worklist.refusal({ code: 'not-allowed' });
}

/** Whether the person acts for the campus, or for one of the school's, or for the city. */
export function maySee(turn: Turn, parts: BotParts, { campusId, schoolId }: VisitScope): boolean {
  const directory = parts.directory.current();
  const date = directory.dayOf(turn.now);
  const campusIds = schoolId === '' ? [campusId] : directory.sitesOf(schoolId).map((site) => site.campusId);
  return campusIds.some(
    (id) =>
      directory.campus(id) !== undefined &&
      parts.worklistDesk.mayHandle(turn.person.id, { campusId: id, date }, turn.now),
  );
}

/**
 * Changes the rota, then the list of that day, from which the school's contacts are told. Tickets follow the rota by
 * themselves. Pressed again after a crash between both it goes on where it stopped, and else it changes nothing.
 */
async function change(turn: Turn, parts: BotParts, of: VisitScope, wanted: RotaChange): Promise<ClickAnswer> {
  const { rota, worklistDesk } = parts;
  await rota.refresh();
  // One that was cancelled or moved away before is still known by its first date.
  const before = visitAt(parts, wanted) ?? rota.byRules(wanted.siteId, wanted.date);
  if (await isSettled(parts, wanted)) return { text: turn.t.visits.worklist.refusal({ code: 'settled' }) };
  const firstDate = before?.exception?.movedFrom ?? wanted.date;
  const changer = { by: turn.person.id, at: turn.now, refusesClashes: true };
  const decision = await rota.change(wanted, changer);
  if (decision.kind === 'refused')
    return { text: turn.t.visits.change.refusal(decision.because, longestNote) };
  if (decision.kind === 'clash') return { text: clashWords(decision, turn, parts) };
  const { content, version } = rota.current();
  const took = exceptionThatTook(content, wanted.siteId, firstDate);
  const after = afterwards(turn, parts, wanted, firstDate);
  const told = decision.kind === 'unchanged' && !before ? null : whatIsTold(wanted, before, after);
  const id = `visit:${wanted.kind}:${wanted.siteId}:${wanted.date}:${took?.at ?? version}`.slice(0, 250);
  const by = { id: turn.person.id, name: turn.person.name };
  if (told) await worklistDesk.tellChange(told, { id, by }, turn.now);
  const result = [doneWords(wanted, before, after, turn, parts), ...warningWords(decision, turn)];
  return { card: visitListMessage(turn, parts, of, result).card ?? {} };
}

function visitAt({ rota }: BotParts, { siteId, date }: VisitPlace): Visit | undefined {
  return rota.current().visitsOn([siteId], date)[0];
}

/** What takes place instead: at the new date, or at the first one by the rules. */
function afterwards(
  { now }: Turn,
  parts: BotParts,
  wanted: RotaChange,
  firstDate: string,
): Visit | undefined {
  const { siteId } = wanted;
  if (wanted.kind === 'move') return visitAt(parts, { siteId, date: wanted.toDate });
  const first = wanted.kind === 'restore' ? visitAt(parts, { siteId, date: firstDate }) : undefined;
  return first && first.to > now ? first : undefined;
}

/** On which list it stands, and what the contacts read. Null where nobody was to come, nor does anybody now. */
function whatIsTold(
  wanted: RotaChange,
  before: Visit | undefined,
  after: Visit | undefined,
): VisitChange | null {
  const reason = wanted.kind === 'restore' ? '' : wanted.note;
  if (!before) return after ? { visit: after, state: 'planned', movedTo: null, reason } : null;
  if (after?.date === before.date) {
    const isBack = wanted.kind === 'restore' && after.from === before.from && after.to === before.to;
    return { visit: after, state: 'planned', movedTo: isBack ? null : plannedVisit(after), reason };
  }
  return { visit: before, state: 'off', movedTo: after ? plannedVisit(after) : null, reason };
}

/** What was done or missed is not changed any more. */
async function isSettled(parts: BotParts, { siteId, date }: VisitPlace): Promise<boolean> {
  const site = parts.directory.current().site(siteId);
  const worklist = site ? await parts.worklistDesk.find(worklistId(site.campusId, date)) : null;
  const state = worklist?.sites.find((each) => each.siteId === siteId)?.state;
  return state === 'done' || state === 'missed';
}

function placeWords(siteId: string, { directory }: BotParts): string {
  const { school, site } = placeOf(siteId, directory.current());
  return plainLine(site === null ? school : `${school}, ${site}`);
}

function doneWords(
  wanted: RotaChange,
  before: Visit | undefined,
  after: Visit | undefined,
  { t, now }: Turn,
  parts: BotParts,
): string {
  const { change: w } = t.visits;
  const place = placeWords(wanted.siteId, parts);
  const { timeZone } = parts.rules.calendar;
  const window = (visit: Visit | undefined): string =>
    visit ? windowWords(visit, { now, timeZone }, t) : '';
  if (wanted.kind === 'restore') return w.doneRestored(place);
  return wanted.kind === 'cancel'
    ? w.doneCancelled(place, window(before))
    : w.doneMoved(place, window(after));
}

function clashWords(
  { fault }: Extract<RotaDecision, { readonly kind: 'clash' }>,
  { t }: Turn,
  parts: BotParts,
): string {
  const { change: w } = t.visits;
  const place = placeWords(fault.otherSiteId, parts);
  return fault.code === 'overlap' ? w.overlap(place) : w.noTimeToTravel(place, fault.neededWallMinutes);
}

function warningWords(decision: RotaDecision, { t }: Turn): readonly string[] {
  const isOutside =
    decision.kind === 'changed' && decision.warnings.some(({ code }) => code === 'outside-hours');
  return isOutside ? [t.visits.change.outsideHours] : [];
}
