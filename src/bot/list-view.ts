import { listCard, listPageLength, type Card, type FilterChoices, type ListTarget } from '../cards/index.js';
import type { Directory } from '../campus/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import type { Unreadable } from '../store/index.js';
import {
  channelView,
  contactView,
  findTickets,
  listedParties,
  mayRead,
  mostCounted,
  partyKey,
  reachOf,
  readTicketList,
  requesterView,
  type ListFilter,
  type Ticket,
  type TicketFacts,
  type TicketList,
} from '../tickets/index.js';
import { bulkChoices } from './bulk-choices.js';
import type { BotParts } from './parts.js';
import { surroundingsOf } from './surroundings.js';
import type { Turn } from './turn.js';

type ListMessage = OutgoingMessage & { readonly card: Card };

/**
 * A page of a list, or what a search finds, for whoever asks now. Null where this person may not see such a list.
 * @param party where others read the answer, too, whom what is found has to concern: `campus-<id>` or `provider`
 */
export async function listMessage(
  turn: Turn,
  parts: BotParts,
  target: ListTarget,
  party: string | null = null,
): Promise<ListMessage | null> {
  const list =
    'filter' in target ? await pageOf(turn, parts, target) : await found(turn, parts, target.search, party);
  if (list === null) return null;
  const { t, now, language } = turn;
  const title = 'filter' in target ? titleOf(target.filter, turn, parts) : t.lists.found(target.search);
  const card = listCard(
    {
      target,
      title,
      tickets: list.tickets.map((ticket) => factsOf(ticket, turn, parts)),
      total: list.total,
      next: list.next,
      choices: 'filter' in target ? choicesFor(target.filter, turn, parts) : null,
      bulk: bulkChoices(turn, parts),
      now,
      timeZone: parts.rules.calendar.timeZone,
    },
    language,
  );
  const count = list.total < mostCounted ? t.lists.count(list.total) : t.lists.moreThan(mostCounted - 1);
  return { summary: t.lists.summary(title, count), card };
}

/** Whether this person answers for tickets at all, so that there are lists to show. */
export function mayList({ person, now }: Turn, parts: BotParts): boolean {
  const { city, campusIds, parties } = reachOf(person.id, 'list', parts.directory.current(), now);
  return city || campusIds.length > 0 || parties.length > 0;
}

async function pageOf(
  { person, now }: Turn,
  { tickets, directory, log }: BotParts,
  { filter, pages }: Extract<ListTarget, { readonly filter: ListFilter }>,
): Promise<TicketList | null> {
  const asked = { filter, after: pages.at(-1) ?? null, length: listPageLength };
  const onUnreadable = ({ id, reason }: Unreadable): void => {
    log.warn({ ticketId: id, reason }, 'a ticket is missing from a list, because it cannot be read');
  };
  return readTicketList({ tickets, directory: directory.current(), now, onUnreadable }, person.id, asked);
}

async function found(
  { person, now }: Turn,
  { tickets, directory }: BotParts,
  typed: string,
  party: string | null,
): Promise<TicketList | null> {
  const city = directory.current();
  if (!city.isStaff(person.id)) return null;
  const limit = party === null ? listPageLength : mostLookedThrough;
  const all = await findTickets({ tickets, directory: city, now }, { typed, readerId: person.id, limit });
  const hits = all
    .filter((ticket) => party === null || concerns(ticket, party, city))
    .slice(0, listPageLength);
  return { tickets: hits, total: hits.length, next: null };
}

/** Where only a part of what is found may be shown. */
const mostLookedThrough = 100;

/** Whether a team has a ticket, or comes by at its school. */
function concerns({ handledBy, report }: Ticket, party: string, directory: Directory): boolean {
  const site = report.siteId === null ? undefined : directory.site(report.siteId);
  const isTheirs = handledBy !== null && partyKey(handledBy) === party;
  return isTheirs || (site !== undefined && partyKey({ party: 'campus', campusId: site.campusId }) === party);
}

/** One line of a list shows no more than its reader may know. */
function factsOf(ticket: Ticket, turn: Turn, parts: BotParts): TicketFacts {
  const surroundings = surroundingsOf(turn, parts);
  switch (mayRead(turn.person.id, ticket, surroundings.directory, turn.now)) {
    case 'staff':
      return channelView(ticket, surroundings);
    case 'requester':
      return requesterView(ticket, surroundings);
    default:
      return contactView(ticket, surroundings);
  }
}

/** What is listed, and whose it is. Not made safe for a card yet. */
function titleOf(filter: ListFilter, turn: Turn, parts: BotParts): string {
  const { lists, cards } = turn.t;
  const directory = parts.directory.current();
  const { mine, party, schoolId, state, overdue } = filter;
  const about = kindWords(filter, turn);
  const isLate = overdue && state !== 'resolved';
  const what = isLate ? lists.titles.overdue : lists.titles[state ?? 'open'];
  const school = schoolId === null ? [] : [directory.school(schoolId)?.name ?? schoolId];
  const whose = mine
    ? [lists.of(turn.person.name)]
    : party !== null
      ? [partyName(party, turn, directory)]
      : schoolId === null
        ? answeredFor(turn, parts)
        : [];
  const also = isLate && state !== null ? [lists.states[state]] : [];
  return cards.lines.list([what, ...also, ...about, ...whose, ...school]);
}

function kindWords({ category, priority }: ListFilter, { t }: Turn): readonly string[] {
  const { vocabulary, filters } = t;
  const urgency = priority === 'urgent' ? filters.urgent : priority && vocabulary.priorities[priority];
  return [...(category ? [vocabulary.categories[category]] : []), ...(urgency ? [urgency] : [])];
}

/** For whom the reader answers: the city, or the teams. */
function answeredFor(turn: Turn, parts: BotParts): readonly string[] {
  const directory = parts.directory.current();
  const parties = listedParties(turn.person.id, { directory, now: turn.now });
  if (parties === null) return [turn.t.lists.city];
  return parties.map((party) => partyName(party, turn, directory));
}

function choicesFor(filter: ListFilter, turn: Turn, parts: BotParts): FilterChoices | null {
  if (!mayList(turn, parts)) return null;
  const directory = parts.directory.current();
  const mine = listedParties(turn.person.id, { directory, now: turn.now });
  const keys = mine ?? [
    ...directory.campuses.map(({ id }) => `campus-${id}`),
    'helpdesk',
    ...(directory.provider ? ['provider'] : []),
  ];
  const { schoolId } = filter;
  return {
    parties: keys.map((key) => ({ key, name: partyName(key, turn, directory) })),
    school: schoolId === null ? '' : (directory.school(schoolId)?.name ?? ''),
  };
}

function partyName(party: string, { t }: Turn, directory: Directory): string {
  if (party === 'helpdesk') return t.cards.lines.helpdesk;
  if (party === 'provider') return directory.provider?.name ?? party;
  const campusId = party.slice('campus-'.length);
  return directory.campus(campusId)?.name ?? campusId;
}
