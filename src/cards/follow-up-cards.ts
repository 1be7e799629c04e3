import { texts, type Language } from '../i18n/index.js';
import {
  carried,
  choiceCard,
  photoWords,
  type AskedTicket,
  type ChoiceButton,
  type SaidWithPhotos,
} from './choice-cards.js';
import { excerpt, plainLine } from './escape.js';
import { common } from './pieces.js';
import { noticeCard } from './small-cards.js';
import type { Card } from './template.js';
import { roomWords } from './ticket-lines.js';

const titleLimit = 40;

/** What shall be written into the report that the person chooses; it comes back as the button's data. */
export interface AskedChange {
  readonly [field: string]: unknown;
  /** The room that is affected too, where that is what shall change. */
  readonly also?: string;
}

/**
 * After "works again": which of these drafts is discarded (verb `follow.discard`), or which of these tickets is
 * withdrawn (verb `ticket.withdraw`, with what was said as the reason), or none (verb `follow.keep`).
 */
export function worksAgainCard(
  kind: 'discard' | 'withdraw',
  asked: readonly AskedTicket[],
  said: string,
  language: Language,
): Card {
  const { dialog } = texts(language);
  const [only, ...others] = asked;
  const single = others.length === 0;
  const one = kind === 'discard' ? dialog.discardOne : dialog.withdrawOne;
  const several = kind === 'discard' ? dialog.discardSeveral : dialog.withdrawSeveral;
  return choiceCard({
    ...common(language, 'message', dialog.againWord, 'accent'),
    question: single ? one(plainLine(only?.title ?? '')) : several,
    quote: '',
    hint: kind === 'withdraw' ? dialog.withdrawHint : '',
    choices: [
      ...asked.map((ticket): ChoiceButton => ({
        title: single ? dialog[kind] : plainLine(excerpt(ticket.title, titleLimit)),
        verb: kind === 'discard' ? 'follow.discard' : 'ticket.withdraw',
        style: single ? 'positive' : 'default',
        data: { ticketId: ticket.id, drawn: ticket.revision, text: said },
      })),
      { title: single ? dialog.keep : dialog.keepAll, verb: 'follow.keep', style: 'default', data: {} },
    ],
  });
}

/** To which of these reports a change belongs (verb `follow.change`), or whether it is a new one (verb `chat.new`). */
export function whichReportCard(
  asked: readonly AskedTicket[],
  change: AskedChange,
  said: SaidWithPhotos,
  language: Language,
): Card {
  const t = texts(language);
  const { dialog } = t;
  const [only, ...others] = asked;
  const single = others.length === 0 && change.also !== undefined;
  const room = change.also === undefined ? null : roomWords(change.also, t);
  const which = room === null ? dialog.whichToChange : dialog.alsoInSeveral(room);
  return choiceCard({
    ...common(language, 'message', dialog.whichWord, 'accent'),
    question: single && room !== null ? dialog.alsoInOne(plainLine(only?.title ?? ''), room) : which,
    quote: '',
    hint: photoWords(said, language),
    choices: [
      ...asked.map((ticket): ChoiceButton => ({
        title: single ? dialog.addRoom : plainLine(excerpt(ticket.title, titleLimit)),
        verb: 'follow.change',
        style: single ? 'positive' : 'default',
        data: { ticketId: ticket.id, drawn: ticket.revision, ...carried(said), ...change },
      })),
      { title: t.cards.actions.newReport, verb: 'chat.new', style: 'default', data: carried(said) },
    ],
  });
}

/** An answer to talk, for whoever meant a report after all (verb `chat.new`). */
export function talkCard(answer: string, said: string, language: Language): Card {
  const { dialog } = texts(language);
  return choiceCard({
    ...common(language, 'info', dialog.chatWord),
    question: answer,
    quote: '',
    hint: '',
    choices: [{ title: dialog.reportAnyway, verb: 'chat.new', style: 'default', data: { text: said } }],
  });
}

/** What stays of the question once a room was added to a ticket; `id` as it is read out. */
export function roomAddedCard(room: string, id: string, language: Language): Card {
  const t = texts(language);
  return noticeCard(t.dialog.roomAdded(roomWords(room, t), id), language);
}
