import { DirectoryBook } from '../campus/index.js';
import type {
  Absence,
  AbsenceRefusal,
  AbsenceWarning,
  Directory,
  FileEnding,
  Person,
} from '../campus/index.js';
import { systemClock } from '../clock.js';
import { withStore } from './open-store.js';
import { columns, CommandFailed } from './output.js';
import type { Output } from './output.js';

export interface AbsenceOptions {
  readonly deputy?: string;
  readonly json?: true;
}

/** What the command line says of days away: by whom, first day, last day. */
export interface AbsenceArguments {
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** Enters an absence, as an administrator may for everybody. @throws CommandFailed where it is refused */
export async function addAbsence(
  { person, from, to }: AbsenceArguments,
  options: AbsenceOptions,
  output: Output,
): Promise<void> {
  await withStore(async (store) => {
    const book = await DirectoryBook.open(store);
    const personId = idOf(book, person);
    const deputyId = options.deputy === undefined ? null : idOf(book, options.deputy);
    const request = { personId, from, to, deputyId, enteredBy: null };
    const entering = await book.enterAbsence(request, systemClock.now());
    const directory = book.current();
    if (entering.kind === 'refused') {
      if (options.json) output.result({ entered: false, refusal: entering.reason });
      throw new CommandFailed(sentenceFor(entering.reason));
    }
    const { absence, warnings } = entering;
    if (options.json) output.result({ entered: true, absence, warnings });
    output.tell(`Entered as ${absence.id}.`);
    for (const warning of warnings) output.tell(warningFor(warning, directory));
  });
}

/** Every absence that is not over, entered ones with the id by which they can be removed, and what of the file was ended early. */
export async function listAbsences(options: AbsenceOptions, output: Output): Promise<void> {
  const book = await withStore((store) => DirectoryBook.open(store));
  const directory = book.current();
  const today = directory.dayOf(systemClock.now());
  const rows = directory.people
    .flatMap((person) => person.absences.map((absence) => ({ person, absence })))
    .filter(({ absence }) => absence.to >= today)
    .sort((one, other) => (one.absence.from < other.absence.from ? -1 : 1));
  const ended = book.endings().filter(({ to }) => to >= today);
  if (options.json) {
    output.result([
      ...rows.map(({ person, absence }) => machineRow(person, absence)),
      ...ended.map(machineEnding),
    ]);
    return;
  }
  if (rows.length === 0) output.tell('Nobody is away.');
  const lines = columns([
    ...rows.map(({ person, absence }) => readableRow(person, absence, directory)),
    ...ended.map((ending) => readableEnding(ending, directory)),
  ]);
  for (const line of lines) output.tell(line);
}

/** Takes an entered absence back. @throws CommandFailed where there is none with this id */
export async function removeAbsence(id: string, options: AbsenceOptions, output: Output): Promise<void> {
  const end = { id, lastDay: null, by: null };
  const ending = await withStore(async (store) =>
    (await DirectoryBook.open(store)).endAbsence(end, systemClock.now()),
  );
  const removed = ending.kind === 'ended';
  if (options.json) output.result({ removed, ...(!removed && { refusal: ending.reason }) });
  if (!removed) throw new CommandFailed(sentenceFor(ending.reason));
  output.tell(`Removed ${id}.`);
}

/** @throws CommandFailed */
function idOf(book: DirectoryBook, reference: string): string {
  const person = book.personOf(reference);
  if (!person)
    throw new CommandFailed(`${reference} is not among the people: give an object id or an address`);
  return person.id;
}

function machineRow({ id, name }: Person, absence: Absence): object {
  return { person: { id, name }, ...absence };
}

function readableRow(person: Person, absence: Absence, directory: Directory): string[] {
  const { deputyId, from, to } = absence;
  const deputy = deputyId === null ? '' : `deputy ${nameOf(deputyId, directory)}`;
  return [absence.id ?? '(file)', person.name, `${from} to ${to}`, deputy];
}

function machineEnding({ personId, from, to, deputyId, lastDay, endedBy, at }: FileEnding): object {
  return { person: { id: personId }, from, to, deputyId, source: 'file', id: null, lastDay, endedBy, at };
}

function readableEnding({ personId, from, to, lastDay }: FileEnding, directory: Directory): string[] {
  return ['(file)', nameOf(personId, directory), `${from} to ${to}`, `ended early, last day ${lastDay}`];
}

function nameOf(personId: string, directory: Directory): string {
  return directory.person(personId)?.name ?? personId;
}

function sentenceFor(reason: AbsenceRefusal): string {
  switch (reason.code) {
    case 'not-allowed':
      return 'Only the person, dispatchers and administrators may do this.';
    case 'unknown-person':
      return 'The person is not among the people.';
    case 'no-such-day':
      return 'Days must exist and be written YYYY-MM-DD.';
    case 'ends-before-it-begins':
      return 'The absence ends before it begins.';
    case 'in-the-past':
      return 'The absence is over already.';
    case 'overlaps':
      return `The person is away from ${reason.with.from} to ${reason.with.to} already (${reason.with.id ?? 'organisation file'}).`;
    case 'unknown-deputy':
      return 'The deputy is not among the people.';
    case 'own-deputy':
      return 'Nobody can be the own deputy.';
    case 'deputy-not-staff':
      return "The deputy is only a school's contact and cannot stand in.";
    case 'too-many':
      return 'The person has too many absences.';
    case 'unknown-absence':
      return 'There is no entered absence with this id; those of the organisation file are changed there.';
    case 'not-shorter':
      return 'An absence can only be shortened; enter another one for the days after it.';
  }
}

function warningFor(warning: AbsenceWarning, directory: Directory): string {
  switch (warning.code) {
    case 'deputy-away':
      return `Note: the deputy ${nameOf(warning.deputyId, directory)} is away from ${warning.from} to ${warning.to}.`;
    case 'no-deputy':
      return `Note: nobody stands in for campus ${warning.campusId}; its tickets go to the help desk.`;
  }
}
