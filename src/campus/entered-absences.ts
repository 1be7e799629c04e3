import { addDays, isDate, isoOf } from '../sla/index.js';
import type { Instant } from '../sla/index.js';
import type { Absence, Directory } from './directory.js';
import { pinnedId } from './pins.js';
import type { Pins } from './pins.js';

/** An absence as it was entered. */
export interface EnteredAbsence {
  /** Short, and never given twice. */
  readonly id: string;
  readonly personId: string;
  /** First and last day, YYYY-MM-DD in the organisation's time zone. */
  readonly from: string;
  readonly to: string;
  readonly deputyId: string | null;
  /** Null where it was entered at the command line. */
  readonly enteredBy: string | null;
  /** ISO instant. */
  readonly at: string;
}

export type AbsenceRequest = Omit<EnteredAbsence, 'id' | 'at'>;

export interface AbsenceEnd {
  readonly id: string;
  /** The last day away; null, or a day before the first, takes the whole absence back. */
  readonly lastDay: string | null;
  /** Null at the command line. */
  readonly by: string | null;
}

export type AbsenceRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-person' }
  | { readonly code: 'no-such-day' }
  | { readonly code: 'ends-before-it-begins' }
  /** Its last day is over. */
  | { readonly code: 'in-the-past' }
  /** The person is known to be away on some of these days. */
  | { readonly code: 'overlaps'; readonly with: Absence }
  | { readonly code: 'unknown-deputy' }
  | { readonly code: 'own-deputy' }
  /** Only a contact of a school, to whom no campus can be left. */
  | { readonly code: 'deputy-not-staff' }
  | { readonly code: 'too-many' }
  | { readonly code: 'unknown-absence' }
  /** Only another absence makes one longer. */
  | { readonly code: 'not-shorter' };

/** What whoever enters it should know, and may leave so. */
export type AbsenceWarning =
  /** The deputy, named or the campus' own, is away from one day to another of that time. */
  | { readonly code: 'deputy-away'; readonly deputyId: string; readonly from: string; readonly to: string }
  /** The person manages a campus for which nobody stands in: the help desk will. */
  | { readonly code: 'no-deputy'; readonly campusId: string };

interface Refused {
  readonly kind: 'refused';
  readonly reason: AbsenceRefusal;
}

export type AbsenceEntering =
  | {
      readonly kind: 'entered';
      readonly absence: EnteredAbsence;
      readonly warnings: readonly AbsenceWarning[];
    }
  | Refused;

export type AbsenceEnding =
  /** What is left of it; null where it was taken back. */
  { readonly kind: 'ended'; readonly absence: EnteredAbsence | null } | Refused;

/** What was decided, and the entries to write; null where nothing is to be written. */
interface Decided<Outcome> {
  readonly outcome: Outcome;
  readonly entries: readonly EnteredAbsence[] | null;
}

/** So many fit the document many times over; nobody is away more often. */
const mostPerPerson = 100;

/** Longer than this nobody asks who was away. */
export const keptDays = 365;

/**
 * Whether somebody may enter or end a person's absence: the person, where that is one of the staff, dispatchers,
 * administrators. Nobody stands in for a school's contact.
 */
export function mayEnterAbsence(directory: Directory, by: string, personId: string): boolean {
  const self = directory.person(by);
  const isOwn = self !== undefined && self === directory.person(personId);
  return (isOwn && directory.isStaff(by)) || directory.isDispatcher(by) || directory.isAdministrator(by);
}

/** Decides on a new absence. The same one entered again is there already, and no fault. */
export function enterAbsence(
  request: AbsenceRequest,
  id: string,
  entries: readonly EnteredAbsence[],
  directory: Directory,
  now: Instant,
): Decided<AbsenceEntering> {
  const today = directory.dayOf(now);
  const absence = entryOf(request, id, directory, now);
  const there = entries.find((entry) => isSame(entry, absence));
  const reason = refusalOf(absence, entries, directory, today);
  if (reason !== null && !(there && reason.code === 'overlaps')) return refused(reason);
  const outcome: AbsenceEntering = {
    kind: 'entered',
    absence: there ?? absence,
    warnings: warningsFor(absence, directory),
  };
  return { outcome, entries: there ? null : [...kept(entries, today), absence] };
}

/** Decides on an absence that ends earlier than it was entered, or is taken back. */
export function endAbsence(
  { id, lastDay, by }: AbsenceEnd,
  entries: readonly EnteredAbsence[],
  directory: Directory,
  now: Instant,
): Decided<AbsenceEnding> {
  const entry = entries.find((each) => each.id === id);
  if (!entry) return refused({ code: 'unknown-absence' });
  if (by !== null && !mayEnterAbsence(directory, by, entry.personId)) return refused({ code: 'not-allowed' });
  if (lastDay !== null && !isDate(lastDay)) return refused({ code: 'no-such-day' });
  if (lastDay !== null && lastDay > entry.to) return refused({ code: 'not-shorter' });
  if (lastDay === entry.to) return { outcome: { kind: 'ended', absence: entry }, entries: null };
  const left = lastDay === null || lastDay < entry.from ? null : { ...entry, to: lastDay };
  const others = entries.filter((each) => each !== entry);
  return {
    outcome: { kind: 'ended', absence: left },
    entries: kept(left ? [...others, left] : others, directory.dayOf(now)),
  };
}

/** The entries under the ids of today: people who were known by address only may have been seen since. */
export function withPins(entries: readonly EnteredAbsence[], pins: Pins): readonly EnteredAbsence[] {
  return entries.map((entry) => ({
    ...entry,
    personId: pinnedId(entry.personId, pins),
    deputyId: entry.deputyId === null ? null : pinnedId(entry.deputyId, pins),
  }));
}

function refused(reason: AbsenceRefusal): Decided<Refused> {
  return { outcome: { kind: 'refused', reason }, entries: null };
}

/** Ids as the directory writes them. */
function entryOf(request: AbsenceRequest, id: string, directory: Directory, now: Instant): EnteredAbsence {
  const known = (personId: string): string => directory.person(personId)?.id ?? personId;
  const { personId, deputyId } = request;
  return {
    ...request,
    id,
    personId: known(personId),
    deputyId: deputyId === null ? null : known(deputyId),
    at: isoOf(now),
  };
}

function isSame(one: EnteredAbsence, other: EnteredAbsence): boolean {
  return (
    one.personId === other.personId &&
    one.from === other.from &&
    one.to === other.to &&
    one.deputyId === other.deputyId
  );
}

function refusalOf(
  { personId, from, to, deputyId, enteredBy }: EnteredAbsence,
  entries: readonly EnteredAbsence[],
  directory: Directory,
  today: string,
): AbsenceRefusal | null {
  const person = directory.person(personId);
  if (enteredBy !== null && !mayEnterAbsence(directory, enteredBy, personId)) return { code: 'not-allowed' };
  if (!person) return { code: 'unknown-person' };
  if (!isDate(from) || !isDate(to)) return { code: 'no-such-day' };
  if (to < from) return { code: 'ends-before-it-begins' };
  if (to < today) return { code: 'in-the-past' };
  if (deputyId !== null && !directory.person(deputyId)) return { code: 'unknown-deputy' };
  if (deputyId === personId) return { code: 'own-deputy' };
  if (deputyId !== null && !directory.isStaff(deputyId)) return { code: 'deputy-not-staff' };
  const other = person.absences.find((absence) => absence.from <= to && from <= absence.to);
  if (other) return { code: 'overlaps', with: other };
  const own = kept(entries, today).filter((entry) => entry.personId === personId);
  return own.length >= mostPerPerson ? { code: 'too-many' } : null;
}

function warningsFor(
  { personId, from, to, deputyId }: EnteredAbsence,
  directory: Directory,
): AbsenceWarning[] {
  const managed = directory.campuses.filter(({ managerId }) => managerId === personId);
  const deputies = deputyId === null ? managed.map((campus) => campus.deputyId) : [deputyId];
  const unattended = deputyId === null ? managed.filter((campus) => campus.deputyId === null) : [];
  return [
    ...unattended.map(({ id }): AbsenceWarning => ({ code: 'no-deputy', campusId: id })),
    ...deputies.flatMap((id) => (id === null ? [] : awayWarnings(id, from, to, directory))),
  ];
}

function awayWarnings(deputyId: string, from: string, to: string, directory: Directory): AbsenceWarning[] {
  const absences = directory.person(deputyId)?.absences ?? [];
  return absences
    .filter((absence) => absence.from <= to && from <= absence.to)
    .map((absence) => ({
      code: 'deputy-away',
      deputyId,
      from: absence.from > from ? absence.from : from,
      to: absence.to < to ? absence.to : to,
    }));
}

function kept(entries: readonly EnteredAbsence[], today: string): readonly EnteredAbsence[] {
  const oldest = addDays(today, -keptDays);
  return entries.filter(({ to }) => to >= oldest);
}
