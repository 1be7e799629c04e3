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
  await keepRota(store, at, [visitTo(worlds.schoolName, '12:00', '15:00')]);
}

/** Stores a rota of these visits. */
export async function keepRota(
  store: DocumentStore,
  at: Instant,
  visits: readonly VisitRule[],
): Promise<void> {
  const rules = serviceRules({ version: 'week', calendar: defaultCalendar, policy: defaultPolicy });
  const rota = await RotaBook.open(store, { directory: () => directory, rules });
  const content = { travelMinutes: 15, rules: visits, exceptions: [] };
  const imported = await rota.import(() => content, { source: 'test', at });
  if (!imported.stored) throw new Error(JSON.stringify(imported.problems));
}

/** To the first site of the school, every second Tuesday, first on 1 December 2026. */
export function visitTo(schoolName: string, from: string, to: string): VisitRule {
  const school = known(directory.schools.find(({ name }) => name === schoolName));
  return {
    siteId: known(directory.sitesOf(school.id)[0]).id,
    weekday: 'tue',
    from,
    to,
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
