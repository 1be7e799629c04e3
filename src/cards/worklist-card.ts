import { texts, type Language, type Texts } from '../i18n/index.js';
import type { CheckLine } from '../maintenance/index.js';
import { formatTicketId, type ChannelView, type VisitWindow } from '../tickets/index.js';
import type { ListedAs, Worklist, WorklistSite } from '../worklists/index.js';
import { plainLine } from './escape.js';
import type { MaintenancePlace, Moment } from './maintenance-lines.js';
import { common, icons, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { dayOf, siteData, type SiteData } from './worklist-site.js';
import { pagesOf } from './worklist-pages.js';

/** A worklist with everything that stands on it as it is now. */
export interface WorklistView extends Moment {
  readonly worklist: Worklist;
  readonly campus: string;
  /** Who stands in for the manager on that day; null where nobody has to. */
  readonly standsIn: string | null;
  readonly sites: readonly WorklistSiteView[];
  /** Contacts who have to be called, because the bot does not reach them. */
  readonly toInform: readonly {
    readonly siteId: string;
    readonly personId: string;
    readonly name: string;
    readonly school: string;
  }[];
}

export interface WorklistSiteView {
  readonly site: WorklistSite;
  readonly place: MaintenancePlace & { readonly street: string };
  /** In the order in which they are worked on. */
  readonly tickets: readonly WorklistTicketView[];
  /** Maintenance that is due on that day. */
  readonly checks: readonly CheckLine[];
  /** How many would go to the next visit with one press. */
  readonly left: number;
  readonly nextVisit: VisitWindow | null;
}

export interface WorklistTicketView {
  readonly view: ChannelView;
  readonly as: ListedAs;
  /** Whether the campus of the list has it. */
  readonly isOwn: boolean;
  /** Whether a part was waited for, which may have to be taken along. */
  readonly hasPart: boolean;
}

interface WorklistData extends CommonData {
  readonly title: string;
  readonly lines: readonly { readonly text: string }[];
  readonly calls: readonly { readonly text: string; readonly title: string; readonly data: object }[];
  readonly sites: readonly SiteData[];
  readonly pageLine: string;
  readonly refresh: { readonly title: string; readonly data: object };
  readonly turns: readonly { readonly title: string; readonly data: object }[];
}

const template = cardTemplate<WorklistData>('worklist');

/**
 * What is to be done on a day of visits, site by site; verbs `worklist.*`.
 * @param page from 1 on; the last one where there are not so many
 */
export function worklistCard(view: WorklistView, language: Language, page = 1): Card {
  const t = texts(language);
  const { worklist: w } = t.visits;
  const { worklist } = view;
  const pages = pagesOf(view.sites);
  const number = Math.min(Math.max(page, 1), pages.length);
  const data = { worklistId: worklist.id, drawn: worklist.revision, page: number };
  const turn = (to: number) => ({ ...data, page: to });
  return template({
    ...common(language, 'list', w.word, worklist.isUnmanned ? 'warning' : 'accent'),
    title: plainLine(w.title(view.campus, dayOf(worklist.date, view, t))),
    lines: headLines(view, language, t).map((text) => ({ text })),
    calls:
      number > 1
        ? []
        : view.toInform.map((call) => ({
            text: `${icons.urgent} ${plainLine(w.byPhone(call.name, call.school))}`,
            title: w.actions.informed,
            data: { ...data, siteId: call.siteId, personId: call.personId },
          })),
    sites: (pages[number - 1] ?? []).map((part) => siteData(part, view, language, number)),
    pageLine: pages.length > 1 ? w.page(number, pages.length) : '',
    refresh: { title: w.actions.refresh, data: turn(number) },
    turns: [
      ...(number > 1 ? [{ title: w.actions.previousPage, data: turn(number - 1) }] : []),
      ...(number < pages.length ? [{ title: w.actions.nextPage, data: turn(number + 1) }] : []),
    ],
  });
}

/** What a notification says of it. */
export function worklistSummary(view: WorklistView, language: Language): string {
  const t = texts(language);
  const tickets = view.sites.reduce((sum, site) => sum + site.tickets.length, 0);
  return t.visits.worklist.summary(dayOf(view.worklist.date, view, t), view.sites.length, tickets);
}

function headLines(view: WorklistView, language: Language, t: Texts): readonly string[] {
  const { worklist: w } = t.visits;
  const { sites, worklist, standsIn } = view;
  const tickets = sites.reduce((sum, site) => sum + site.tickets.length, 0);
  const checks = sites.reduce((sum, site) => sum + site.checks.length, 0);
  const things = bringWords(view, language, t);
  return [
    ...(worklist.isUnmanned ? [`${icons.urgent} ${w.unmanned}`] : []),
    w.counts(sites.length, tickets, checks),
    ...(standsIn === null ? [] : [plainLine(w.standsIn(standsIn))]),
    ...(things.length === 0 ? [] : [`${icons.info} ${w.bring(things.map(plainLine).join(', '))}`]),
  ];
}

/** More than this nobody carries, or reads. */
const mostThings = 12;

/** By what is broken, what was ordered, and what the checks need; each thing once. */
function bringWords({ sites }: WorklistView, language: Language, t: Texts): readonly string[] {
  const { worklist: w } = t.visits;
  const open = sites.filter(({ site }) => site.state === 'planned');
  const listed = open.flatMap(({ tickets }) => tickets.filter(({ isOwn, as }) => isOwn && as !== 'later'));
  const parts = listed.filter(({ hasPart }) => hasPart).map(({ view }) => w.part(formatTicketId(view.id)));
  const usual = listed.flatMap(({ view }) => w.bringFor[view.category] ?? []);
  const checks = open.flatMap((site) =>
    site.checks.flatMap(({ bring }) => bring.map((each) => each[language])),
  );
  return [...new Set([...parts, ...checks, ...usual])].slice(0, mostThings);
}
