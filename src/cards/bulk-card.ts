import { countsOf, type BulkJob, type BulkResult } from '../bulk/index.js';
import { texts, type Language, type Texts } from '../i18n/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import { formatTicketId } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { common, mentionEntities, mentionLine, type CommonData, type Mention } from './pieces.js';
import { cardTemplate, type Card } from './template.js';

/** How far a command to many tickets is. */
export interface BulkView {
  readonly job: BulkJob;
  /** To whom tickets are handed, by name; null where that is the help desk, or nobody. */
  readonly to: string | null;
  /** Whom the card calls; null while there is nothing to say that somebody waits for. */
  readonly mention: Mention | null;
  readonly now: Instant;
  readonly timeZone: string;
}

interface BulkData extends CommonData {
  readonly title: string;
  readonly progress: string;
  readonly mention: string;
  readonly entities: readonly object[];
  readonly hasLines: boolean;
  readonly lines: readonly { readonly text: string }[];
  readonly more: string;
  readonly ordered: string;
}

/** More lines than these nobody reads. */
const mostLines = 10;

const template = cardTemplate<BulkData>('bulk');

/** What was ordered, how far it is, and which tickets could not be changed and why. It has no buttons. */
export function bulkCard(view: BulkView, language: Language): Card {
  const t = texts(language);
  const { bulk } = t.lists;
  const { job, mention, now, timeZone } = view;
  const isOver = job.finishedAt !== null;
  const notDone = job.results.filter(({ kind }) => kind !== 'done');
  const hidden = notDone.length - mostLines;
  return template({
    ...common(
      language,
      isOver ? 'resolved' : 'claimed',
      isOver ? bulk.doneWord : bulk.word,
      !isOver ? 'accent' : notDone.length > 0 ? 'warning' : 'good',
    ),
    title: plainLine(titleOf(view, t)),
    progress: progressOf(job, t),
    mention: mentionLine(mention ? [mention] : [], t.cards),
    entities: mentionEntities(mention ? [mention] : []),
    hasLines: notDone.length > 0,
    lines: notDone.slice(0, mostLines).map((result) => ({ text: lineOf(result, t) })),
    more: hidden > 0 ? bulk.more(hidden) : '',
    ordered: bulk.orderedBy(plainLine(job.by.name), t.times.stamp(instantOf(job.orderedAt), now, timeZone)),
  });
}

/** What a notification says: what was ordered, and how far it is. Not made safe for a card. */
export function bulkSummary(view: Pick<BulkView, 'job' | 'to'>, language: Language): string {
  const t = texts(language);
  return t.lists.summary(titleOf(view, t), progressOf(view.job, t));
}

function titleOf({ job, to }: Pick<BulkView, 'job' | 'to'>, t: Texts): string {
  const { bulk } = t.lists;
  const count = job.ticketIds.length;
  switch (job.command.verb) {
    case 'assign':
    case 'offer':
      return bulk.assign(count, to ?? t.vocabulary.helpdesk);
    case 'resolve':
      return bulk.resolve(count);
    case 'close':
      return bulk.close(count);
    case 'next-visit':
      return bulk.nextVisit(count);
    case 'accept':
      return t.absences.acceptAll(count);
  }
}

function progressOf(job: BulkJob, t: Texts): string {
  const { bulk } = t.lists;
  const { done, refused, failed, left } = countsOf(job);
  if (job.finishedAt === null) {
    const dealtWith = job.ticketIds.length - left;
    // The answer to the press is never drawn anew: a number on it would stay as it was.
    return dealtWith === 0 ? bulk.resultFollows : bulk.running(dealtWith, job.ticketIds.length);
  }
  return [
    bulk.done(done),
    ...(refused > 0 ? [bulk.refused(refused)] : []),
    ...(failed > 0 ? [bulk.failed(failed)] : []),
  ].join(', ');
}

function lineOf(result: BulkResult, t: Texts): string {
  return t.lists.bulk.refusedLine(formatTicketId(result.ticketId), plainLine(whyNot(result, t)));
}

function whyNot(result: BulkResult, t: Texts): string {
  const { bulk } = t.lists;
  if (result.kind !== 'refused') return bulk.failedWhy;
  switch (result.refusal.code) {
    case 'no-visit':
      return bulk.noVisit;
    case 'not-offered':
      return t.absences.notOffered;
    case 'wrong-state':
      return bulk.meanwhile(t.vocabulary.states[result.refusal.state]);
    default:
      return t.refusals.sentence(result.refusal);
  }
}
