import { addDays, dateOf, isoOf, type Instant } from '../sla/index.js';
import { checkExceptions, isPlanned } from './exception-check.js';
import {
  arrivalOf,
  earlierIn,
  exceptionThatTook,
  isRotaDate,
  longestNote,
  mostEarlier,
  tidyNote,
  type RotaContent,
  type RotaException,
} from './rota-content.js';
import type { RotaGrounds } from './rota-grounds.js';
import type { RotaFault } from './rota-problem.js';
import { buildRota } from './rota.js';
import { timeOf, wallClockIn } from './wall-clock.js';

/** What somebody decides about one visit of a site. Dates are YYYY-MM-DD, times HH:MM. */
export type RotaChange = { readonly siteId: string; readonly date: string } & (
  | { readonly kind: 'cancel'; readonly note: string }
  /** Also a visit that a holiday keeps from taking place, and one that was moved before. */
  | {
      readonly kind: 'move';
      readonly toDate: string;
      readonly from: string;
      readonly to: string;
      readonly note: string;
    }
  | { readonly kind: 'add'; readonly from: string; readonly to: string; readonly note: string }
  /** Takes back what was decided about this date: the rules count again. */
  | { readonly kind: 'restore' }
);

/** Who decides, and when. */
export interface RotaChanger {
  readonly by: string;
  readonly at: Instant;
  /** Whether a visit for which nobody could be there in time is refused; else it is only told. */
  readonly refusesClashes?: boolean;
}

export type RotaRefusal =
  /** Nobody was to come on that date. */
  | 'no-visit'
  /** The visit of that date was moved to another one: that is to be changed, or taken back. */
  | 'moved-away'
  /** Somebody comes to the site on that date already. */
  | 'visited-already'
  /** There is no service on that date. */
  | 'no-service'
  /** The end does not lie after the beginning, or a date or a time is none. */
  | 'wrong-times'
  /** That time has passed. */
  | 'over'
  | 'note-too-long'
  | 'unknown-site'
  | 'nothing-to-restore';

export type RotaDecision =
  /** `warnings` are for whoever decided: it counts all the same. */
  | { readonly kind: 'changed'; readonly content: RotaContent; readonly warnings: readonly RotaFault[] }
  /** It was decided so before. */
  | { readonly kind: 'unchanged' }
  /** One person would have to be at two sites, or has no time to get there. Nothing was changed. */
  | { readonly kind: 'clash'; readonly fault: ClashFault }
  | { readonly kind: 'refused'; readonly because: RotaRefusal };

export type ClashFault = Extract<RotaFault, { readonly code: 'overlap' | 'no-time-to-travel' }>;

/** Exceptions of days that lie further back are dropped at the next change; nobody asks for them any more. */
const daysKept = 400;

/** Decides on a change of the rota as it is now. Pure; what the change leads to is checked afterwards and only told. */
export function decideRotaChange(
  content: RotaContent,
  change: RotaChange,
  changer: RotaChanger,
  grounds: RotaGrounds,
): RotaDecision {
  if (!grounds.directory.site(change.siteId)) return refused('unknown-site');
  const known = exceptionAbout(content, change.siteId, change.date) ?? takenBefore(content, change);
  const made = exceptionFor(change, known, content, changer);
  if (made && known && isSame(made, known)) return { kind: 'unchanged' };
  const wrong = refusalOf(change, known, content, grounds) ?? lateness(change, content, changer, grounds);
  if (wrong !== null) return refused(wrong);
  const others = content.exceptions.filter(
    (other) => other !== known && !(made && isAbout(other, made.siteId, made.date)),
  );
  const kept = others.filter((exception) => isRecent(exception, grounds.today));
  const changed = { ...content, exceptions: made ? [...kept, made] : kept };
  const warnings = made ? warningsOf(changed, grounds) : [];
  const clash = changer.refusesClashes === true ? warnings.find(isClash) : undefined;
  return clash ? { kind: 'clash', fault: clash } : { kind: 'changed', content: changed, warnings };
}

function isClash(fault: RotaFault): fault is ClashFault {
  return fault.code === 'overlap' || fault.code === 'no-time-to-travel';
}

/** What is over cannot be cancelled, nor can a visit come to a time that has passed. */
function lateness(
  change: RotaChange,
  content: RotaContent,
  { at }: RotaChanger,
  { directory, rules }: RotaGrounds,
): RotaRefusal | null {
  if (change.kind === 'restore') return null;
  if (tidyNote(change.note).length > longestNote) return 'note-too-long';
  const { day, minute } = wallClockIn(rules.calendar.timeZone)(at);
  const nowThere = `${dateOf(day)} ${timeOf(minute)}`;
  if (change.kind !== 'add') {
    const [visit] = buildRota({ revision: 0, content }, directory, rules).visitsOn(
      [change.siteId],
      change.date,
    );
    if (visit ? visit.to <= at : `${change.date} 23:59` < nowThere) return 'over';
  }
  if (change.kind === 'cancel') return null;
  const target = change.kind === 'move' ? change.toDate : change.date;
  return `${target} ${change.from}` <= nowThere ? 'over' : null;
}

function refused(because: RotaRefusal): RotaDecision {
  return { kind: 'refused', because };
}

function refusalOf(
  change: RotaChange,
  known: RotaException | undefined,
  content: RotaContent,
  grounds: RotaGrounds,
): RotaRefusal | null {
  const { siteId, date } = change;
  if (!isRotaDate(date)) return change.kind === 'restore' && known ? null : 'wrong-times';
  if (change.kind === 'restore') return known ? null : 'nothing-to-restore';
  if (known && arrivalOf(known) && arrivalOf(known)?.date !== date) return 'moved-away';
  if (change.kind !== 'add' && !known && !isPlanned(content, siteId, date)) return 'no-visit';
  if (change.kind === 'cancel') return null;
  const target = change.kind === 'move' ? change.toDate : date;
  if (!isRotaDate(target) || !isTime(change.from) || !isTime(change.to) || change.from >= change.to)
    return 'wrong-times';
  if (!hasService(siteId, target, grounds)) return 'no-service';
  const isOwn = change.kind === 'move' ? target === date : known?.kind === 'extra';
  return isOwn ? null : refusalOfTarget(siteId, target, content, grounds);
}

/** Why no further visit can come to a date. */
function refusalOfTarget(
  siteId: string,
  target: string,
  content: RotaContent,
  { directory, rules }: RotaGrounds,
): RotaRefusal | null {
  const rota = buildRota({ revision: 0, content }, directory, rules);
  if (rota.visitsOn([siteId], target).length > 0) return 'visited-already';
  const left = content.exceptions.find((exception) => isAbout(exception, siteId, target));
  return left?.kind === 'moved' ? 'moved-away' : null;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether a visit could take place then: asked of a rota that has nothing but it. */
function hasService(siteId: string, date: string, { directory, rules }: RotaGrounds): boolean {
  const extra = { kind: 'extra', siteId, date, from: '00:00', to: '23:59', note: '' } as const;
  const exceptions = [{ ...extra, enteredBy: null, at: '' }];
  const only = buildRota(
    { revision: 0, content: { travelMinutes: 0, rules: [], exceptions } },
    directory,
    rules,
  );
  return only.visitsOn([siteId], date).length > 0;
}

/** The exception by which a visit comes to this date, else the one by which it left it. */
function exceptionAbout(content: RotaContent, siteId: string, date: string): RotaException | undefined {
  const ofSite = content.exceptions.filter((exception) => exception.siteId === siteId);
  return (
    ofSite.find((exception) => arrivalOf(exception)?.date === date) ??
    ofSite.find((exception) => exception.date === date)
  );
}

/** The exception that took a visit away from a date to which it had been moved; a further visit has nothing to do with it. */
function takenBefore(content: RotaContent, { kind, siteId, date }: RotaChange): RotaException | undefined {
  if (kind === 'add' || !isRotaDate(date) || isPlanned(content, siteId, date)) return undefined;
  return exceptionThatTook(content, siteId, date);
}

function isAbout(exception: RotaException, siteId: string, date: string): boolean {
  return exception.siteId === siteId && exception.date === date;
}

/** What stands in the rota afterwards in place of the known exception; null where nothing does. */
function exceptionFor(
  change: RotaChange,
  known: RotaException | undefined,
  content: RotaContent,
  { by, at }: RotaChanger,
): RotaException | null {
  const { siteId } = change;
  // A visit that was moved here is still the one of its first date.
  const origin = { siteId, date: known?.date ?? change.date, enteredBy: by, at: isoOf(at) };
  const before = earlierOf(change, known);
  // An extra visit may stand in for one of the rules, which must not come back when it goes.
  const isOnlyExtra = known?.kind === 'extra' && !isPlanned(content, siteId, known.date);
  switch (change.kind) {
    case 'restore':
      return null;
    case 'cancel':
      return isOnlyExtra ? null : { ...origin, kind: 'cancelled', note: tidyNote(change.note), ...before };
    case 'add': {
      const { from, to } = change;
      return { ...origin, date: change.date, kind: 'extra', from, to, note: tidyNote(change.note) };
    }
    case 'move': {
      const { toDate, from, to } = change;
      const note = tidyNote(change.note);
      return isOnlyExtra
        ? { ...origin, date: toDate, kind: 'extra', from, to, note, ...before }
        : { ...origin, kind: 'moved', toDate, from, to, note, ...before };
    }
  }
}

/** What waits for the visit at one of its dates finds it by them. */
function earlierOf(change: RotaChange, known: RotaException | undefined): Pick<RotaException, 'earlier'> {
  const arrival = known && arrivalOf(known);
  if (!known || !arrival) return known?.earlier ? { earlier: known.earlier } : {};
  const target = change.kind === 'move' ? change.toDate : null;
  const origin = known.kind === 'extra' ? null : known.date;
  const dates = [...new Set([...(known.earlier ?? []), arrival.date])];
  const earlier = dates.filter((date) => date !== target && date !== origin).slice(-mostEarlier);
  return earlierIn(earlier);
}

/** Whether both say the same, whoever said it. */
function isSame(one: RotaException, other: RotaException): boolean {
  const said = (exception: RotaException): string =>
    JSON.stringify([exception.kind, exception.date, arrivalOf(exception), exception.note]);
  return said(one) === said(other);
}

function isRecent(exception: RotaException, today: string): boolean {
  const last = [exception.date, arrivalOf(exception)?.date ?? ''].sort().at(-1) ?? '';
  return last >= addDays(today, -daysKept);
}

/** What the newest exception leads to. */
function warningsOf(content: RotaContent, grounds: RotaGrounds): readonly RotaFault[] {
  const rota = buildRota({ revision: 0, content }, grounds.directory, grounds.rules);
  const newest = content.exceptions.length - 1;
  return checkExceptions(content, grounds, rota).filter(({ place }) => place?.index === newest);
}
