import { plainLine, talkCard } from '../cards/index.js';
import type { Talk } from '../intake/index.js';
import { textLimit } from '../tickets/index.js';
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

/** Who is responsible for the person's school today. */
function whoComes({ profile, now, t }: Turn, parts: BotParts): string {
  if (profile.schoolId === null) return t.dialog.schoolUnknown;
  const directory = parts.directory.current();
  const { campusId } = directory.responsibleFor(profile.schoolId, profile.siteId, now);
  const campus = campusId === null ? undefined : directory.campus(campusId);
  const person = campus && directory.inForce(campus.id, now).person;
  if (!campus || !person) return t.dialog.helpdeskComes;
  return t.dialog.whoComes(plainLine(person.name), plainLine(campus.name));
}
