import type { Simulation } from './simulation.js';
import type { Verdict } from './verdict.js';

/** The counts of a year, as lines of a table. */
export function tableOf(
  { outcomes, mishaps, teams, fleet, recomputed }: Simulation,
  { counts, channels }: Verdict,
): readonly string[] {
  const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1_000)} s`;
  const windows = teams.arrivals.most.map(
    ({ limit, count }) => `${count} of ${limit.messages} in ${limit.windowMs / 1_000} s`,
  );
  const rows: readonly (readonly [string, string | number])[] = [
    ['commands of people', `${outcomes.accepted} accepted, ${outcomes.refused} refused`],
    ['clicks that met a dying process', `${outcomes.repeated}, given again`],
    [
      'processes',
      `${fleet.all.size}: ${mishaps.crash} crashes, ${mishaps.stall} stalls, ${mishaps.outage} times none, ${mishaps.update} updates`,
    ],
    ['computed anew after an update', recomputed],
    ['messages', `${teams.counts.posted} new, ${teams.counts.edited} edits`],
    [
      'Teams',
      `${teams.counts.throttled + teams.counts.overLimit} times 429 (${teams.counts.overLimit} over a limit), ${teams.counts.unavailable} times 502, ${teams.counts.timedOut} without an answer`,
    ],
    ['reminders given', sum(counts.given)],
    ...sorted(counts.given).map(([stage, times]) => [`  ${stage}`, times] as const),
    ['heard', sum(counts.heard)],
    ...sorted(counts.heard).map(([stage, times]) => [`  ${stage}`, times] as const),
    ['of them in one message with others', counts.merged],
    ['pointless before they were sent', counts.pointless],
    ['longest time to be heard', `${seconds(counts.longestDelayMs)} of service`],
    ['digests', `${channels.digests}, ${channels.missedWhileDown} days without any process`],
    ['weekly summaries', channels.summaries],
    ['most in one conversation', windows.join(', ')],
    ['least time between two in a channel', seconds(channels.leastGapMs)],
    ['twice in the window of a crash', counts.twiceInWindow + channels.twiceInWindow],
    ['perhaps sent, and never arrived', counts.swallowed],
    ['lost', counts.lost],
    ['twice otherwise', counts.twice],
    ['outside of service hours', counts.outside],
    ['late', counts.late],
    ['without reason', counts.wrong],
    ['faults in channels', channels.faults.length],
  ];
  return rows.map(([name, value]) => `${name.padEnd(44)} ${value}`);
}

/** Faults as stories, the first ones; nobody reads more than that. */
export function faultsOf({ counts, channels }: Verdict): readonly string[] {
  return [...channels.faults, ...counts.faults].slice(0, 12);
}

function sorted(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, each) => total + each, 0);
}
