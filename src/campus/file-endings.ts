import { addDays, isoOf } from '../sla/index.js';
import type { Instant } from '../sla/index.js';
import type { Absence, Directory } from './directory.js';
import { keptDays, mayEnterAbsence } from './entered-absences.js';
import type { AbsenceRefusal } from './entered-absences.js';
import type { PersonRecord } from './organisation.js';
import { personIdOf, personIdOfReference, pinnedId } from './pins.js';
import type { Pins } from './pins.js';

/** An absence exactly as the organisation file has it: with another day or deputy it is another one. */
export interface FileAbsence {
  readonly personId: string;
  /** First and last day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly deputyId: string | null;
}

/** Such an absence that is over earlier than the file says, as long as the file says the same. */
export interface FileEnding extends FileAbsence {
  /** The last day away; before the first one where the person was not away at all. */
  readonly lastDay: string;
  readonly endedBy: string;
  /** ISO instant. */
  readonly at: string;
}

export type FileAbsenceEnding =
  | { readonly kind: 'ended'; readonly ending: FileEnding }
  | { readonly kind: 'refused'; readonly reason: AbsenceRefusal };

/**
 * Decides that an absence of the file is over: from today on the person is back; what has not begun does not come. With
 * the endings to write; null where nothing is to be written.
 */
export function endFileAbsence(
  { by, ...asked }: FileAbsence & { readonly by: string },
  endings: readonly FileEnding[],
  directory: Directory,
  now: Instant,
): { readonly outcome: FileAbsenceEnding; readonly endings: readonly FileEnding[] | null } {
  const refused = (code: 'unknown-absence' | 'not-allowed' | 'in-the-past') =>
    ({ outcome: { kind: 'refused', reason: { code } }, endings: null }) as const;
  if (!mayEnterAbsence(directory, by, asked.personId)) return refused('not-allowed');
  const person = directory.person(asked.personId);
  const found = person?.absences.find((each) => each.source === 'file' && isSame(each, asked));
  if (!person || !found) return refused('unknown-absence');
  const today = directory.dayOf(now);
  if (found.to < today) return refused('in-the-past');
  const { from, to, deputyId } = found;
  const lastDay = addDays(today, -1);
  const ending = { personId: person.id, from, to, deputyId, lastDay, endedBy: by, at: isoOf(now) };
  const oldest = addDays(today, -keptDays);
  return {
    outcome: { kind: 'ended', ending },
    endings: [...endings.filter((each) => each.to >= oldest), ending],
  };
}

/** What is left of a person's absence of the file; null where nothing is. */
export function leftOf<T extends Pick<Absence, 'from' | 'to' | 'deputyId'>>(
  absence: T,
  endings: readonly FileEnding[],
): T | null {
  const ending = endings.find((each) => isSame(each, absence));
  if (!ending) return absence;
  return ending.lastDay < absence.from ? null : { ...absence, to: ending.lastDay };
}

/** Whether the file still says the same. */
export function isInFile(ending: FileAbsence, people: readonly PersonRecord[], pins: Pins): boolean {
  return people
    .filter((person) => personIdOf(person, pins) === ending.personId)
    .flatMap(({ absences }) => absences)
    .some(({ from, to, deputy }) =>
      isSame(ending, { from, to, deputyId: deputy === null ? null : personIdOfReference(deputy, pins) }),
    );
}

/** The endings under the ids of today, as for what is entered. */
export function pinnedEndings(endings: readonly FileEnding[], pins: Pins): readonly FileEnding[] {
  return endings.map((ending) => ({
    ...ending,
    personId: pinnedId(ending.personId, pins),
    deputyId: ending.deputyId === null ? null : pinnedId(ending.deputyId, pins),
  }));
}

function isSame(
  one: Pick<Absence, 'from' | 'to' | 'deputyId'>,
  other: Pick<Absence, 'from' | 'to' | 'deputyId'>,
): boolean {
  return one.from === other.from && one.to === other.to && one.deputyId === other.deputyId;
}
