import { sampleDirectory } from '../../campus/index.js';
import type { Campus, Directory } from '../../campus/index.js';
import type { PlaygroundPerson, PlaygroundWorld } from './playground-config.js';

/** The three windows of the demonstration. */
export interface DemoWorlds {
  readonly teacher: PlaygroundWorld;
  readonly manager: PlaygroundWorld;
  /** Somebody of the central help desk. */
  readonly helpdesk: PlaygroundWorld;
  /** The campus that the manager's window belongs to. */
  readonly campus: Campus;
  /** A school at one site, which this campus looks after. */
  readonly schoolName: string;
}

const botName = 'Campusdesk';

/** Made up, and in no directory: a teacher needs no entry. */
const teacher: PlaygroundPerson = { id: '00000000-0000-4000-8000-000000000901', name: 'Tina Teacher' };

/** The windows of a teacher, of the sample's first campus manager with the people a ticket can go to, and of the help desk. */
export function demoWorlds(directory: Directory = sampleDirectory()): DemoWorlds {
  const [campus] = directory.campuses;
  const manager = directory.person(campus?.managerId ?? '');
  const school = directory.schools.find(({ id }) => {
    const [site, ...further] = directory.sitesOf(id);
    return site?.campusId === campus?.id && further.length === 0;
  });
  const [dispatcher] = directory.dispatchers;
  if (!campus || !manager || !school || !dispatcher) {
    throw new Error('The sample directory has no campus or no help desk to show');
  }
  const deputy = campus.deputyId === null ? undefined : directory.person(campus.deputyId);
  const others = [deputy, ...directory.dispatchers].filter((person) => person !== undefined).slice(0, 5);
  return {
    teacher: {
      name: 'teacher',
      botName,
      currentUser: teacher,
      others: [],
      teamName: school.name,
      channelName: 'Staff room',
    },
    manager: {
      name: 'manager',
      botName,
      currentUser: manager,
      others,
      teamName: campus.name,
      channelName: 'Tickets',
    },
    helpdesk: {
      name: 'helpdesk',
      botName,
      currentUser: dispatcher,
      others: [],
      teamName: 'Help desk',
      channelName: 'All schools',
    },
    campus,
    schoolName: school.name,
  };
}
