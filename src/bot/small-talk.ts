import { plainLine, talkCard, windowWords } from '../cards/index.js';
import type { Talk } from '../intake/index.js';
import { textLimit } from '../tickets/index.js';
import { nextVisitAt } from './next-visit.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';
import { beginningOf } from './visible.js';

/** Answers what reports nothing. What only looks so to the model can be reported after all, with one press. */
export async function answerTalk(turn: Turn, parts: BotParts, talk: Talk, text: string): Promise<void> {
  const answer = talk === 'when-do-you-come' ? whoComes(turn, parts) : turn.t.dialog.talk[talk];
  if (talk !== 'chat' && talk !== 'when-do-you-come') {
    await turn.reply(words(answer));
    return;
  }
  await turn.reply({
    summary: answer,
    card: talkCard(answer, beginningOf(text, textLimit), turn.language),
  });
}

/** Who is responsible for the person's school today, and when somebody comes by there next. */
function whoComes(turn: Turn, parts: BotParts): string {
  const { profile, now, t } = turn;
  const { schoolId, siteId } = profile;
  if (schoolId === null) return t.dialog.schoolUnknown;
  const directory = parts.directory.current();
  const { campusId } = directory.responsibleFor(schoolId, siteId, now);
  const campus = campusId === null ? undefined : directory.campus(campusId);
  const person = campus && directory.inForce(campus.id, now).person;
  const who =
    campus && person
      ? t.dialog.whoComes(plainLine(person.name), plainLine(campus.name))
      : t.dialog.helpdeskComes;
  return [who, nextVisitOf(turn, parts, schoolId), t.dialog.whereReportsAre].filter(Boolean).join(' ');
}

/** A sentence on the next visit at the person's site, or at any site of the school; empty where nobody is expected. */
function nextVisitOf(turn: Turn, parts: BotParts, schoolId: string): string {
  const { siteId } = turn.profile;
  const sites =
    siteId === null
      ? parts.directory
          .current()
          .sitesOf(schoolId)
          .map(({ id }) => id)
      : [siteId];
  const [next] = sites.flatMap((id) => nextVisitAt(turn, parts, id) ?? []).sort((a, b) => a.from - b.from);
  return next ? turn.t.dialog.nextVisit(windowWords(next, next, turn.t)) : '';
}
