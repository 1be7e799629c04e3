import { sampleDirectory } from '../../src/campus/index.js';
import type { PlaygroundWorld } from '../../src/cli/demo/playground-config.js';
import { defaultCalendar, defaultPolicy, serviceRules, type Instant } from '../../src/sla/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { RotaBook, type VisitRule } from '../../src/visits/index.js';
import { worlds } from './three-windows.js';

const directory = sampleDirectory();

/** Who stands in for the manager, and whose own campus takes a report over. */
export const deputy = known(directory.person(worlds.campus.deputyId ?? ''));
export const deputysCampus = known(directory.campuses.find(({ managerId }) => managerId === deputy.id));

/** The deputy at work in the own campus. */
export const deputyWorld: PlaygroundWorld = {
  ...worlds.helpdesk,
  name: 'deputy',
  currentUser: { id: deputy.id, name: deputy.name },
  teamName: deputysCampus.name,
  channelName: 'Tickets',
};

/** Somebody comes to the teacher's school every second Tuesday, first on 1 December 2026. */
export async function keepVisits(store: DocumentStore, at: Instant): Promise<void> {
  const rules = serviceRules({ version: 'week', calendar: defaultCalendar, policy: defaultPolicy });
  const rota = await RotaBook.open(store, { directory: () => directory, rules });
  const content = { travelMinutes: 15, rules: [visitToSchool()], exceptions: [] };
  const imported = await rota.import(() => content, { source: 'test', at });
  if (!imported.stored) throw new Error(JSON.stringify(imported.problems));
}

function visitToSchool(): VisitRule {
  const school = known(directory.schools.find(({ name }) => name === worlds.schoolName));
  return {
    siteId: known(directory.sitesOf(school.id)[0]).id,
    weekday: 'tue',
    from: '12:00',
    to: '15:00',
    everyWeeks: 2,
    startingWeek: '2026-11-30',
    validFrom: null,
    validTo: null,
    inSchoolHolidays: false,
  };
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('The sample has nobody for this week');
  return found;
}
