import { excerpt, plainLine } from '../cards/index.js';
import { reachOf } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { schoolNamed } from './school-choice.js';
import { words, type Turn } from './turn.js';
import { maySee } from './visit-click.js';
import { visitListMessage, type VisitScope } from './visit-list.js';

/**
 * "Move visit", also with a school: the next visits, to be cancelled or moved. Without a school those of the channel's campus,
 * or of the one for which the person acts; who acts for the whole city names a school.
 * @param campusId the campus whose channel it is; null elsewhere
 */
export async function offerVisits(
  turn: Turn,
  parts: BotParts,
  typed: string,
  campusId: string | null,
): Promise<boolean> {
  const { change: w } = turn.t.visits;
  const own =
    campusId ?? reachOf(turn.person.id, 'worklist', parts.directory.current(), turn.now).campusIds[0];
  if (typed !== '') return offerSchool(turn, parts, typed);
  if (own === undefined) await turn.reply(words(w.which));
  else await offer(turn, parts, { campusId: own, schoolId: '' });
  return true;
}

async function offerSchool(turn: Turn, parts: BotParts, typed: string): Promise<boolean> {
  const named = schoolNamed(typed, parts);
  const { lists } = turn.t;
  if (named.kind === 'one') await offer(turn, parts, { campusId: '', schoolId: named.school.id });
  else if (named.kind === 'several')
    await turn.reply(words(lists.whichSchool(named.schools.map(({ name }) => plainLine(name)).join(', '))));
  else await turn.reply(words(lists.unknownSchool(plainLine(excerpt(typed, 60)))));
  return true;
}

async function offer(turn: Turn, parts: BotParts, of: VisitScope): Promise<void> {
  await turn.reply(
    maySee(turn, parts, of)
      ? visitListMessage(turn, parts, of)
      : words(turn.t.visits.worklist.refusal({ code: 'not-allowed' })),
  );
}
