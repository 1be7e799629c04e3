import { texts, type Language, type Texts } from '../i18n/index.js';
import { startOfDay } from '../sla/index.js';
import { formatTicketId } from '../tickets/index.js';
import { reasonLimit } from '../worklists/index.js';
import { plain, plainLine } from './escape.js';
import { dueWords, placeLine, type Moment } from './maintenance-lines.js';
import { icons } from './pieces.js';
import { windowOf, windowWords } from './visit-line.js';
import type { WorklistSiteView, WorklistView } from './worklist-card.js';
import type { SitePart } from './worklist-pages.js';
import { ticketRow, type TicketRow } from './worklist-ticket.js';

/** A site of the list, ready for the template. */
export interface SiteData {
  readonly heading: string;
  readonly lines: readonly { readonly text: string }[];
  readonly tickets: readonly TicketRow[];
  readonly checks: readonly { readonly text: string; readonly open: string; readonly data: object }[];
  readonly hasActions: boolean;
  readonly buttons: readonly { readonly title: string; readonly verb: string; readonly data: object }[];
  readonly forms: readonly SiteForm[];
}

/** A button that asks for a text. */
interface SiteForm {
  readonly title: string;
  readonly input: string;
  readonly limit: number;
  readonly label: string;
  readonly error: string;
  readonly value: string;
  readonly now: string;
  readonly verb: string;
  readonly style: 'positive' | 'destructive';
  readonly data: object;
}

const stateIcons = {
  planned: icons.waiting,
  done: icons.resolved,
  missed: icons.urgent,
  off: icons.closed,
} as const;

/** The day of a worklist (YYYY-MM-DD): `Thu 26 Nov`. */
export function dayOf(date: string, { now, timeZone }: Moment, t: Texts): string {
  return t.times.date(startOfDay(date, timeZone), now, timeZone);
}

/**
 * One site with what of it stands on this page.
 * @param page its number, to which a press leads back
 */
export function siteData(
  { of, tickets, isEnd }: SitePart,
  view: WorklistView,
  language: Language,
  page: number,
): SiteData {
  const t = texts(language);
  const target = {
    worklistId: view.worklist.id,
    drawn: view.worklist.revision,
    siteId: of.site.siteId,
    page,
  };
  const buttons = isEnd ? siteButtons(of, target, t) : [];
  const forms = isEnd ? siteForms(of, target, t) : [];
  return {
    heading: headingOf(of, view, t),
    lines: siteLines(of, view, t).map((text) => ({ text })),
    tickets: tickets.map((ticket) => ticketRow(ticket, view, language, page)),
    checks: isEnd ? checkRows(of, view, language) : [],
    hasActions: buttons.length + forms.length > 0,
    buttons,
    forms,
  };
}

function headingOf({ site, place }: WorklistSiteView, { now, timeZone }: Moment, t: Texts): string {
  const { from, to } = windowOf(site);
  const clock = (at: number): string => t.times.clock(at, now, timeZone);
  return `${clock(from)}–${clock(to)} · ${placeLine(place)}`;
}

function siteLines(of: WorklistSiteView, view: WorklistView, t: Texts): readonly string[] {
  const { worklist: w } = t.visits;
  const { site, place, tickets, nextVisit } = of;
  const movedLine = (of: typeof site.state): typeof w.movedTo =>
    of === 'done' || of === 'missed' ? w.movedTo : w.visitMovedTo;
  // Whatever has happened to the others since, it is nothing to settle here.
  const waiting = tickets.filter(({ as }) => as === 'planned').map(({ view }) => view.id);
  const left = waiting.filter((id) => site.notMoved?.includes(id));
  const word = w.states[site.state];
  const state = `${stateIcons[site.state]} ${site.by ? plainLine(w.by(word, site.by.name)) : word}`;
  return [
    `${icons.school} ${plainLine(place.street)}`,
    state,
    ...(site.reason === '' ? [] : [w.because(plain(site.reason))]),
    ...(site.movedTo ? [movedLine(site.state)(windowWords(windowOf(site.movedTo), view, t))] : []),
    ...(left.length === 0 ? [] : [w.notMoved(left.map(formatTicketId).join(', '))]),
    ...(nextVisit && !site.movedTo ? [w.nextVisit(windowWords(nextVisit, view, t))] : []),
    ...(tickets.length === 0 ? [w.none] : []),
  ];
}

function checkRows(
  { checks, site }: WorklistSiteView,
  view: WorklistView,
  language: Language,
): SiteData['checks'] {
  const t = texts(language);
  return checks.map((check) => {
    const sign = check.state === 'overdue' ? icons.urgent : icons.list;
    const text = `${sign} ${plainLine(check.name[language])} · ${dueWords(check, view, t)}`;
    return {
      text: `${text} ▸`,
      open: `${text} ${t.maintenance.actions.open}`,
      data: { worklistId: view.worklist.id, siteId: site.siteId, kindId: check.kindId },
    };
  });
}

function siteButtons({ site }: WorklistSiteView, data: object, t: Texts): SiteData['buttons'] {
  const { actions } = t.visits.worklist;
  const change = { title: actions.changeVisit, verb: 'worklist.visit', data };
  if (site.state === 'planned')
    return [{ title: `${icons.resolved} ${actions.done}`, verb: 'worklist.done', data }, change];
  if (site.state === 'off') return [change];
  if (site.state === 'done') return [{ title: actions.takeBack, verb: 'worklist.take-back', data }];
  return [];
}

function siteForms({ site, left, nextVisit }: WorklistSiteView, data: object, t: Texts): readonly SiteForm[] {
  const { actions, labels, errors, movedNote } = t.visits.worklist;
  const limit = reasonLimit;
  const move: SiteForm = {
    title: actions.move(left),
    input: `move-${site.visitId}.note`,
    limit,
    label: labels.note,
    error: errors.note,
    value: movedNote,
    now: actions.moveNow,
    verb: 'worklist.move',
    style: 'positive',
    data,
  };
  const miss: SiteForm = {
    title: actions.missed,
    input: `miss-${site.visitId}.reason`,
    limit,
    label: labels.reason,
    error: errors.reason,
    value: '',
    now: actions.missedNow,
    verb: 'worklist.missed',
    style: 'destructive',
    data,
  };
  return [...(left > 0 && nextVisit ? [move] : []), ...(site.state === 'planned' ? [miss] : [])];
}
