import { whichReportCard, worksAgainCard, type AskedChange, type AskedTicket } from '../cards/index.js';
import { namesSameThing, titleOf, type FollowUp } from '../intake/index.js';
import { isOpen, type Report, type Ticket } from '../tickets/index.js';
import { askedTicket } from './asked-ticket.js';
import { reviseDraft, showDraft, startDraft } from './drafts.js';
import { withRoom } from './follow-up-changes.js';
import { showTickets } from './own-list.js';
import type { OwnOpen } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { inLanguage, typedCommandId, words, type Turn } from './turn.js';

/** So many reports are offered where it is not clear which is meant; Teams shows few buttons. */
const mostOffered = 4;

/**
 * Brings a short message to the draft or ticket that it belongs to: drafts of the last half an hour first, then open
 * tickets. A draft is changed at once, for it is shown again before it is sent; of a ticket it is asked.
 * @returns false where there is nothing that it can belong to
 */
export async function answerFollowUp(
  turn: Turn,
  parts: BotParts,
  followUp: FollowUp,
  { text, own }: { readonly text: string; readonly own: OwnOpen },
): Promise<boolean> {
  const open = own.tickets.filter(({ state }) => isOpen(state));
  const speaking = inLanguage(turn, (own.drafts[0] ?? open[0])?.requester.language ?? turn.language);
  const known: Known = { text, drafts: own.drafts, open };
  switch (followUp.kind) {
    case 'also-in':
      return changeOrAsk(speaking, parts, known, { also: followUp.room }, ({ report }) =>
        withRoom(report, followUp.room),
      );
    case 'works-again':
      return worksAgain(speaking, known);
    case 'any-news':
      await showTickets(turn, parts, open);
      return true;
    case 'what-about':
      return whatAbout(turn, parts, followUp.thing, known);
    case 'correction':
      return changeOrAsk(speaking, parts, known, { ...followUp.changes }, () => followUp.changes);
  }
}

interface Known {
  readonly text: string;
  readonly drafts: readonly Ticket[];
  readonly open: readonly Ticket[];
}

/** Where one draft is open, it is changed; else it is asked which draft, or which ticket, is meant. */
async function changeOrAsk(
  turn: Turn,
  parts: BotParts,
  { drafts, open, text }: Known,
  asked: AskedChange,
  changesOf: (draft: Ticket) => Partial<Report>,
): Promise<boolean> {
  const [draft] = drafts;
  if (draft && drafts.length === 1) return change(turn, parts, draft, changesOf(draft));
  return ask(turn, drafts.length > 0 ? drafts : open, asked, text);
}

async function change(
  turn: Turn,
  parts: BotParts,
  draft: Ticket,
  changes: Partial<Report>,
): Promise<boolean> {
  const changed = await reviseDraft(turn, parts, draft, typedCommandId(turn, 'revise'), changes);
  if (!changed) return false;
  await showDraft(turn, parts, changed, turn.t.dialog.changed);
  return true;
}

async function ask(
  turn: Turn,
  candidates: readonly Ticket[],
  asked: AskedChange,
  text: string,
): Promise<boolean> {
  if (candidates.length === 0) return false;
  const { whichWord } = turn.t.dialog;
  // Photos that came with it wait in the buttons.
  const said = { text, photos: turn.photos.take() };
  const card = whichReportCard(offered(candidates), asked, said, turn.language);
  await turn.reply({ summary: whichWord, card });
  return true;
}

async function worksAgain(turn: Turn, known: Known): Promise<boolean> {
  const { kind, settled } = maybeSettled(known);
  const candidates = offered(settled);
  const { dialog } = turn.t;
  await turn.reply(
    candidates.length === 0
      ? words(dialog.nothingToWithdraw)
      : { summary: dialog.againWord, card: worksAgainCard(kind, candidates, known.text, turn.language) },
  );
  return true;
}

interface MaybeSettled {
  readonly kind: 'discard' | 'withdraw';
  readonly settled: readonly Ticket[];
}

/** "The printer works again" is about the printer, be it a draft or reported; words that name no thing are about any. */
function maybeSettled({ text, drafts, open }: Known): MaybeSettled {
  const isNamed = ({ report }: Ticket): boolean => namesSameThing(text, report.title);
  const possible: readonly MaybeSettled[] = [
    { kind: 'discard', settled: drafts.filter(isNamed) },
    { kind: 'withdraw', settled: open.filter(isNamed) },
    { kind: 'discard', settled: drafts },
  ];
  return possible.find(({ settled }) => settled.length > 0) ?? { kind: 'withdraw', settled: open };
}

/** The ticket about that thing, else a draft about it with the room of the last one: the same person is still there. */
async function whatAbout(turn: Turn, parts: BotParts, thing: string, known: Known): Promise<boolean> {
  const { drafts, open } = known;
  const understanding = parts.understand(thing);
  const { category } = understanding;
  const isThing = category !== 'smalltalk' && category !== 'other';
  if (!isThing || drafts.length + open.length === 0) return false;
  const isMeant = ({ report }: Ticket): boolean => report.category === category;
  const meant = open.filter(isMeant);
  if (meant.length > 0) {
    await showTickets(turn, parts, meant);
    return true;
  }
  const draft = drafts.find(isMeant);
  if (draft) {
    await showDraft(inLanguage(turn, draft.requester.language), parts, draft);
    return true;
  }
  const room = understanding.room ?? drafts[0]?.report.room ?? null;
  const title = titleOf(thing, turn.language, category);
  await startDraft(turn, parts, title, { ...understanding, room });
  return true;
}

function offered(candidates: readonly Ticket[]): readonly AskedTicket[] {
  return candidates.slice(0, mostOffered).map(askedTicket);
}
