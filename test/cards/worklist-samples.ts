import {
  noticeCard,
  worklistCard,
  type WorklistSiteView,
  type WorklistTicketView,
  type WorklistView,
} from '../../src/cards/index.js';
import { worklistRenderer } from '../../src/delivery/index.js';
import type { Language } from '../../src/i18n/index.js';
import type { CheckLine } from '../../src/maintenance/index.js';
import { channelView, type Ticket } from '../../src/tickets/index.js';
import type { Worklist, WorklistSite } from '../../src/worklists/index.js';
import {
  comment,
  directory,
  manager,
  now,
  report,
  rules,
  situations,
  surroundings,
  ticket,
} from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** The list of a day of visits as its manager gets it, and what else is told of visits. */
export function worklistSamples(language: Language): readonly SampleCard[] {
  const draw = (view: WorklistView, page = 1) => worklistCard(view, language, page);
  const { missed, unmanned, former } = worklistRenderer;
  const nobody = listOf({ isUnmanned: true }, [siteOf(missedSite)]);
  return [
    ...samplesOf('worklist', language, {
      evening: draw(full(language)),
      'second-page': draw(long(), 2),
      done: draw(listOf({}, [siteOf(doneSite, [])])),
      missed: draw({ ...listOf({}, [siteOf(missedSite)]), toInform: [toInform()] }),
      'not-moved': draw(
        listOf({}, [siteOf({ ...missedSite, notMoved: [ticket().id] }, [rowOf(ticket(), 'planned')])]),
      ),
      off: draw(listOf({}, [siteOf({ ...planned, state: 'off' }, [])])),
      unmanned: draw(nobody),
      deputy: draw({ ...listOf({}, [siteOf(planned, [])]), standsIn: report.room }),
    }),
    ...samplesOf('notice', language, {
      'visit-missed': missed(siteOf(missedSite), full(language), language).card ?? noticeCard('', language),
      'visits-unmanned': unmanned(nobody, language).card ?? noticeCard('', language),
      'worklist-elsewhere': former(language).card ?? noticeCard('', language),
    }),
  ];
}

const planned: WorklistSite = {
  siteId: 'site-main',
  visitId: 'site-main.2026-11-26',
  from: '2026-11-26T07:00:00.000Z',
  to: '2026-11-26T10:00:00.000Z',
  state: 'planned',
  reason: '',
  by: null,
  at: null,
  movedTo: null,
};

const next = {
  id: 'site-main.2026-12-03',
  siteId: 'site-main',
  date: '2026-12-03',
  from: '2026-12-03T07:00:00.000Z',
  to: '2026-12-03T10:00:00.000Z',
};

const by = { id: manager.id, name: manager.name };
const doneSite: WorklistSite = { ...planned, state: 'done', by, at: planned.to, movedTo: next };
/** What a manager typed is as little to be trusted as any other text. */
const missedSite: WorklistSite = {
  ...planned,
  state: 'missed',
  reason: report.room ?? '',
  by,
  at: planned.from,
};

const toInform = () => ({
  siteId: 'site-main',
  personId: 'id-contact',
  name: report.room ?? '',
  school: 'Lindenschule',
});

function worklist(changes: Partial<Worklist>): Worklist {
  return {
    id: 'campus-7.2026-11-26',
    schemaVersion: 1,
    campusId: 'campus-7',
    date: '2026-11-26',
    sites: [],
    isUnmanned: false,
    isSent: true,
    card: null,
    former: [],
    moves: [],
    tells: [],
    toInform: [],
    announces: false,
    seen: null,
    lookAt: null,
    commandIds: [],
    revision: 3,
    attempts: 0,
    lease: null,
    wakeAt: null,
    ...changes,
  };
}

export function listOf(changes: Partial<Worklist>, sites: readonly WorklistSiteView[]): WorklistView {
  return {
    worklist: worklist({ sites: sites.map(({ site }) => site), ...changes }),
    campus: 'Campus 7',
    standsIn: null,
    sites,
    toInform: [],
    now,
    timeZone: rules.calendar.timeZone,
  };
}

function rowOf(one: Ticket, as: WorklistTicketView['as'] = 'open'): WorklistTicketView {
  const photoUrl = (id: string): string => `https://campusdesk.example.org/photos/${id}.jpg`;
  const view = channelView(one, { ...surroundings, photoUrl });
  return { view, as, isOwn: one.handledBy?.party === 'campus', hasPart: as === 'planned' };
}

export function siteOf(
  site: WorklistSite = planned,
  tickets: readonly WorklistTicketView[] = [rowOf(ticket())],
  checks: readonly CheckLine[] = [],
): WorklistSiteView {
  const city = directory();
  return {
    site,
    place: {
      siteId: site.siteId,
      school: city.school('100001')?.name ?? '',
      site: city.site(site.siteId)?.name ?? null,
      street: city.site(site.siteId)?.street ?? '',
    },
    tickets,
    checks,
    left: tickets.filter(({ isOwn, as }) => isOwn && as !== 'later').length,
    nextVisit: { from: Date.parse(next.from), to: Date.parse(next.to) },
  };
}

function full(language: Language): WorklistView {
  const known = situations(language);
  const photos = [{ id: 'p'.repeat(43), at: '2026-11-24T07:10:00.000Z', width: 1024, height: 768 }];
  const rows = [
    rowOf(ticket({ photos, history: [...ticket().history, comment] }, language), 'planned'),
    ...(known['claimed'] ? [rowOf({ ...known['claimed'], id: 'Q2W3E4' })] : []),
    ...(known['waiting-visit'] ? [rowOf({ ...known['waiting-visit'], id: 'A5B6C7' }, 'later')] : []),
  ];
  const branch = { ...planned, siteId: 'site-branch', visitId: 'site-branch.2026-11-26' };
  return listOf({}, [siteOf(planned, rows, [check()]), siteOf(branch, [])]);
}

function check(): CheckLine {
  const name = { de: `${report.room ?? ''}: Filter`, en: `${report.room ?? ''}: filters` };
  return {
    siteId: 'site-main',
    kindId: 'filters',
    name,
    checklist: [name],
    bring: [{ de: 'Ersatzfilter', en: 'Spare filters' }],
    durationWallMinutes: 20,
    plannedOn: '2026-11-23',
    openFrom: '2026-11-16',
    dueOn: '2026-11-26',
    state: 'due',
    overdueSince: null,
    overdueDays: 0,
    lastDoneOn: null,
  };
}

/** More than a page takes. */
export function long(tickets = 25): WorklistView {
  const rows = Array.from({ length: tickets }, (_, index) =>
    rowOf(ticket({ id: `AAAA${String(index + 10)}` }), 'open'),
  );
  return listOf({}, [siteOf(planned, rows)]);
}
