import { instantOf, millisecondsPerDay, type Instant } from '../sla/index.js';
import type { Report, Ticket } from './ticket.js';
import { isOpen, type Category, type Scope } from './vocabulary.js';

/** One's own report of the same thing counts for so many wall days (docs/rules.md, "What is known already"). */
const ownWallDays = 7;
/** A fault that somebody at the school reported is told to others for so many wall days. */
const knownWallDays = 3;
/** More lines nobody reads before pressing "send". */
const mostKnown = 3;
/** With less than this, the reading's other guesses count as well as its first. */
const sureOfCategory = 0.8;

/** What is known already of what a draft tells, each found among the open tickets. */
export interface KnownTickets {
  /** The same, reported by the same person; newest first counts. */
  readonly own: Ticket | null;
  /** The same device, reported by anybody at the school; null where `own` is that one. */
  readonly sameDevice: Ticket | null;
  /** Faults of the school that others reported, newest first; at most three. */
  readonly ofSchool: readonly Ticket[];
}

/** Whether two titles name the same thing; the language knows which words are things. */
export type NamesSameThing = (one: string, other: string) => boolean;

/** Finds what is known of a draft among tickets: its writer's own ones, and those of its school. */
export function knownTickets(
  draft: Ticket,
  others: readonly Ticket[],
  namesSameThing: NamesSameThing,
  now: Instant,
): KnownTickets {
  const { report, requester } = draft;
  const open = newestFirst(others.filter(({ id, state }) => id !== draft.id && isOpen(state)));
  const isOwn = (ticket: Ticket): boolean => ticket.requester.id === requester.id;
  const device = (ticket: Ticket): boolean => isOfSameDevice(report, ticket.report);
  const own = open.find(
    (ticket) =>
      isOwn(ticket) &&
      isWithin(ticket, ownWallDays, now) &&
      (device(ticket) || tellsTheSame(report, ticket.report, namesSameThing)),
  );
  const sameDevice = own ? undefined : open.find(device);
  const meant = new Set(categoriesMeant(draft));
  const ofSchool = open.filter(
    (ticket) =>
      !isOwn(ticket) &&
      ticket.id !== sameDevice?.id &&
      ticket.report.schoolId === report.schoolId &&
      meant.has(ticket.report.category) &&
      concernsOthers(ticket.report) &&
      isWithin(ticket, knownWallDays, now),
  );
  return { own: own ?? null, sameDevice: sameDevice ?? null, ofSchool: ofSchool.slice(0, mostKnown) };
}

/** More than these nobody chooses from. */
const mostLikely = 5;

/**
 * Open tickets of the same school that tell the same as this one, for the staff: the same device first, then the same
 * category in the same room or of the same thing, then others of the category; newest first among equals.
 */
export function likelyDuplicates(
  ticket: Ticket,
  others: readonly Ticket[],
  namesSameThing: NamesSameThing,
): readonly Ticket[] {
  const { report } = ticket;
  const likeness = (other: Ticket): number => {
    if (other.report.schoolId !== report.schoolId) return 0;
    if (isOfSameDevice(report, other.report)) return 3;
    if (tellsTheSame(report, other.report, namesSameThing)) return 2;
    return other.report.category === report.category ? 1 : 0;
  };
  const open = newestFirst(others).filter(({ id, state }) => id !== ticket.id && isOpen(state));
  return open
    .filter((other) => likeness(other) > 0)
    .toSorted((one, other) => likeness(other) - likeness(one))
    .slice(0, mostLikely);
}

/** The categories that a draft may be about: the chosen one, and the other guesses where the reading was unsure. */
export function categoriesMeant({ report, understood }: Ticket): readonly Category[] {
  const isUnsure =
    understood !== null && understood.confidence < sureOfCategory && understood.category === report.category;
  return isUnsure ? [...new Set([report.category, ...report.alternatives])] : [report.category];
}

/** Whether both name the same device at the same school, however the number is written. */
export function isOfSameDevice(one: Report, other: Report): boolean {
  const tag = foldedTag(one.deviceTag);
  return tag !== '' && tag === foldedTag(other.deviceTag) && one.schoolId === other.schoolId;
}

/** One category, and the same device or room; where these are not both said, the same thing in the title. */
function tellsTheSame(one: Report, other: Report, namesSameThing: NamesSameThing): boolean {
  if (one.category !== other.category) return false;
  if (one.schoolId !== null && other.schoolId !== null && one.schoolId !== other.schoolId) return false;
  const tags = [foldedTag(one.deviceTag), foldedTag(other.deviceTag)];
  if (!tags.includes('')) return tags[0] === tags[1];
  const rooms = [foldedRoom(one.room), foldedRoom(other.room)];
  if (!rooms.includes('')) return rooms[0] === rooms[1];
  return namesSameThing(one.title, other.title);
}

/** What many use. What only concerns one person may hold personal things, so that colleagues never read it. */
const shared: readonly Category[] = ['network', 'display', 'printer', 'computer'];
const wishes: readonly Category[] = ['app-request', 'loss', 'lending', 'workshop', 'smalltalk'];
const ofMany: readonly Scope[] = ['several', 'class', 'school'];

function concernsOthers({ category, scope }: Report): boolean {
  if (wishes.includes(category)) return false;
  return shared.includes(category) || (scope !== null && ofMany.includes(scope));
}

function isWithin({ submittedAt, createdAt }: Ticket, wallDays: number, now: Instant): boolean {
  return now - instantOf(submittedAt ?? createdAt) < wallDays * millisecondsPerDay;
}

function newestFirst(tickets: readonly Ticket[]): readonly Ticket[] {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return [...byId.values()].toSorted(
    (one, other) => other.createdAt.localeCompare(one.createdAt) || one.id.localeCompare(other.id),
  );
}

/** `inv-12 345` and `INV12345` are one number. */
function foldedTag(tag: string | null): string {
  return (tag ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** `Room 204`, `R. 204` and `204` are one room. */
function foldedRoom(room: string | null): string {
  const folded = (room ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return folded.replace(/^(?:raum|room|r)(?=\d)/u, '');
}
