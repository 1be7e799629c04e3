import type { School, Site } from '../campus/index.js';
import type { SchoolFacts, SiteFacts } from '../cards/index.js';
import { startOfDay, type Instant } from '../sla/index.js';
import { nextVisitOn } from './next-visit.js';
import type { BotParts } from './parts.js';

/** Who looks after a school today, at each of its sites, by the directory. */
export function schoolFacts(school: School, now: Instant, parts: BotParts): SchoolFacts {
  const { timeZone } = parts.rules.calendar;
  const sites = parts.directory.current().sitesOf(school.id);
  return { school, sites: sites.map((site) => siteFacts(site, now, parts)), now, timeZone };
}

function siteFacts(site: Site, now: Instant, parts: BotParts): SiteFacts {
  const { directory, rules } = parts;
  const city = directory.current();
  const campus = city.campus(site.campusId);
  const inForce = campus && city.inForce(campus.id, now);
  const { until, standsInFor } = inForce ?? { until: null, standsInFor: null };
  return {
    site,
    campus: campus?.name ?? null,
    person: inForce?.person?.name ?? null,
    standsInFor: standsInFor && {
      manager: standsInFor.name,
      until: until === null ? null : startOfDay(until, rules.calendar.timeZone),
    },
    nextVisit: nextVisitOn(parts, site.id, now),
  };
}
