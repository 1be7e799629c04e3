import { describe, expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { visitDatesOf } from '../../src/maintenance/visit-dates.js';
import { defaultCalendar, defaultPolicy, serviceRules } from '../../src/sla/index.js';
import { buildRota } from '../../src/visits/index.js';

const directory = sampleDirectory();
const siteId = directory.sitesOf(directory.schools[0]?.id ?? '')[0]?.id ?? '';
const rules = serviceRules({ version: '1', calendar: defaultCalendar, policy: defaultPolicy });

/** Each Thursday morning from September on; the change of clocks on 25 October lies between. */
const thursdays = {
  siteId,
  weekday: 'thu' as const,
  from: '08:00',
  to: '11:00',
  everyWeeks: 1,
  startingWeek: '2026-09-07',
  validFrom: null,
  validTo: null,
  inSchoolHolidays: false,
};
const visits = visitDatesOf(
  buildRota(
    { revision: 1, content: { travelMinutes: 15, rules: [thursdays], exceptions: [] } },
    directory,
    rules,
  ),
);

describe('the dates of a rota', () => {
  it('are those of its visits, the day itself among them, and none in school holidays', () => {
    expect(visits.nextFrom(siteId, '2026-09-10')).toBe('2026-09-10');
    expect(visits.nextFrom(siteId, '2026-09-11')).toBe('2026-09-17');
    expect(visits.nextFrom(siteId, '2026-10-16')).toBe('2026-11-05');
    expect(visits.nextFrom('nowhere', '2026-09-10')).toBe(null);
  });

  it('end with the last one within a span, both ends among it', () => {
    expect(visits.lastIn(siteId, '2026-09-10', '2026-09-24')).toBe('2026-09-24');
    expect(visits.lastIn(siteId, '2026-09-11', '2026-09-23')).toBe('2026-09-17');
    expect(visits.lastIn(siteId, '2026-09-11', '2026-09-16')).toBe(null);
  });

  it('name the visit of a day', () => {
    expect(visits.idOn(siteId, '2026-09-10')).toBe(`${siteId}.2026-09-10`);
    expect(visits.idOn(siteId, '2026-09-11')).toBe(null);
  });
});
