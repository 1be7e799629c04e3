import type { Campus, Directory, School } from '../campus/index.js';
import { CommandFailed } from './output.js';

/** The campus of this id or exact name. @throws CommandFailed where there is none */
export function campusOf(text: string, directory: Directory): Campus {
  const found = campusNamed(text, directory);
  if (!found) throw new CommandFailed(`There is no campus "${text}".`);
  return found;
}

/** What a person names: the sites of a campus, of a school, or one site. @throws CommandFailed where there is none */
export function sitesNamed(text: string, directory: Directory): readonly string[] {
  const site = directory.site(text);
  if (site) return [site.id];
  const campus = campusNamed(text, directory);
  if (campus) {
    const sites = directory.schools.flatMap(({ id }) => directory.sitesOf(id));
    return sites.filter(({ campusId }) => campusId === campus.id).map(({ id }) => id);
  }
  const school: School | undefined = directory.school(text) ?? directory.searchSchools(text, 1)[0]?.school;
  if (!school) throw new CommandFailed(`No site, school or campus fits "${text}".`);
  return directory.sitesOf(school.id).map(({ id }) => id);
}

function campusNamed(text: string, directory: Directory): Campus | undefined {
  return directory.campus(text) ?? directory.campuses.find(({ name }) => name === text);
}
