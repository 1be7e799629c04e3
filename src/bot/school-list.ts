import { schoolListCard, ticketListLength, type Card } from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import type { Condition } from '../store/index.js';
import { contactView, mayRead, pageAfter, reachOf } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { surroundingsOf } from './surroundings.js';
import { words, type Turn } from './turn.js';

/**
 * Shows a contact what is open at their schools, what is promised soonest first.
 * @returns false for anybody else, who may mean something else by these words
 */
export async function listSchoolTickets(turn: Turn, parts: BotParts): Promise<boolean> {
  const message = await schoolPage(turn, parts, []);
  if (message === null) return false;
  await turn.reply(message);
  return true;
}

/**
 * A page of that list, or words where nothing is open; null for whoever is no contact.
 * @param pages where each page after the first one begins, as the store named it
 */
export async function schoolPage(
  turn: Turn,
  parts: BotParts,
  pages: readonly string[],
): Promise<OutgoingMessage | (OutgoingMessage & { readonly card: Card }) | null> {
  const { person, t, language, now } = turn;
  const city = parts.directory.current();
  const { schoolIds } = reachOf(person.id, 'list', city, now);
  if (schoolIds.length === 0) return null;
  const where: readonly Condition[] = [{ field: 'open.schoolId', in: schoolIds }];
  const orderBy = { field: 'open.dueAt', direction: 'asc' } as const;
  const page = await pageAfter(
    parts.tickets,
    { where, orderBy, limit: ticketListLength },
    pages.at(-1) ?? null,
  );
  if (page.items.length === 0) return words(t.school.nothingOpen);
  const surroundings = surroundingsOf(turn, parts);
  const views = page.items
    .map(({ document }) => document)
    .filter((ticket) => mayRead(person.id, ticket, city, now) !== null)
    .map((ticket) => contactView(ticket, surroundings));
  const shown = { verb: 'school.page', pages, next: page.continuation ?? null } as const;
  return { summary: t.school.listSummary, card: schoolListCard(views, shown, language) };
}
