import { excerpt, plainLine, type ListTarget } from '../cards/index.js';
import type { School } from '../campus/index.js';
import { everyOpen, type ListFilter } from '../tickets/index.js';
import { listMessage } from './list-view.js';
import { readNarrowing } from './list-words.js';
import type { BotParts } from './parts.js';
import { schoolNamed } from './school-choice.js';
import { words, type Turn } from './turn.js';

/**
 * Shows a list, narrowed by the words that followed its command.
 * @returns false where these words say nothing of a list: "Open windows rattle" is a report
 */
export async function showList(
  turn: Turn,
  parts: BotParts,
  filter: ListFilter,
  argument: string,
): Promise<boolean> {
  const narrowing = readNarrowing(argument, parts);
  if (!narrowing) return false;
  if (filter.party !== null && isOther(narrowing.filter.party, filter.party)) return onlyItsOwn(turn);
  return showNarrowed(turn, parts, { ...filter, ...given(narrowing.filter) }, narrowing.schools);
}

/**
 * A message that begins so and names no school is no command: "School laptops do not start".
 * @param party of whom tickets are shown here; null where all are that the reader may see
 */
export async function showSchool(
  turn: Turn,
  parts: BotParts,
  argument: string,
  party: string | null,
): Promise<boolean> {
  const { lists } = turn.t;
  const narrowing = readNarrowing(argument, parts);
  if (narrowing && party !== null && isOther(narrowing.filter.party, party)) return onlyItsOwn(turn);
  const here = { ...everyOpen, party };
  if (narrowing && narrowing.schools.length > 0)
    return showNarrowed(turn, parts, { ...here, ...given(narrowing.filter) }, narrowing.schools);
  // A school may be named like a topic.
  const named = schoolNamed(argument, parts);
  if (named.kind === 'one') return showNarrowed(turn, parts, here, [named.school]);
  const isInChannel = turn.incoming.conversation.kind === 'channel';
  if (isInChannel) await turn.reply(words(lists.unknownSchool(plainLine(excerpt(argument, 60)))));
  return isInChannel;
}

/**
 * Answers with a list, or says that this person may not see it.
 * @param party whose channel it is, so that a search finds there what concerns them; null where it finds all
 */
export async function replyList(
  turn: Turn,
  parts: BotParts,
  target: ListTarget,
  party: string | null = null,
): Promise<true> {
  const message = await listMessage(turn, parts, target, party);
  await turn.reply(message ?? words(turn.t.lists.notAllowed));
  return true;
}

async function showNarrowed(
  turn: Turn,
  parts: BotParts,
  filter: ListFilter,
  schools: readonly School[],
): Promise<true> {
  const [school, another] = schools;
  if (another) {
    const names = schools.map(({ name }) => plainLine(name)).join(', ');
    await turn.reply(words(turn.t.lists.whichSchool(names)));
    return true;
  }
  return replyList(turn, parts, { filter: { ...filter, schoolId: school?.id ?? null }, pages: [] });
}

function isOther(named: string | null, party: string): boolean {
  return named !== null && named !== party;
}

/** Everybody in a channel reads the answer. */
async function onlyItsOwn(turn: Turn): Promise<true> {
  await turn.reply(words(turn.t.lists.onlyItsOwn));
  return true;
}

/** What was not said stays as it was. */
function given(filter: Partial<ListFilter>): Partial<ListFilter> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}
