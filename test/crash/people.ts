import { sampleDirectory } from '../../src/campus/index.js';
import type { Someone } from '../activities.js';

/** A campus with whoever answers for it today, a school of one site, and its channel. */
export interface Campus {
  readonly id: string;
  readonly manager: Someone;
  readonly school: string;
  readonly channel: string;
}

const directory = sampleDirectory();

/** All of the sample, so that no channel's rate limit slows the traffic down. */
export function campuses(now: number): Campus[] {
  return directory.campuses.flatMap(({ id }) => {
    const manager = directory.inForce(id, now).person;
    const school = directory.schools.find((each) => {
      const sites = directory.sitesOf(each.id);
      return sites.length === 1 && sites[0]?.campusId === id;
    });
    return manager && school ? [{ id, manager, school: school.id, channel: `19:${id}@thread.tacv2` }] : [];
  });
}

export const dispatcher: Someone = directory.dispatchers[0] ?? { id: '', name: '' };

export function teacher(number: number): Someone {
  return {
    id: `7eac4e70-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name: `Teacher ${number}`,
  };
}
