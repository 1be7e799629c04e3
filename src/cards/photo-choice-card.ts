import { texts, type Language } from '../i18n/index.js';
import { formatTicketId, type TicketPhoto } from '../tickets/index.js';
import type { AskedTicket } from './choice-cards.js';
import { excerpt, plainLine } from './escape.js';
import { photosData, type PhotosData, type ShownPhoto } from './photos.js';
import { common, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

interface PhotoChoiceData extends CommonData {
  readonly question: string;
  readonly photos: PhotosData;
  readonly choices: readonly PhotoChoice[];
}

interface PhotoChoice {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const template = cardTemplate<PhotoChoiceData>('photo-choice');
const titleLimit = 40;

/** Asks to which ticket photos belong; verbs `photo.add` and `photo.new`, both with `data.photos`. */
export function photoChoiceCard(
  photos: readonly (TicketPhoto & ShownPhoto)[],
  tickets: readonly AskedTicket[],
  language: Language,
): Card {
  const t = texts(language);
  const carried = photos.map(({ id, at, width, height }) => ({ id, at, width, height }));
  const toTickets = tickets.map(({ id, revision, title }) => ({
    title: t.photos.toTicket(formatTicketId(id), plainLine(excerpt(title, titleLimit))),
    verb: 'photo.add',
    data: { ticketId: id, drawn: revision, photos: carried },
  }));
  return template({
    ...common(language, 'message', t.photos.count(photos.length), 'accent'),
    question: t.photos.where(photos.length),
    photos: photosData(photos, t),
    choices: [
      ...toTickets,
      { title: t.cards.actions.newReport, verb: 'photo.new', data: { photos: carried } },
    ],
  });
}
