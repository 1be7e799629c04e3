import { noticeCard, visitChangeCard, type VisitChangeView } from '../../src/cards/index.js';
import { worklistRenderer } from '../../src/delivery/index.js';
import type { Language } from '../../src/i18n/index.js';
import type { PlannedVisit } from '../../src/tickets/ticket.js';
import type { WorklistSite } from '../../src/worklists/index.js';
import { now, report, rules } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';
import { listOf, siteOf } from './worklist-samples.js';

const place = { siteId: 'site-main', school: 'Lindenschule', site: null };
const window = { from: Date.parse('2026-11-26T07:00:00Z'), to: Date.parse('2026-11-26T10:00:00Z') };
const visit = { place, date: '2026-11-26', window, movedFrom: null };

const view: VisitChangeView = {
  result: [],
  of: { campusId: 'campus-7', schoolId: '' },
  name: 'Campus 7',
  visits: [
    visit,
    { ...visit, date: '2026-12-03', window: null },
    { ...visit, date: '2026-12-09', movedFrom: '2026-12-10' },
  ],
  chosen: null,
  today: '2026-11-24',
  now,
  timeZone: rules.calendar.timeZone,
};

const movedTo: PlannedVisit = {
  id: 'site-main.2026-11-27',
  siteId: 'site-main',
  date: '2026-11-27',
  from: '2026-11-27T08:00:00.000Z',
  to: '2026-11-27T09:00:00.000Z',
};

/** Where a single visit is cancelled or moved, and what the school's contacts read of that. */
export function visitSamples(language: Language): readonly SampleCard[] {
  // What a manager typed is as little to be trusted as any other text.
  const typed = report.room ?? '';
  const chosen = { ...visit, note: typed, planned: 2, from: '08:00', to: '11:00' };
  const draw = (changes: Partial<VisitChangeView>) => visitChangeCard({ ...view, ...changes }, language);
  const told = (changes: Partial<WorklistSite>) => {
    const { site } = siteOf();
    const of = siteOf({ ...site, reason: typed, ...changes });
    return worklistRenderer.missed(of, listOf({}, [of]), language).card ?? noticeCard('', language);
  };
  return [
    ...samplesOf('visit-change', language, {
      list: draw({ result: ['✔'] }),
      none: draw({ visits: [], name: typed }),
      chosen: draw({ visits: [], chosen }),
      'chosen-moved': draw({ visits: [], chosen: { ...chosen, movedFrom: '2026-11-25', note: '' } }),
      'chosen-cancelled': draw({ visits: [], chosen: { ...chosen, window: null, from: '', to: '' } }),
    }),
    ...samplesOf('notice', language, {
      'visit-moved': told({ state: 'off', movedTo }),
      'visit-cancelled': told({ state: 'off' }),
      'visit-back': told({ state: 'planned', reason: '' }),
    }),
  ];
}
