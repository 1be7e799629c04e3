import { promisesFor, type Ladder, type Policy, type PromiseGrounds } from '../sla/index.js';
import { inHours } from './hours.js';
import { columns } from './output.js';

const priorities = ['P1', 'P2', 'P3', 'P4'] as const;

/** The whole policy as lines for people: promises, overrides, ladder. */
export function policyLines(policy: Policy): string[] {
  const rows = priorities.map((priority) => {
    const { firstResponse, resolution } = policy.targets[priority];
    return [priority, inHours(firstResponse), inHours(resolution)];
  });
  return [
    'Promises by priority, in hours and minutes of service:',
    ...indented(columns([['', 'first response', 'resolution'], ...rows])),
    `The requester hears from us at least every ${inHours(policy.nextUpdate)}.`,
    ...overrideLines(policy.overrides),
    'Reminders:',
    ...indented(ladderLines(policy.ladder)),
  ];
}

/** What is promised for such tickets, by priority, and which rule says so. */
export function promiseLines(policy: Policy, grounds: Omit<PromiseGrounds, 'priority'>): string[] {
  const rows = priorities.map((priority) => {
    const promises = promisesFor(policy, { ...grounds, priority });
    const { firstResponse, resolution, nextUpdate, overrideNumber } = promises;
    const rule = overrideNumber === null ? 'as usual' : `override ${overrideNumber}`;
    return [priority, inHours(firstResponse), inHours(resolution), inHours(nextUpdate), rule];
  });
  return [
    'Promises in hours and minutes of service:',
    ...indented(columns([['', 'first response', 'resolution', 'next update', 'rule'], ...rows])),
  ];
}

function overrideLines(overrides: Policy['overrides']): string[] {
  if (overrides.length === 0) return ['No overrides.'];
  const lines = overrides.map(
    (override, index) => `${index + 1}. ${conditionWords(override.when)}: ${targetWords(override)}`,
  );
  return ['Overrides, of which the first that fits counts:', ...indented(lines)];
}

function conditionWords({ category, schoolType, campus }: Policy['overrides'][number]['when']): string {
  const conditions = [
    { name: 'category', list: category },
    { name: 'school type', list: schoolType },
    { name: 'campus', list: campus },
  ];
  return conditions.flatMap(({ name, list }) => (list ? [`${name} ${list.join(' or ')}`] : [])).join(' and ');
}

function targetWords({ targets, nextUpdate }: Policy['overrides'][number]): string {
  const words = priorities.flatMap((priority) => {
    const { firstResponse, resolution } = targets[priority] ?? {};
    return [
      ...(firstResponse === undefined ? [] : [`${priority} first response ${inHours(firstResponse)}`]),
      ...(resolution === undefined ? [] : [`${priority} resolution ${inHours(resolution)}`]),
    ];
  });
  if (nextUpdate !== undefined) words.push(`next update ${inHours(nextUpdate)}`);
  return words.length === 0 ? 'as usual' : words.join(', ');
}

function ladderLines(ladder: Ladder): string[] {
  const { firstResponse, resolution, requesterSilent } = ladder;
  const at = (percent: number | null, what: string) => (percent === null ? [] : [`at ${percent} % ${what}`]);
  const { helpdeskAfter } = firstResponse;
  const { remindAfterDays, closeAfterDays } = requesterSilent;
  return [
    rungs('First response', [
      ...at(firstResponse.warnPercent, 'under the card in the channel'),
      ...at(firstResponse.atRiskPercent, 'to the requester'),
      ...(firstResponse.overdue ? ['at 100 % in the channel, naming manager and deputy'] : []),
      ...(helpdeskAfter === null ? [] : [`${inHours(helpdeskAfter)} later in the help desk's channel`]),
    ]),
    rungs('Resolution', [
      ...(resolution.lastVisit
        ? ['before the last visit that could keep it, where that is earlier, in the channel']
        : []),
      ...at(resolution.warnPercent, 'to the assignee in the channel'),
      ...at(resolution.atRiskPercent, 'to the requester'),
      ...(resolution.overdue ? ["at 100 % in the channel and the help desk's channel"] : []),
    ]),
    rungs('Next update', ladder.nextUpdate ? ['in the channel when it is missed'] : []),
    rungs('Offer', [
      `in the help desk's channel after ${inHours(ladder.offerAnswerAfter)} without an answer`,
    ]),
    rungs('Waiting for the requester', [
      ...(remindAfterDays === null
        ? []
        : [`to the requester after ${inDays(remindAfterDays, 'school')} of silence`]),
      ...(remindAfterDays === null || closeAfterDays === null
        ? []
        : [`closed after ${inDays(closeAfterDays, 'school')} more`]),
    ]),
    rungs('Resolved', [`closed after ${inDays(ladder.resolvedClosesAfterDays, 'service')} of silence`]),
  ];
}

function rungs(name: string, words: readonly string[]): string {
  return `${name}: ${words.join('; ') || 'none'}.`;
}

/** School days are those with both service and school. */
function inDays(days: number, kind: 'service' | 'school'): string {
  return `${days} ${kind} ${days === 1 ? 'day' : 'days'}`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
