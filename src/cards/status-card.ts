import { texts, type Language, type Texts } from '../i18n/index.js';
import type { RequesterView } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { choices, type Choice } from './pieces.js';
import { reportForm, reportable, type ReportForm } from './report-form.js';
import { schoolChoice } from './school-choices.js';
import { cardTemplate, type Card } from './template.js';
import { ticketData, type TicketCardData } from './ticket-lines.js';
import { otherWords } from './together-lines.js';
import { nextVisitLine, windowWords } from './visit-line.js';

interface StatusData extends TicketCardData {
  readonly next: string;
  readonly nextVisit: string;
  readonly commentMode: 'primary' | 'secondary';
  readonly commentTitle: string;
  readonly commentLabel: string;
  readonly starChoices: readonly Choice[];
  readonly can: Readonly<
    Record<
      | 'comment'
      | 'escalate'
      | 'withdraw'
      | 'reopen'
      | 'rate'
      | 'editAll'
      | 'editSome'
      | 'why'
      | 'detach'
      | 'separate',
      boolean
    >
  >;
  /** In sight where nothing else is. */
  readonly whyMode: 'primary' | 'secondary';
  readonly incidentId: string;
  readonly separate: { readonly title: string; readonly label: string; readonly now: string };
  readonly edit: EditData;
}

interface EditData extends ReportForm {
  readonly categories: readonly Choice[];
  readonly category: string;
  readonly schoolName: string;
  /** Only the school it has; clients with a type-ahead offer the others. */
  readonly schools: readonly Choice[];
  readonly school: string;
}

const template = cardTemplate<StatusData>('status');

/** The card in the requester's chat: how far the ticket is, who has it, what can be done about it. */
export function statusCard(view: RequesterView, language: Language): Card {
  const t = texts(language);
  const escalate = view.can.escalate && !(view.blocked && view.priority === 'P1');
  const hasOthers = view.can.reopen || view.can.rate || view.can.comment || escalate;
  const answering = view.waitingFor === 'requester' || view.lastComment?.fromRequester === false;
  return template({
    ...ticketData(view, language),
    // Whoever has the other report has this one, too, and is named to nobody.
    ...(view.other && { who: '' }),
    next: nextWords(view, t),
    // A visit for this very report says it already.
    nextVisit: view.waitingFor === 'visit' || view.other ? '' : nextVisitLine(view.nextVisit, view, t),
    commentMode: view.can.reopen ? 'secondary' : 'primary',
    commentTitle: answering ? t.cards.actions.answer : t.cards.actions.comment,
    commentLabel: answering ? t.cards.labels.answer : t.cards.labels.comment,
    starChoices: starChoices(t),
    can: {
      comment: view.can.comment,
      escalate,
      withdraw: view.can.withdraw,
      reopen: view.can.reopen,
      rate: view.can.rate,
      editAll: view.can.edit === 'all',
      editSome: view.can.edit === 'description-and-room',
      // Of a part of an incident nothing is promised alone.
      why: view.incident === null && view.other === null,
      detach: view.can.detach,
      separate: view.can.separate,
    },
    whyMode: hasOthers ? 'secondary' : 'primary',
    incidentId: view.incident?.id ?? '',
    separate: {
      title: t.together.separate,
      label: t.together.separateText,
      now: t.together.separateNow,
    },
    edit: editData(view, t),
  });
}

/** Five stars, best first, each with its words. */
export function starChoices(t: Texts): readonly Choice[] {
  return [5, 4, 3, 2, 1].map((stars) => ({
    title: `${'★'.repeat(stars)} ${t.vocabulary.stars[stars - 1] ?? ''}`,
    value: String(stars),
  }));
}

/** What happens next, beyond what the third line says. */
function nextWords(view: RequesterView, t: Texts): string {
  if (view.other) return otherWords(view, t);
  const { lines } = t.cards;
  const until = view.waitingUntil === null ? '' : t.times.date(view.waitingUntil, view.now, view.timeZone);
  if (view.waitingFor === 'visit' && view.plannedVisit)
    return lines.visitOn(windowWords(view.plannedVisit, view, t));
  if (view.waitingFor === 'visit') return until === '' ? lines.visit : lines.visitOn(until);
  if (view.waitingFor !== null) {
    const waiting = view.waitingFor === 'vendor' ? lines.waitingForVendor : lines.waitingForRequester;
    const then = until === '' ? '' : lines.waitingUntil(until);
    const there = view.waitingFor === 'vendor' ? t.split.atVendor(view.category) : '';
    return [waiting, there, then, closingWords(view, t)].filter((sentence) => sentence !== '').join(' ');
  }
  if (view.state === 'resolved') return lines.nextResolved;
  if (view.state === 'closed') return view.can.reopen ? lines.nextReopen : lines.nextClosed;
  if (view.promise?.urgency === 'overdue' && !view.incident) return lines.late[view.promise.of];
  return view.state === 'new' && !view.incident ? t.split.meanwhile(view.category) : '';
}

/** The requester was reminded: when it is closed without an answer. */
function closingWords({ closesAt, now, timeZone }: RequesterView, t: Texts): string {
  return closesAt === null ? '' : t.cards.lines.closesUnless(t.times.date(closesAt, now, timeZone));
}

function editData(view: RequesterView, t: Texts): EditData {
  return {
    ...reportForm(view, view.sites, t),
    categories: choices(reportable, t.vocabulary.categories),
    category: view.category,
    schoolName: view.school === null ? '' : t.cards.lines.atSchool(plainLine(view.school)),
    schools: view.schools.map(schoolChoice),
    school: view.schools[0]?.id ?? '',
  };
}
