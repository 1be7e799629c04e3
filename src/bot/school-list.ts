import { schoolListCard } from '../cards/index.js';
import type { Condition } from '../store/index.js';
import { contactView, reachOf } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';

const shown = 10;
/** Beyond this nobody wants to know how many more there are. */
const mostCounted = 100;

/**
 * Shows a contact what is open at their schools, what is promised soonest first.
 * @returns false for anybody else, who may mean something else by these words
 */
export async function listSchoolTickets(turn: Turn, parts: BotParts): Promise<boolean> {
  const directory = parts.directory.current();
  const { schoolIds } = reachOf(turn.person.id, 'list', directory, turn.now);
  if (schoolIds.length === 0) return false;
  const where: readonly Condition[] = [{ field: 'open.schoolId', in: schoolIds }];
  const orderBy = { field: 'open.dueAt', direction: 'asc' } as const;
  const { items } = await parts.tickets.query({ where, orderBy, limit: shown });
  if (items.length === 0) {
    await turn.reply(words(turn.t.school.nothingOpen));
    return true;
  }
  const counted = items.length < shown ? items.length : await parts.tickets.count(where, mostCounted);
  const surroundings = { directory, now: turn.now, rules: parts.rules };
  const card = schoolListCard(
    items.map(({ document }) => contactView(document, surroundings)),
    counted < mostCounted ? counted - items.length : null,
    turn.language,
  );
  await turn.reply({ summary: turn.t.school.listSummary, card });
  return true;
}
