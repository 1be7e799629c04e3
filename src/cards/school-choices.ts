import type { School, Site } from '../campus/index.js';
import { plainLine } from './escape.js';
import type { Choice } from './pieces.js';

const known = new WeakMap<readonly School[], readonly Choice[]>();

/**
 * All schools to choose from, by name; street and number stand in the title, so that a client's own filter finds them.
 * Made once for each loaded directory.
 */
export function schoolChoices(schools: readonly School[]): readonly Choice[] {
  const made =
    known.get(schools) ?? schools.map(schoolChoice).sort((a, b) => a.title.localeCompare(b.title, 'de'));
  known.set(schools, made);
  return made;
}

/** One school as a choice; also what the type-ahead answers with. */
export function schoolChoice(school: School): Choice {
  return { title: plainLine(`${school.name}, ${school.street} (${school.id})`), value: school.id };
}

/** Sites to choose from, in the order given; the street stands in the title once. */
export function siteChoices(sites: readonly Site[]): readonly Choice[] {
  return sites.map((site) => ({
    title: plainLine(site.name.includes(site.street) ? site.name : `${site.name}, ${site.street}`),
    value: site.id,
  }));
}
