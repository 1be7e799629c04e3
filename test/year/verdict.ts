import { findAll } from '../../src/store/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { OpenHours } from './open-hours.js';
import { Presence } from './presence.js';
import type { Simulation } from './simulation.js';
import { judgeChannels, OpenTickets, type ChannelCounts } from './channel-verdict.js';
import { intervalsOf } from './facts.js';
import { Counts, TicketVerdict, type Evidence } from './ticket-verdict.js';
import type { DocumentStore } from '../../src/store/index.js';

/** How long around a death or a stand-still something may have been sent without being written down. */
const windowMs = 2_000;
/** By movable holidays: going through a year day by day takes its time. */
const schoolHours = new Map<string, OpenHours>();

export interface Verdict {
  readonly counts: Counts;
  readonly channels: ChannelCounts;
}

/** Judges the year by the tickets' histories and by what arrived. */
export async function judge(simulation: Simulation, store: DocumentStore): Promise<Verdict> {
  const evidence = evidenceOf(simulation);
  const counts = new Counts();
  const open = new OpenTickets(evidence.hours);
  const tickets = await store.collection(ticketCollection);
  for await (const { document } of findAll(tickets, { pageSize: 500 })) {
    open.add(intervalsOf(document.history, evidence.end));
    new TicketVerdict(document, simulation.teams.said.get(document.id) ?? [], evidence, counts).run();
  }
  const { teams, year } = simulation;
  const campusIds = year.directory.campuses.map(({ id }) => id);
  const wasSwallowed = (conversationId: string, from: number, to: number): boolean =>
    teams.swallowedBoards.some(
      (each) => each.conversationId === conversationId && each.at >= from && each.at < to,
    );
  const channels = judgeChannels(teams, open, campusIds, { ...evidence, wasSwallowed });
  return { counts, channels };
}

function evidenceOf({ teams, fleet, year, clock }: Simulation): Evidence {
  const hours = OpenHours.ofHelpDesk();
  return {
    hours,
    presence: new Presence(hours, fleet.downUntil(clock.now())),
    swallowed: new Set(
      teams.swallowed.map(({ ticketId, entryId, to }) => `${ticketId} ${entryId ?? ''} ${to}`),
    ),
    end: clock.now(),
    wasDisturbed: ({ by, at }) =>
      fleet.all.get(by)?.fate.mishaps.some((mishap) => Math.abs(mishap - at) <= windowMs) ?? false,
    schoolHours: (schoolId) => {
      const dates = [...(year.movableHolidays.get(schoolId ?? '') ?? [])].sort();
      const known = schoolHours.get(dates.join()) ?? OpenHours.ofSchool(dates);
      schoolHours.set(dates.join(), known);
      return known;
    },
  };
}
