import { texts, type Language } from '../i18n/index.js';
import { formatTicketId, type TicketPhoto } from '../tickets/index.js';
import { excerpt, plain, plainLine } from './escape.js';
import { common, type Choice, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

export interface ChoiceData extends CommonData {
  readonly question: string;
  readonly quote: string;
  readonly hint: string;
  readonly choices: readonly ChoiceButton[];
}

export interface ChoiceButton {
  readonly title: string;
  readonly verb: string;
  readonly style: 'default' | 'positive';
  readonly data: Readonly<Record<string, unknown>>;
}

/** A ticket as far as a question about it needs it. */
export interface AskedTicket {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
}

interface DrawnData extends ChoiceData {
  readonly choices: readonly (ChoiceButton & { readonly mode: 'primary' | 'secondary' })[];
}

const drawn = cardTemplate<DrawnData>('choice');
const quoteLimit = 400;
/** As many buttons are in sight; the others stand behind the dots. */
const mostInSight = 3;

/** A question and its answers, each a button. The texts are ours; what people wrote must be escaped before. */
export function choiceCard(data: ChoiceData): Card {
  return template(data);
}

/** The last answer, often the way out, stays in sight. */
function template(data: ChoiceData): Card {
  const last = data.choices.length - 1;
  const choices = data.choices.map((choice, index) => {
    const isInSight = index < mostInSight - 1 || index === last || last < mostInSight;
    return { ...choice, mode: isInSight ? ('primary' as const) : ('secondary' as const) };
  });
  return drawn({ ...data, choices });
}

/** What somebody said, and the photos that came with it, if any. */
export interface SaidWithPhotos {
  readonly text: string;
  readonly photos?: readonly TicketPhoto[];
}

/** Asks whether a text belongs to the ticket that waits for an answer, or is a new report. */
export function answerOrNewCard(said: SaidWithPhotos, ticket: AskedTicket, language: Language): Card {
  const { lines, actions } = texts(language).cards;
  return template({
    ...common(language, 'message', lines.answerWord, 'accent'),
    question: lines.answerQuestion(plainLine(ticket.title)),
    quote: plain(excerpt(said.text, quoteLimit)),
    hint: photoWords(said, language),
    choices: [
      {
        title: actions.answerTo(formatTicketId(ticket.id)),
        verb: 'chat.answer',
        style: 'positive',
        data: { ...named(ticket), ...carried(said) },
      },
      { title: actions.newReport, verb: 'chat.new', style: 'default', data: carried(said) },
    ],
  });
}

/** After "resolved": asks whether a text means that it is still broken. */
export function stillBrokenCard(said: SaidWithPhotos, ticket: AskedTicket, language: Language): Card {
  const { lines, actions } = texts(language).cards;
  return template({
    ...common(language, 'message', lines.stillBrokenWord, 'accent', formatTicketId(ticket.id)),
    question: lines.stillBrokenQuestion(plainLine(ticket.title)),
    quote: plain(excerpt(said.text, quoteLimit)),
    hint: [lines.stillBrokenHint, photoWords(said, language)].filter((each) => each !== '').join(' '),
    choices: [
      {
        title: actions.stillBroken,
        verb: 'ticket.reopen',
        style: 'positive',
        data: { ...named(ticket), ...carried(said) },
      },
      { title: actions.newReport, verb: 'chat.new', style: 'default', data: carried(said) },
    ],
  });
}

/** In a ticket's thread: for the teacher, or an internal note? */
export function noteOrCommentCard(text: string, ticket: AskedTicket, language: Language): Card {
  const { lines, actions } = texts(language).cards;
  return template({
    ...common(language, 'message', lines.threadWord, 'accent', formatTicketId(ticket.id)),
    question: lines.threadQuestion,
    quote: plain(excerpt(text, quoteLimit)),
    hint: lines.threadHint,
    choices: [
      {
        title: actions.toTeacher,
        verb: 'thread.comment',
        style: 'positive',
        data: { ...named(ticket), text },
      },
      { title: actions.asNote, verb: 'thread.note', style: 'default', data: { ...named(ticket), text } },
    ],
  });
}

/** Asks for the language, in both; verb `language.choose`, `data.language`. */
export function languageCard(language: Language): Card {
  const { lines } = texts(language).cards;
  const button = (title: string, value: Language): ChoiceButton => ({
    title,
    verb: 'language.choose',
    style: value === language ? 'positive' : 'default',
    data: { language: value },
  });
  return template({
    ...common(language, 'draft', lines.languageWord, 'accent'),
    question: lines.languageQuestion,
    quote: '',
    hint: '',
    choices: [button('Deutsch', 'de'), button('English', 'en')],
  });
}

/** Asks before a link is moved to this channel: the same verb again, with `confirmed`. */
export function relinkCard(target: Choice, language: Language): Card {
  const { lines, actions } = texts(language).cards;
  return template({
    ...common(language, 'urgent', lines.linkWord, 'warning'),
    question: lines.relinkQuestion(plainLine(target.title)),
    quote: '',
    hint: lines.relinkHint,
    choices: [
      {
        title: actions.confirmLink,
        verb: 'channel.link',
        style: 'positive',
        data: { target: target.value, confirmed: true },
      },
    ],
  });
}

/** That photos go where the words go; empty where there are none. */
export function photoWords({ photos = [] }: SaidWithPhotos, language: Language): string {
  return photos.length === 0 ? '' : texts(language).photos.goAlong(photos.length);
}

/** What the button carries: the words, and the photos, which wait until it is pressed. */
export function carried({ text, photos = [] }: SaidWithPhotos): Readonly<Record<string, unknown>> {
  const known = photos.map(({ id, at, width, height }) => ({ id, at, width, height }));
  return known.length === 0 ? { text } : { text, photos: known };
}

function named(ticket: AskedTicket): { readonly ticketId: string; readonly drawn: number } {
  return { ticketId: ticket.id, drawn: ticket.revision };
}
