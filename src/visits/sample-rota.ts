import type { Directory, School, Site } from '../campus/index.js';
import { addDays, type Weekday } from '../sla/index.js';
import { defaultTravelMinutes, type RotaContent, type VisitRule } from './rota-content.js';

/** A time in the two weeks of a manager. */
interface Slot {
  readonly week: 0 | 1;
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
}

/** The Monday of the first week of the school year 2025/26 in North Rhine-Westphalia. */
const firstWeek = '2025-08-25';

const longDay = [
  ['08:00', '11:00'],
  ['12:00', '15:00'],
] as const;
const friday = [
  ['08:00', '10:30'],
  ['11:00', '13:30'],
] as const;

/** Two visits a day in two weeks: room for 20 sites, three more than a campus may have. */
const slots: readonly Slot[] = ([0, 1] as const).flatMap((week) =>
  (['mon', 'tue', 'wed', 'thu', 'fri'] as const).flatMap((weekday) =>
    (weekday === 'fri' ? friday : longDay).map(([from, to]) => ({ week, weekday, from, to })),
  ),
);

/**
 * An invented rota for any directory: each manager comes to each site of the campus every second week, two sites of
 * neighbouring postcodes on a day. Always the same for the same directory; sites beyond the twentieth of a campus get no visit.
 */
export function sampleRota(directory: Directory): RotaContent {
  const rules = directory.campuses.flatMap(({ id }) =>
    sitesInOrder(directory, id)
      .slice(0, slots.length)
      .flatMap((site, index) => {
        const slot = slots[index];
        return slot ? [ruleFor(site.id, slot)] : [];
      }),
  );
  return { travelMinutes: defaultTravelMinutes, rules, exceptions: [] };
}

function ruleFor(siteId: string, { week, weekday, from, to }: Slot): VisitRule {
  const startingWeek = addDays(firstWeek, 7 * week);
  const when = { weekday, from, to, everyWeeks: 2, startingWeek, validFrom: null, validTo: null };
  return { siteId, ...when, inSchoolHolidays: false };
}

function sitesInOrder(directory: Directory, campusId: string): Site[] {
  const places = directory.schools.flatMap((school) =>
    directory
      .sitesOf(school.id)
      .filter((site) => site.campusId === campusId)
      .map((site) => ({ school, site, key: `${school.postcode} ${streetOf(school, site)} ${site.id}` })),
  );
  return places.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ site }) => site);
}

/** The street without its house number, so that neighbours come one after the other. */
function streetOf(school: School, site: Site): string {
  return (site.street || school.street).replace(/\s*\d.*$/, '').toLowerCase();
}
