import { z } from 'zod';
import { noticeCard } from '../cards/index.js';
import { isSure, tokensOf, type Understanding } from '../intake/index.js';
import { find } from '../store/index.js';
import { beginningOf } from './visible.js';
import { categories, textLimit, type Category, type Ticket } from '../tickets/index.js';
import { readTicketData, type CardClick } from './card-click.js';
import { answered, draftMessage, reviseDraft, showDraft } from './drafts.js';
import { clickOrder } from './order.js';
import { isYoung } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { cardFor, type ClickAnswer } from './ticket-click.js';
import { inLanguage, typedCommandId, type Turn } from './turn.js';

const answerWindowWallMs = 15 * 60_000;
/** A longer text is a report of its own. */
const mostWords = 10;

/**
 * Takes a short text as the answer to what the newest draft asks, so that nobody has to press a button. It is asked
 * once: what the answer leaves open, the draft's own form can correct. False where nothing was asked.
 */
export async function answerQuestion(
  turn: Turn,
  parts: BotParts,
  drafts: readonly Ticket[],
  text: string,
): Promise<boolean> {
  const id = typedCommandId(turn, 'revise');
  const answeredBefore = drafts.find(({ commandIds }) => commandIds.includes(id));
  if (answeredBefore) {
    await showDraft(inLanguage(turn, answeredBefore.requester.language), parts, answeredBefore);
    return true;
  }
  const draft = drafts.find(({ question }) => question !== null);
  // The channel service may repeat the message that made the draft: it does not answer itself.
  if (draft?.report.description === text) return false;
  if (!draft || !isYoung(draft, answerWindowWallMs, turn.now)) return false;
  if (tokensOf(text).length > mostWords) return false;
  const speaking = inLanguage(turn, draft.requester.language);
  const { description } = draft.report;
  const together = beginningOf(`${description}\n${text}`, textLimit);
  const category = meant(parts.understand(text), draft, parts.understand(together));
  const changes = { category, description: together };
  const revised = await reviseDraft(speaking, parts, draft, id, changes, answered);
  if (!revised) return false;
  await showDraft(speaking, parts, revised, speaking.t.dialog.changed);
  return true;
}

/** The answer alone, where it is sure or one of those that were asked; else what both texts together say. */
function meant(answer: Understanding, { report }: Ticket, together: Understanding): Category {
  const offered: readonly Category[] = report.alternatives.filter(
    (each) => each !== 'smalltalk' && each !== 'other',
  );
  const isClear = isSure(answer) && answer.category !== 'smalltalk' && answer.category !== 'other';
  if (isClear || offered.includes(answer.category)) return answer.category;
  return together.alternatives.find((each) => each !== 'smalltalk') ?? report.category;
}

const answerSchema = z.object({ category: z.enum(categories).exclude(['smalltalk']) });
const verbs: ReadonlySet<string> = new Set(['question.category', 'question.other']);

/** Handles the buttons of a draft's question: the draft is then ready to be sent. Null where the button is none. */
export async function clickQuestion(
  caller: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  if (!verbs.has(click.verb)) return null;
  const target = readTicketData(click.data);
  if (!target) return { text: caller.t.chat.unreadable };
  const draft = (await find(parts.tickets, target.ticketId))?.document;
  if (draft?.requester.id !== caller.person.id) {
    return { card: noticeCard(caller.t.chat.draftGone, caller.language) };
  }
  const turn = inLanguage(caller, draft.requester.language);
  if (draft.state !== 'draft') return { card: cardFor(turn, parts, draft) };
  const said = answerSchema.safeParse(click.data);
  if (!said.success) return { text: turn.t.cards.errors.category };
  const { id } = clickOrder(turn, click, target, {
    verb: 'revise',
    report: { ...draft.report, ...said.data },
  });
  const revised = await reviseDraft(turn, parts, draft, id, said.data, answered);
  if (!revised) return { card: noticeCard(turn.t.chat.draftGone, turn.language) };
  return { card: (await draftMessage(turn, parts, revised)).card ?? {} };
}
