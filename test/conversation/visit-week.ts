import { sampleDirectory } from '../../src/campus/index.js';
import { defaultCalendar, defaultPolicy, serviceRules } from '../../src/sla/index.js';
import { RotaBook, type RotaContent, type VisitRule } from '../../src/visits/index.js';
import { city, type Someone, type World } from './world.js';

const directory = sampleDirectory();

/** The only site of the school that tests report for. */
export const siteId = directory.sitesOf(city.school)[0]?.id ?? '';

const rules = serviceRules({ version: 'week', calendar: defaultCalendar, policy: defaultPolicy });

/** Thursdays from 8 to 11, each week. */
export function thursdays(changes: Partial<VisitRule> = {}): VisitRule {
  return {
    siteId,
    weekday: 'thu',
    from: '08:00',
    to: '11:00',
    everyWeeks: 1,
    startingWeek: '2026-11-02',
    validFrom: null,
    validTo: null,
    inSchoolHolidays: false,
    ...changes,
  };
}

/** The rota as an administrator would change it beside a running service. */
export async function rotaOf(world: World): Promise<RotaBook> {
  return RotaBook.open(await world.store(), { directory: () => directory, rules });
}

/** Stores a rota with these rules. */
export async function keepsRota(
  world: World,
  visitRules: readonly VisitRule[] = [thursdays()],
): Promise<void> {
  const content: RotaContent = { travelMinutes: 15, rules: visitRules, exceptions: [] };
  const origin = { source: 'test', at: Date.parse('2026-11-20T09:00:00Z') };
  const imported = await (await rotaOf(world)).import(() => content, origin);
  if (!imported.stored) throw new Error(JSON.stringify(imported.problems));
}

/** Somebody opens the chat, so that the bot can speak there. */
export async function opensChat(world: World, who: Someone, language: 'de' | 'en' = 'de'): Promise<void> {
  await world.says(who, language === 'de' ? 'deutsch' : 'english');
}
