import { answerOrNewCard, stillBrokenCard } from '../cards/index.js';
import {
  followUpOf,
  problemsOf,
  talkOf,
  type FollowUp,
  type Talk,
  type Understanding,
} from '../intake/index.js';
import { instantOf } from '../sla/index.js';
import { textLimit } from '../tickets/index.js';
import { askedTicket } from './asked-ticket.js';
import { startDraft } from './drafts.js';
import { answerFollowUp } from './follow-ups.js';
import { openTalk, ownOpen, type OpenTalk, type OwnOpen } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { answerQuestion } from './question.js';
import { answerTalk } from './small-talk.js';
import { inLanguage, words, type Turn } from './turn.js';
import { beginningOf } from './visible.js';

/** What somebody wrote, as it was read. */
interface Said {
  readonly text: string;
  readonly understanding: Understanding;
  readonly followUp: FollowUp | null;
  readonly talk: Talk | null;
}

/**
 * Answers words that are no command. What the staff said last is answered first, then what was reported before goes on,
 * then talk is answered, and only what is left is a new report.
 */
export async function answerWords(
  turn: Turn,
  parts: BotParts,
  text: string,
  understanding: Understanding,
): Promise<void> {
  const said = { text, understanding, followUp: followUpOf(text), talk: talkOf(text, understanding) };
  const speaking =
    said.talk !== null && hasNoLanguage.has(said.talk) ? turn : inLanguage(turn, understanding.language);
  const own = await ownOpen(turn, parts);
  const talk = openTalk(own.tickets, turn.now);
  if (talk && mayAnswer(talk, said, own)) {
    await askWhatItBelongsTo(speaking, talk, text);
    return;
  }
  if (await continueOpen(speaking, parts, said, own)) return;
  if (said.talk === null) await startDrafts(speaking, parts, text, understanding);
  else await answerTalk(speaking, parts, said.talk, text);
}

/** Signs and letters in a row are answered in the language that was spoken before. */
const hasNoLanguage: ReadonlySet<Talk> = new Set(['signs', 'gibberish', 'other-script']);

/**
 * "Thanks" or "works again" after a solution does not ask whether it is still broken; after a question a "yes" may be
 * the answer. A draft that was made since then is nearer.
 */
function mayAnswer({ kind, at }: OpenTalk, { followUp, talk }: Said, { drafts }: OwnOpen): boolean {
  const [draft] = drafts;
  if (draft && instantOf(draft.createdAt) > at) return false;
  return kind === 'answer' || (talk === null && followUp?.kind !== 'works-again');
}

/** False where the words go on with nothing that was said before. */
async function continueOpen(
  turn: Turn,
  parts: BotParts,
  { text, followUp, talk }: Said,
  own: OwnOpen,
): Promise<boolean> {
  // What the model alone takes for talk may be the answer to what a draft asks: "the sound".
  if (talk !== null && talk !== 'chat' && followUp === null) return false;
  if (followUp && (await answerFollowUp(turn, parts, followUp, { text, own }))) return true;
  return answerQuestion(turn, parts, own.drafts, text);
}

/** One draft, or one for each problem where a message clearly tells of several. */
async function startDrafts(
  turn: Turn,
  parts: BotParts,
  text: string,
  understanding: Understanding,
): Promise<void> {
  const problems = problemsOf(text, parts.understand);
  if (problems.length === 0) {
    await startDraft(turn, parts, text, understanding);
    return;
  }
  await turn.reply(words(turn.t.dialog.several(problems.length)));
  for (const problem of problems) await startDraft(turn, parts, problem.text, problem.understanding);
}

/** Photos that came with the words wait in the buttons, so that one question decides on both. */
async function askWhatItBelongsTo(turn: Turn, { kind, ticket }: OpenTalk, text: string): Promise<void> {
  const { chat } = turn.t;
  if (text.length > textLimit) await turn.reply(words(chat.tooLongToAnswer(textLimit)));
  const asked = askedTicket(ticket);
  const said = { text: beginningOf(text, textLimit), photos: turn.photos.take() };
  await turn.reply(
    kind === 'answer'
      ? { summary: chat.askAnswerSummary, card: answerOrNewCard(said, asked, turn.language) }
      : { summary: chat.askStillBrokenSummary, card: stillBrokenCard(said, asked, turn.language) },
  );
}
