import { z } from 'zod';
import { articleCard, noticeCard } from '../cards/index.js';
import { find } from '../store/index.js';
import type { Ticket } from '../tickets/index.js';
import { readTicketData, type CardClick, type TicketData } from './card-click.js';
import { draftMessage } from './drafts.js';
import { readReport } from './forms.js';
import { clickOrder } from './order.js';
import type { BotParts } from './parts.js';
import { countArticle, onCard } from './self-help.js';
import { entryOf } from './table-entry.js';
import { cardFor, type ClickAnswer } from './ticket-click.js';
import { inLanguage, type Turn } from './turn.js';

/** Handles the buttons of a self-help article. Null where the button is none of these. */
export async function clickArticle(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  if (click.verb === 'article.show') return showArticle(turn, parts, click);
  const handler = entryOf(handlers, click.verb);
  return handler ? onDraft(turn, parts, click, handler) : null;
}

interface Clicked {
  readonly draft: Ticket;
  readonly click: CardClick;
  readonly target: TicketData;
}

type Handler = (turn: Turn, parts: BotParts, clicked: Clicked) => Promise<ClickAnswer>;

/** Only the writer has the draft; to anybody else, and once it is gone, the answer says nothing of it. */
async function onDraft(
  caller: Turn,
  parts: BotParts,
  click: CardClick,
  handler: Handler,
): Promise<ClickAnswer> {
  const target = readTicketData(click.data);
  if (!target) return { text: caller.t.chat.unreadable };
  const ticket = (await find(parts.tickets, target.ticketId))?.document;
  // A client that repeats "that helped" finds no draft any more: what it said is done.
  if (ticket?.requester.id !== caller.person.id) return goneAnswer(caller, click);
  const turn = inLanguage(caller, ticket.requester.language);
  if (ticket.state !== 'draft') return { card: cardFor(turn, parts, ticket) };
  return handler(turn, parts, { draft: ticket, click, target });
}

/** The draft goes, and nothing is reported. The one press that removes it is counted. */
const helped: Handler = async (turn, parts, { draft, click, target }) => {
  const outcome = await parts.desk.execute(
    draft.id,
    clickOrder(turn, click, target, { verb: 'discard' }),
    turn.now,
  );
  if (outcome.kind === 'gone' && draft.help) await countArticle(turn, parts, draft.help.articleId, 'helped');
  return goneAnswer(turn, click);
};

/** The draft goes on with everything filled in and without the steps, and remembers that they were tried. */
const stillBroken: Handler = async (turn, parts, { draft, click, target }) => {
  const articleId = draft.help?.articleId;
  if (articleId === undefined) return drawnAgain(turn, parts, draft, click);
  const outcome = await parts.desk.execute(
    draft.id,
    clickOrder(turn, click, target, { verb: 'tried', articleId }),
    turn.now,
  );
  if (outcome.kind === 'gone') return { card: noticeCard(turn.t.chat.draftGone, turn.language) };
  if (outcome.kind === 'accepted') await countArticle(turn, parts, articleId, 'stillBroken');
  const now = outcome.ticket ?? draft;
  return now.state === 'draft' ? drawnAgain(turn, parts, now, click) : { card: cardFor(turn, parts, now) };
};

const handlers: Readonly<Record<string, Handler>> = {
  'article.helped': helped,
  'article.still-broken': stillBroken,
};

/** As it is now, with what was typed so far. */
async function drawnAgain(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  click: CardClick,
): Promise<ClickAnswer> {
  const typed = readReport(click.data, draft.report);
  const report = 'wrong' in typed ? draft.report : typed.value;
  return { card: (await draftMessage(turn, parts, { ...draft, report })).card ?? {} };
}

function goneAnswer({ t, language }: Turn, { verb }: CardClick): ClickAnswer {
  return verb === 'article.helped'
    ? {
        card: noticeCard(t.selfHelp.glad, language, {
          word: t.selfHelp.gladWord,
          icon: 'resolved',
          tone: 'good',
        }),
      }
    : { card: noticeCard(t.chat.draftGone, language) };
}

const showSchema = z.object({ articleId: z.string().max(100) });

/** An article that somebody chose from what a search found. Only those for teachers: the directory knows no other readers. */
async function showArticle(turn: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer> {
  const wanted = showSchema.safeParse(click.data);
  const article = wanted.success && parts.knowledge().article(wanted.data.articleId, turn.language);
  if (!article || article.who !== 'teacher') {
    return Promise.resolve({ card: noticeCard(turn.t.selfHelp.gone, turn.language) });
  }
  return Promise.resolve({ card: articleCard(onCard(article), turn.language) });
}
