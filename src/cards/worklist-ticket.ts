import { texts, type Language, type Texts } from '../i18n/index.js';
import { formatTicketId } from '../tickets/index.js';
import { excerpt, plainLine } from './escape.js';
import { icons } from './pieces.js';
import { roomWords, stateWord } from './ticket-lines.js';
import { windowWords } from './visit-line.js';
import type { WorklistTicketView, WorklistView } from './worklist-card.js';

/** A ticket of the list, ready for the template. */
export interface TicketRow {
  /** Address of the first picture; empty where there is none that a client can fetch. */
  readonly photo: string;
  readonly photoText: string;
  readonly title: string;
  readonly where: string;
  readonly color: 'Default' | 'Attention';
  readonly said: string;
  readonly canSolve: boolean;
  readonly solve: Readonly<Record<'title' | 'input' | 'label' | 'error' | 'value' | 'now', string>>;
  readonly open: string;
  readonly data: object;
}

const titleLength = 80;
const saidLength = 160;

/** What is broken; how urgent, where, and who has it; and the last words about it. */
export function ticketRow(
  ticket: WorklistTicketView,
  { worklist }: Pick<WorklistView, 'worklist'>,
  language: Language,
  page: number,
): TicketRow {
  const t = texts(language);
  const { view, isOwn } = ticket;
  const { worklist: w } = t.visits;
  const photo = view.photos.find(({ url }) => url !== null)?.url ?? '';
  const isUrgent = view.promise?.urgency === 'overdue' || view.priority === 'P1';
  const name = plainLine(excerpt(view.title, titleLength));
  return {
    photo,
    photoText: photo === '' ? '' : t.photos.alternative(1, view.photos.length),
    title: `${icons[view.state]} ${name}`,
    where: `${isUrgent ? `${icons.urgent} ` : ''}${whereLine(ticket, t)}`,
    color: isUrgent ? 'Attention' : 'Default',
    said: saidLine(ticket, t),
    canSolve: isOwn && view.can.resolve,
    solve: {
      title: `${icons.resolved} ${w.actions.solved}`,
      input: `solve-${view.id}.solution`,
      label: w.labels.solution,
      error: w.errors.solution,
      value: w.solvedNote,
      now: w.actions.solvedNow,
    },
    open: w.actions.open,
    data: { worklistId: worklist.id, ticketId: view.id, drawn: view.revision, page },
  };
}

function whereLine(ticket: WorklistTicketView, t: Texts): string {
  const { view } = ticket;
  const { lines } = t.cards;
  return lines.list(
    [
      view.priority === null ? '' : t.vocabulary.priorities[view.priority],
      view.room === null ? '' : roomWords(view.room, t),
      view.deviceTag === null ? '' : lines.device(plainLine(view.deviceTag)),
      view.scope === null || view.scope === 'one' ? '' : t.vocabulary.scopes[view.scope],
      standingWords(ticket, t),
      dueWords(ticket, t),
      formatTicketId(view.id),
    ].filter((part) => part !== ''),
  );
}

/** For which visit it is planned, for what it waits, or who else has it. */
function standingWords({ view, as, isOwn }: WorklistTicketView, t: Texts): string {
  const { worklist: w } = t.visits;
  if (as === 'later') {
    const { plannedVisit: visit, waitingUntil: until } = view;
    if (visit) return w.later(windowWords(visit, view, t));
    return until === null ? stateWord(view, t) : w.later(t.times.date(until, view.now, view.timeZone));
  }
  if (!isOwn) return w.elsewhere(plainLine(teamOf(view.responsible, t)));
  if (as === 'planned') return w.planned;
  return view.state === 'waiting' ? stateWord(view, t) : '';
}

function teamOf(responsible: WorklistTicketView['view']['responsible'], t: Texts): string {
  if (responsible?.campus) return responsible.campus;
  return responsible?.party === 'provider' ? t.visits.worklist.provider : t.vocabulary.helpdesk;
}

function dueWords({ view: { promise, incident, now, timeZone } }: WorklistTicketView, t: Texts): string {
  if (typeof promise?.dueAt !== 'number' || incident !== null) return '';
  return promise.urgency === 'overdue'
    ? t.cards.lines.overdue[promise.of](t.times.stamp(promise.dueAt, now, timeZone))
    : t.cards.lines.promised[promise.of](t.times.until(promise.dueAt, now, timeZone));
}

function saidLine({ view: { lastComment, lastNote } }: WorklistTicketView, t: Texts): string {
  const last = (lastNote?.at ?? 0) > (lastComment?.at ?? 0) ? lastNote : lastComment;
  if (!last || last.text === '') return '';
  const words = plainLine(excerpt(last.text.replace(/\s+/gu, ' ').trim(), saidLength));
  return `${icons.message} ${t.cards.lines.list([plainLine(last.by), words])}`;
}
