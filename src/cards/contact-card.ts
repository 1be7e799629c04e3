import { texts, type Language, type Texts } from '../i18n/index.js';
import type { ContactView } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { cardTemplate, type Card } from './template.js';
import { ticketData, type TicketCardData } from './ticket-lines.js';

interface ContactData extends TicketCardData {
  /** Who reported it. */
  readonly from: string;
  readonly next: string;
  readonly commentMode: 'primary';
  readonly commentTitle: string;
  readonly commentLabel: string;
  readonly can: ContactView['can'];
}

const template = cardTemplate<ContactData>('contact');

/** The card for a contact of the school: how far somebody else's report is, and what helps it along. */
export function contactCard(view: ContactView, language: Language): Card {
  const t = texts(language);
  const { actions, labels, lines } = t.cards;
  const answering = view.waitingFor === 'requester';
  return template({
    ...ticketData(view, language, 'contact'),
    from: lines.from(plainLine(view.requesterName)),
    next: nextWords(view, t),
    commentMode: 'primary',
    commentTitle: answering ? actions.answer : actions.comment,
    commentLabel: answering ? labels.answer : labels.comment,
    can: view.can,
  });
}

/** What it waits for, beyond what the third line says. */
function nextWords({ waitingFor, waitingUntil, now, timeZone }: ContactView, t: Texts): string {
  const { lines } = t.cards;
  const day = waitingUntil === null ? null : t.times.date(waitingUntil, now, timeZone);
  switch (waitingFor) {
    case 'requester':
      return t.school.waiting;
    case 'vendor':
      return day === null ? '' : lines.waitingUntil(day);
    case 'visit':
      return day === null ? lines.visit : lines.visitOn(day);
    case null:
      return '';
  }
}
