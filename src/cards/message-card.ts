import { texts, type Language } from '../i18n/index.js';
import { formatTicketId, type TicketFacts } from '../tickets/index.js';
import { plain, plainLine } from './escape.js';
import {
  icons,
  mentionEntities,
  mentionLine,
  type Choice,
  type CommonData,
  type HeaderData,
  type Mention,
} from './pieces.js';
import { starChoices } from './status-card.js';
import { cardTemplate, type Card } from './template.js';

interface MessageData extends CommonData {
  readonly ticketId: string;
  readonly drawn: number;
  readonly title: string;
  readonly events: readonly {
    readonly sentence: string;
    readonly quote: string;
    readonly quoteStyle: 'emphasis' | 'good';
  }[];
  readonly question: string;
  readonly mention: string;
  readonly entities: readonly object[];
  readonly can: Readonly<Record<'claim' | 'comment' | 'reopen' | 'rate', boolean>>;
  readonly commentMode: 'primary';
  readonly commentTitle: string;
  readonly commentLabel: string;
  readonly starChoices: readonly Choice[];
}

/** A message that calls somebody to a ticket: what happened, in one or several sentences, and what can be answered. */
export interface CallingMessage {
  readonly icon: keyof typeof icons;
  readonly word: string;
  readonly tone: HeaderData['tone'];
  /** `quote` is a person's text, as it was written. */
  readonly events: readonly { readonly sentence: string; readonly quote: string; readonly solved: boolean }[];
  readonly question: string;
  readonly mentions: readonly Mention[];
  readonly can: Readonly<Record<'claim' | 'comment' | 'reopen' | 'rate', boolean>>;
  /** Whether a word would answer somebody; else nobody has asked. */
  readonly answers: boolean;
  readonly reader: 'requester' | 'channel';
}

const template = cardTemplate<MessageData>('message');

/** The message as a card: what happened on top, what can be answered below. */
export function messageCard(view: TicketFacts, message: CallingMessage, language: Language): Card {
  const t = texts(language);
  return template({
    lang: language,
    icon: icons[message.icon],
    word: message.word,
    wordColor: 'Default',
    tone: message.tone,
    id: formatTicketId(view.id),
    ticketId: view.id,
    drawn: view.revision,
    title: plainLine(view.title),
    events: message.events.map(({ sentence, quote, solved }) => ({
      sentence,
      quote: plain(quote),
      quoteStyle: solved ? 'good' : 'emphasis',
    })),
    question: message.question,
    mention: mentionLine(message.mentions, t.cards),
    entities: mentionEntities(message.mentions),
    can: message.can,
    commentMode: 'primary',
    commentTitle: message.answers ? t.cards.actions.answer : t.cards.actions.comment,
    commentLabel: message.reader === 'requester' ? t.cards.labels.answer : t.cards.labels.commentToTeacher,
    starChoices: starChoices(t),
  });
}
