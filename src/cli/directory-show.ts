import { DirectoryBook } from '../campus/index.js';
import type { Directory, Organisation, School, Site } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { withStore } from './open-store.js';
import { columns, CommandFailed } from './output.js';
import type { Output } from './output.js';

export interface ShowOptions {
  readonly json?: true;
}

/** What is stored, and who answers for each campus now. */
export async function showDirectory(options: ShowOptions, output: Output): Promise<void> {
  const summary = summaryOf(await withStore((store) => DirectoryBook.open(store)));
  if (options.json) output.result(summary);
  else tellSummary(summary, output);
}

type Summary = ReturnType<typeof summaryOf>;

function summaryOf(book: DirectoryBook) {
  const directory = book.current();
  const { register, organisation } = book.stored();
  const { provider } = directory;
  return {
    register: register && { source: register.source, importedAt: register.importedAt },
    organisation: organisation && { source: organisation.source, appliedAt: organisation.appliedAt },
    schools: directory.schools.length,
    sites: sitesOf(directory).length,
    campuses: directory.campuses.map((campus) => campusSummary(directory, campus.id)),
    dispatchers: directory.dispatchers.length,
    administrators: directory.administrators.length,
    provider: provider && { name: provider.name, people: provider.people.length },
    schoolsWithContact: directory.schools.filter(({ id }) => directory.contactsOf(id).length > 0).length,
    addressesWithoutId: organisation ? unpinnedCount(organisation.organisation, organisation.pins) : 0,
  };
}

function tellSummary(summary: Summary, output: Output): void {
  const { register, organisation, provider } = summary;
  output.tell(
    register ? `Register: ${register.source}, imported ${register.importedAt}` : 'No register is stored.',
  );
  output.tell(
    organisation
      ? `Organisation: ${organisation.source}, applied ${organisation.appliedAt}`
      : 'No organisation is stored.',
  );
  output.tell(
    `${summary.schools} schools, ${summary.sites} sites, ${summary.campuses.length} campuses, ` +
      `${summary.dispatchers} dispatchers, ${summary.administrators} administrators`,
  );
  if (provider) output.tell(`Provider: ${provider.name}, ${provider.people} people`);
  if (summary.schoolsWithContact > 0) output.tell(`${summary.schoolsWithContact} schools with a contact`);
  if (summary.addressesWithoutId > 0) {
    output.tell(`${summary.addressesWithoutId} people are known by address only and were not seen yet.`);
  }
  const rows = summary.campuses.map(({ id, name, sites, inForce }) => [
    id,
    name,
    `${sites} sites`,
    wordsFor(inForce),
  ]);
  for (const row of columns(rows)) output.tell(row);
}

/** Who is responsible now for each site of a school, found by number or search. @throws CommandFailed for none */
export async function showSchool(query: string, options: ShowOptions, output: Output): Promise<void> {
  const directory = (await withStore((store) => DirectoryBook.open(store))).current();
  const school = directory.school(query) ?? directory.searchSchools(query, 1)[0]?.school;
  if (!school) throw new CommandFailed(`No school fits "${query}".`);
  const sites = directory.sitesOf(school.id).map((site) => siteSummary(directory, school, site));
  const handledBy = directory.responsibleFor(school.id, null, systemClock.now());
  const contacts = directory.contactsOf(school.id).map(({ id, name }) => ({ id, name }));
  if (options.json) {
    output.result({ school, handledBy, sites, contacts });
    return;
  }
  output.tell(`${school.id} ${school.name}, ${school.street}, ${school.postcode} ${school.town}`);
  if (sites.length === 0) output.tell('No site: the help desk takes its tickets.');
  for (const { site, campus, inForce } of sites) {
    output.tell(`${site.name}, ${site.street}: ${campus?.name ?? site.campusId}, ${wordsFor(inForce)}`);
  }
  if (contacts.length > 0) output.tell(`Contact: ${contacts.map(({ name }) => name).join(', ')}`);
}

interface InForceSummary {
  readonly person: string | null;
  readonly as: 'manager' | 'deputy' | 'nobody';
  readonly until: string | null;
  readonly standsInFor: string | null;
}

function inForceSummary(directory: Directory, campusId: string): InForceSummary {
  const { person, as, until, standsInFor } = directory.inForce(campusId, systemClock.now());
  return { person: person?.name ?? null, as, until, standsInFor: standsInFor?.name ?? null };
}

function campusSummary(directory: Directory, campusId: string) {
  const campus = directory.campus(campusId);
  return {
    id: campusId,
    name: campus?.name ?? campusId,
    sites: sitesOf(directory).filter((site) => site.campusId === campusId).length,
    inForce: inForceSummary(directory, campusId),
  };
}

function siteSummary(directory: Directory, school: School, site: Site) {
  return {
    site,
    campus: directory.campus(site.campusId),
    handledBy: directory.responsibleFor(school.id, site.id, systemClock.now()),
    inForce: inForceSummary(directory, site.campusId),
  };
}

function sitesOf(directory: Directory): readonly Site[] {
  return directory.schools.flatMap((school) => directory.sitesOf(school.id));
}

function unpinnedCount({ people }: Organisation, pins: Readonly<Record<string, string>>): number {
  return people.filter(({ address }) => address !== undefined && !Object.hasOwn(pins, address)).length;
}

function wordsFor({ person, as, until, standsInFor }: InForceSummary): string {
  const end = until === null ? '' : ` until ${until}`;
  if (person === null) return `nobody in force${end}: the help desk takes over`;
  const whom = standsInFor === null ? '' : ` for ${standsInFor}`;
  return as === 'manager' ? person : `${person} as deputy${whom}${end}`;
}
