import type { Directory } from '../campus/index.js';
import type { Instant } from '../sla/index.js';
import { find, type Collection, type Condition, type Query } from '../store/index.js';
import { reachOf } from './desk-rights.js';
import { mayRead } from './people.js';
import { foldedWords, oneWord } from './search-words.js';
import type { Ticket } from './ticket.js';
import { parseTicketId } from './ticket-id.js';
import { ticketStates } from './vocabulary.js';

export interface TicketSearchParts {
  readonly tickets: Collection<Ticket>;
  readonly directory: Directory;
  readonly now: Instant;
}

/** What somebody looks for, as it was typed so far: an id, words of a report, the name of a school, or a device. */
export interface TicketSearch {
  /** Nothing typed finds the newest. */
  readonly typed: string;
  /** By whom: nobody finds what they may not read. */
  readonly readerId: string;
  /** 1 to 100. */
  readonly limit: number;
  /** `device`: only where it names the device; everything unless told. */
  readonly of?: 'everything' | 'device';
}

/** More words narrow nothing down. */
const mostWords = 8;
const longestQuery = 200;
/** From here on words count as the name of a school; less finds schools for words that only look like one. */
const isSchoolName = 0.8;

/**
 * The tickets that fit, newest first, but the one whose id was typed before all others. Each word must stand in the ticket, the
 * last one at least begin a word of it, because people see results while they type. Drafts are never found.
 * Reads a few bounded pages: one for each way in which the reader may see tickets, twice where a school is named. What one
 * word finds costs what is shown, however much is stored, and however rare the word is in the part that the reader may see;
 * several words cost what the rarest of them has there.
 * @throws StoreError
 */
export async function findTickets(
  parts: TicketSearchParts,
  search: TicketSearch,
): Promise<readonly Ticket[]> {
  const typed = search.typed.slice(0, longestQuery).trim();
  const scopes = scopesOf(search.readerId, parts);
  const questions = typed === '' ? [isNoDraft] : meaningsOf(typed, search, parts.directory);
  const pages = questions.flatMap((question) =>
    scopes.map(async (scope) => pageOf(parts.tickets, [...question, ...scope], search.limit)),
  );
  const named = await byId(parts.tickets, typed);
  const found = (await Promise.all(pages)).flat().toSorted(newestFirst);
  const fits = (ticket: Ticket): boolean =>
    ticket.state !== 'draft' &&
    mayRead(search.readerId, ticket, parts.directory, parts.now) !== null &&
    (search.of !== 'device' || isOfDevice(ticket, typed));
  const unique = new Map([...named, ...found].filter(fits).map((ticket) => [ticket.id, ticket]));
  return [...unique.values()].slice(0, search.limit);
}

const isNoDraft: readonly Condition[] = [
  { field: 'state', in: ticketStates.filter((state) => state !== 'draft') },
];

/** What the words can mean: words of the report, or a school and words of the report. */
function meaningsOf(
  typed: string,
  { of }: TicketSearch,
  directory: Directory,
): readonly (readonly Condition[])[] {
  // A part of an id is one word.
  const words = /^[0-9a-z]{3}-[0-9a-z]{0,2}$/iu.test(typed)
    ? [typed.replace('-', '').toLowerCase()]
    : foldedWords(typed).slice(0, mostWords);
  if (words.length === 0) return [];
  const plain = wordConditions(words);
  if (of === 'device') return [plain, ...oneWord(typed).map((tag) => wordConditions([tag]))];
  const school = schoolIn(words, directory);
  if (!school) return [plain];
  const isOfSchool: Condition = { field: 'report.schoolId', equals: school.id };
  const rest = school.rest.length === 0 ? isNoDraft : wordConditions(school.rest);
  return [plain, [isOfSchool, ...rest]];
}

function wordConditions(words: readonly string[]): readonly Condition[] {
  const field = 'search';
  return words.map((word, index) =>
    index === words.length - 1 ? { field, startsWith: word } : { field, contains: word },
  );
}

/** The school that the first or the last words name, and what else was typed; null where they name none. */
function schoolIn(
  words: readonly string[],
  directory: Directory,
): { readonly id: string; readonly rest: readonly string[] } | null {
  for (let length = words.length; length > 0; length -= 1) {
    const ends = [
      { name: words.slice(0, length), rest: words.slice(length) },
      { name: words.slice(-length), rest: words.slice(0, -length) },
    ];
    for (const { name, rest } of ends) {
      const [best, next] = directory.searchSchools(name.join(' '), 2);
      const isClear = best !== undefined && best.score >= isSchoolName && best.score > (next?.score ?? 0);
      if (isClear) return { id: best.school.id, rest };
    }
  }
  return null;
}

/** The ways in which somebody may see tickets, each as conditions of a query; without conditions everything. */
function scopesOf(
  readerId: string,
  { directory, now }: TicketSearchParts,
): readonly (readonly Condition[])[] {
  const reach = reachOf(readerId, 'search', directory, now);
  if (reach.city) return [[]];
  const sites = reach.campusIds.length === 0 ? [] : sitesOf(reach.campusIds, directory);
  return [
    [{ field: 'requester.id', equals: readerId }],
    ...oneOf('report.schoolId', reach.schoolIds),
    ...oneOf('handledBy.campusId', reach.campusIds),
    ...oneOf('report.siteId', sites),
    ...oneOf('open.party', reach.parties),
    ...oneOf('handledBy.person.id', directory.isStaff(readerId) ? [readerId] : []),
  ];
}

/** So many values of a field, at most, are read each in its order. */
const mostValues = 32;

function oneOf(field: string, values: readonly string[]): readonly (readonly Condition[])[] {
  const [only] = values;
  if (only === undefined) return [];
  if (values.length === 1) return [[{ field, equals: only }]];
  const rest = oneOf(field, values.slice(mostValues));
  return [[{ field, in: values.slice(0, mostValues) }], ...rest];
}

function sitesOf(campuses: readonly string[], directory: Directory): readonly string[] {
  return directory.schools
    .flatMap(({ id }) => directory.sitesOf(id))
    .filter(({ campusId }) => campuses.includes(campusId))
    .map(({ id }) => id);
}

async function pageOf(
  tickets: Collection<Ticket>,
  where: Query['where'] & object,
  limit: number,
): Promise<readonly Ticket[]> {
  const page = await tickets.query({ where, orderBy: { field: 'createdAt', direction: 'desc' }, limit });
  return page.items.map(({ document }) => document);
}

async function byId(tickets: Collection<Ticket>, typed: string): Promise<readonly Ticket[]> {
  const id = parseTicketId(typed);
  const known = id === null ? null : await find(tickets, id);
  return known ? [known.document] : [];
}

function newestFirst(one: Ticket, other: Ticket): number {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

/** Tags are typed with and without hyphens and spaces. */
function isOfDevice({ report }: Ticket, typed: string): boolean {
  const [tag] = oneWord(report.deviceTag ?? '');
  const [asked = ''] = oneWord(typed);
  return tag?.includes(asked) ?? false;
}
