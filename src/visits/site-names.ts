import { grouped, type Directory, type School, type Site } from '../campus/index.js';

/** The site that a text names, or why none is. */
export type NamedSite =
  { readonly siteId: string } | { readonly fault: string; readonly isAmbiguous: boolean };

/**
 * Finds the site that is meant by its id, by a school number, by `school, site`, or by the exact name of a school or a
 * street, whatever the case. A school counts only where it has one site: nobody guesses which building is meant.
 */
export function siteNames(directory: Directory): (text: string) => NamedSite {
  const places = directory.schools.flatMap((school) =>
    directory.sitesOf(school.id).map((site) => ({ school, site })),
  );
  const byName = grouped(
    places.flatMap(({ school, site }) => namesOf(school, site).map((name) => ({ name: folded(name), site }))),
    ({ name }) => [name],
  );
  return (text) => {
    const written = text.trim();
    if (directory.site(written)) return { siteId: written };
    const named = new Map((byName.get(folded(written)) ?? []).map(({ site }) => [site.id, site]));
    const [siteId, ...others] = [...named.keys()];
    if (siteId === undefined)
      return { fault: `there is no site "${shortened(written)}"`, isAmbiguous: false };
    if (others.length === 0) return { siteId };
    const ids = [siteId, ...others].join(', ');
    return { fault: `"${shortened(written)}" has several sites, name one: ${ids}`, isAmbiguous: true };
  };
}

/** How people find a site again that a file shows: the school's name and the site's. */
export function siteTitle(directory: Directory, siteId: string): string {
  const site = directory.site(siteId);
  const school = site && directory.school(site.schoolId);
  return site && school ? titleOf(school, site) : siteId;
}

function namesOf(school: School, site: Site): string[] {
  const { postcode, town } = school;
  return [school.id, school.name, titleOf(school, site), site.street, `${site.street}, ${postcode} ${town}`];
}

function titleOf(school: School, site: Site): string {
  return `${school.name}, ${site.name}`;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
