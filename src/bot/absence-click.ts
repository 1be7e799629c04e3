import { z } from 'zod';
import { absenceCard, absenceLine, plainLine, type AbsenceView } from '../cards/index.js';
import type { AbsenceWarning, Directory, EnteredAbsence, Person } from '../campus/index.js';
import { addDays, isDate, startOfDay } from '../sla/index.js';
import { reachOf } from '../tickets/index.js';
import type { CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

/** So many stand on a page. */
const linesOnPage = 10;

const day = z.string().trim().refine(isDate);
const someone = z
  .string()
  .trim()
  .max(100)
  .nullish()
  .transform((value) => value || null);
const entering = z.object({ person: someone, from: day, to: day, deputy: someone });
const shortening = z.object({ absenceId: z.string().min(1).max(40), lastDay: day });
const paging = z.object({ page: z.coerce.number().int().min(1).max(1_000) });
const ending = shortening.omit({ lastDay: true });
const endingFile = z.object({
  personId: z.string().trim().min(1).max(200),
  from: day,
  to: day,
  deputyId: someone,
});

/** "Absence" in the chat or in a channel: who is away, and a form. False for whoever has nothing to do with that. */
export async function offerAbsences(turn: Turn, parts: BotParts): Promise<boolean> {
  if (!mayEnter(turn, parts.directory.current())) return false;
  await turn.reply({ summary: turn.t.absences.summary, card: cardNow(turn, parts, []) });
  return true;
}

/** A button of that card; null where the button is none of it. What is entered counts at once. */
export async function clickAbsence(
  turn: Turn,
  parts: BotParts,
  { verb, data }: CardClick,
): Promise<ClickAnswer | null> {
  const handle = entryOf(handlers, verb);
  if (!handle) return null;
  if (!mayEnter(turn, parts.directory.current())) return { text: turn.t.absences.notAllowed };
  return handle(turn, parts, data);
}

type Handler = (turn: Turn, parts: BotParts, data: CardClick['data']) => Promise<ClickAnswer>;

const enter: Handler = async (turn, parts, data) => {
  const said = entering.safeParse(data);
  if (!said.success) return { text: turn.t.absences.dayError };
  const { person, from, to, deputy } = said.data;
  const personId = person ?? turn.person.id;
  const request = { personId, from, to, deputyId: deputy, enteredBy: turn.person.id };
  const outcome = await parts.directory.enterAbsence(request, turn.now);
  if (outcome.kind === 'refused') return { text: turn.t.absences.refusal(outcome.reason) };
  parts.onAbsence();
  const { absence, warnings } = outcome;
  const directory = parts.directory.current();
  const visits = visitsMissed(absence, directory, parts);
  const result = [
    turn.t.absences.entered(lineOf(absence, turn, parts)),
    ...warnings.map((warning) => warningWords(warning, turn, parts)),
    ...(visits === 0 ? [] : [turn.t.absences.visits(visits)]),
  ];
  return { card: cardNow(turn, parts, result) };
};

const shorten: Handler = async (turn, parts, data) => {
  const said = shortening.safeParse(data);
  return said.success
    ? end(turn, parts, said.data.absenceId, said.data.lastDay)
    : { text: turn.t.absences.dayError };
};

/** From today on the person is back; what has not begun is taken back. */
const endNow: Handler = async (turn, parts, data) => {
  const said = ending.safeParse(data);
  if (!said.success) return { text: turn.t.chat.unreadable };
  const yesterday = addDays(parts.directory.current().dayOf(turn.now), -1);
  return end(turn, parts, said.data.absenceId, yesterday);
};

/** The same for an absence of the administrators' file, which says something else until it is changed. */
const endOfFile: Handler = async (turn, parts, data) => {
  const said = endingFile.safeParse(data);
  if (!said.success) return { text: turn.t.chat.unreadable };
  const outcome = await parts.directory.endFileAbsence({ ...said.data, by: turn.person.id }, turn.now);
  if (outcome.kind === 'refused') return { text: turn.t.absences.refusal(outcome.reason) };
  parts.onAbsence();
  return { card: cardNow(turn, parts, [turn.t.absences.ended]) };
};

const turnPage: Handler = async (turn, parts, data) => {
  const said = paging.safeParse(data);
  if (!said.success) return Promise.resolve({ text: turn.t.chat.unreadable });
  return Promise.resolve({ card: cardNow(turn, parts, [], said.data.page) });
};

const handlers: Readonly<Record<string, Handler>> = {
  'absence.page': turnPage,
  'absence.enter': enter,
  'absence.shorten': shorten,
  'absence.end': endNow,
  'absence.end-file': endOfFile,
};

async function end(turn: Turn, parts: BotParts, id: string, lastDay: string): Promise<ClickAnswer> {
  const { absences: w } = turn.t;
  const outcome = await parts.directory.endAbsence({ id, lastDay, by: turn.person.id }, turn.now);
  if (outcome.kind === 'refused') return { text: w.refusal(outcome.reason) };
  parts.onAbsence();
  const { absence } = outcome;
  const isOver = absence === null || absence.to < parts.directory.current().dayOf(turn.now);
  return { card: cardNow(turn, parts, [isOver ? w.ended : w.shortened(lineOf(absence, turn, parts))]) };
}

/** Managers and whoever else is away from their own work, and who arranges it for others; not a school's contact. */
function mayEnter({ person, now }: Turn, directory: Directory): boolean {
  return isForOthers(person.id, directory, now) || isForSelf(person.id, directory, now);
}

function isForSelf(personId: string, directory: Directory, now: Turn['now']): boolean {
  return reachOf(personId, 'enter-own-absence', directory, now).own;
}

function isForOthers(personId: string, directory: Directory, now: Turn['now']): boolean {
  return reachOf(personId, 'enter-absence-of-others', directory, now).city;
}

function cardNow(
  turn: Turn,
  parts: BotParts,
  result: readonly string[],
  wanted = 1,
): ReturnType<typeof absenceCard> {
  const directory = parts.directory.current();
  const forOthers = isForOthers(turn.person.id, directory, turn.now);
  const today = directory.dayOf(turn.now);
  const own = directory.person(turn.person.id);
  const others = forOthers ? directory.people.filter((person) => person !== own) : [];
  const lines = [...(own ? linesOf([own], today, directory) : []), ...linesOf(others, today, directory)];
  const pages = Math.max(1, Math.ceil(lines.length / linesOnPage));
  const page = Math.min(wanted, pages);
  const view: AbsenceView = {
    result,
    absences: lines.slice((page - 1) * linesOnPage, page * linesOnPage),
    page,
    pages,
    people: directory.people.filter(({ id }) => directory.isStaff(id)),
    self: own?.id ?? '',
    forOthers,
    today,
    now: turn.now,
    timeZone: parts.rules.calendar.timeZone,
  };
  return absenceCard(view, turn.language);
}

/** What is not over yet, what begins first before the rest. */
function linesOf(people: readonly Person[], today: string, directory: Directory): AbsenceView['absences'] {
  return people
    .flatMap((person) =>
      person.absences.map((absence) => ({ ...absence, personId: person.id, name: person.name })),
    )
    .filter(({ to }) => to >= today)
    .map(({ personId, name, from, to, deputyId, id }) => ({
      name,
      from,
      to,
      deputy: deputyId === null ? null : nameOf(deputyId, directory),
      id,
      inFile: id === null ? { personId, deputyId } : null,
    }))
    .toSorted((one, other) => one.from.localeCompare(other.from) || one.name.localeCompare(other.name));
}

function lineOf({ personId, from, to, deputyId }: EnteredAbsence, turn: Turn, parts: BotParts): string {
  const directory = parts.directory.current();
  const deputy = deputyId === null ? null : nameOf(deputyId, directory);
  const { timeZone } = parts.rules.calendar;
  return absenceLine(
    { name: nameOf(personId, directory), from, to, deputy },
    { now: turn.now, timeZone },
    turn.language,
  );
}

function warningWords(warning: AbsenceWarning, { t, now }: Turn, { directory, rules }: BotParts): string {
  const current = directory.current();
  const { timeZone } = rules.calendar;
  if (warning.code === 'no-deputy')
    return t.absences.noDeputy(plainLine(current.campus(warning.campusId)?.name ?? warning.campusId));
  const day = (date: string): string => t.times.date(startOfDay(date, timeZone), now, timeZone);
  const name = plainLine(nameOf(warning.deputyId, current));
  return t.absences.deputyAway(name, day(warning.from), day(warning.to));
}

/** Visits of the campuses that the person manages, from the first day to the last. */
function visitsMissed(
  { personId, from, to }: EnteredAbsence,
  directory: Directory,
  { rota, rules }: BotParts,
): number {
  const { timeZone } = rules.calendar;
  const current = rota.current();
  const managed = directory.campuses.filter(({ managerId }) => managerId === personId);
  const siteIds = managed.flatMap(({ id }) => current.siteIdsOf(id));
  const before = startOfDay(addDays(to, 1), timeZone);
  return current.visitsBetween(siteIds, startOfDay(from, timeZone), before).length;
}

function nameOf(personId: string, directory: Directory): string {
  return directory.person(personId)?.name ?? personId;
}
