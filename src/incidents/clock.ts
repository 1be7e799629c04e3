import {
  instantOf,
  isoOf,
  millisecondsPerMinute,
  promiseClock,
  promisesFor,
  type Instant,
  type ServiceRules,
} from '../sla/index.js';
import type { Category } from '../tickets/vocabulary.js';
import type { Fault } from './fault.js';
import { incidentStages, type Incident, type IncidentStage } from './incident.js';

/** A reminder that the incident's one clock will give, in service hours only. */
export interface IncidentReminder {
  readonly at: Instant;
  readonly stage: IncidentStage;
  readonly dueAt: string;
}

/** When the solution is promised (ISO): counted from the earliest of its tickets, by the highest priority of all. */
export function promisedAt(incident: Incident, rules: ServiceRules): string | null {
  const { dueAt } = clockOf(incident, rules).clock;
  return dueAt === null ? null : isoOf(dueAt);
}

/**
 * The reminders that are still to be said, ascending. A stage counts as said by the same or a higher one about the same
 * deadline, or by one that was said when this stage was reached already.
 */
export function remindersOf(incident: Incident, rules: ServiceRules): readonly IncidentReminder[] {
  if (incident.state !== 'open') return [];
  const { clock, target } = clockOf(incident, rules);
  if (clock.dueAt === null) return [];
  const dueAt = isoOf(clock.dueAt);
  const { warnPercent, overdue } = rules.policy.ladder.resolution;
  const rungs = [
    ['resolution-75', warnPercent === null ? null : clock.reachedAt((target * warnPercent) / 100)],
    ['resolution-100', overdue ? clock.dueAt : null],
  ] as const;
  return rungs.flatMap(([stage, reachedAt]) => {
    if (reachedAt === null) return [];
    const at = rules.calendar.nextOpening(reachedAt);
    const isSaid = incident.reminded.some(
      (said) => rankOf(said.stage) >= rankOf(stage) && (said.dueAt === dueAt || at <= instantOf(said.at)),
    );
    return isSaid ? [] : [{ at, stage, dueAt }];
  });
}

/** Of what was reached the highest stage; null where nothing is to be said now. */
export function dueReminder(incident: Incident, rules: ServiceRules, now: Instant): IncidentReminder | null {
  return remindersOf(incident, rules).findLast(({ at }) => at <= now) ?? null;
}

/** A suspicion is looked at so often, whether anything is left of it; wall milliseconds. */
const lookEveryWallMs = 60 * millisecondsPerMinute;

/** When a suspicion that nobody answered is over: closing time of the service day after its last report. */
export function suspicionEndsAt(
  { suspectedAt, suspects }: Pick<Incident, 'suspectedAt' | 'suspects'>,
  { calendar }: Pick<ServiceRules, 'calendar'>,
): Instant {
  const last = [suspectedAt, ...suspects.map(({ submittedAt }) => submittedAt)].toSorted().at(-1);
  return calendar.afterServiceDays(instantOf(last ?? suspectedAt), 1);
}

function nextLookAt(incident: Incident, rules: ServiceRules, now: Instant): Instant {
  const since = instantOf(incident.suspectedAt);
  const looks = Math.max(0, Math.floor((now - since) / lookEveryWallMs)) + 1;
  const endsAt = suspicionEndsAt(incident, rules);
  const lookAt = since + looks * lookEveryWallMs;
  return endsAt > now ? Math.min(lookAt, endsAt) : lookAt;
}

/**
 * Sets when the system must next act: with something to do, when the lease runs out or at once; else to remind, or to
 * look whether anything is left of a suspicion.
 */
export function withIncidentWake(incident: Incident, rules: ServiceRules, now: Instant): Incident {
  if (hasWork(incident)) {
    if (!remindersWait(incident, rules, now)) {
      return { ...incident, wakeAt: incident.lease?.until ?? isoOf(now) };
    }
    return { ...incident, lease: null, wakeAt: isoOf(rules.calendar.nextOpening(now)) };
  }
  if (incident.state === 'suspected') {
    return { ...incident, lease: null, wakeAt: isoOf(nextLookAt(incident, rules, now)) };
  }
  const next = remindersOf(incident, rules)[0];
  return { ...incident, lease: null, wakeAt: next ? isoOf(next.at) : null };
}

/** Whether nothing but reminders is left, and the service is closed: they disturb nobody until it opens. */
function remindersWait(incident: Incident, { calendar }: ServiceRules, now: Instant): boolean {
  return !hasWork({ ...incident, calls: [] }) && !calendar.isOpen(now);
}

/** Whether tickets are to be told something, or the help desk's channel is. */
export function hasWork(incident: Incident): boolean {
  return incident.followUps.length > 0 || incident.calls.length > 0 || isCardOutdated(incident);
}

/** Whether its card is to be posted or edited. A suspicion that came to nothing before anybody saw it needs none. */
export function isCardOutdated({ state, card, revision }: Incident): boolean {
  return card === null ? state !== 'dismissed' : card.shownRevision < revision;
}

/** A higher stage says what a lower one says, and more. */
export function rankOf(stage: IncidentStage): number {
  return incidentStages.indexOf(stage);
}

/** By the category of its reports; of a service, that of an account. */
const categories = {
  network: 'network',
  display: 'display',
  service: 'account',
} as const satisfies Record<Fault['kind'], Category>;

function clockOf({ fault, priority, schoolId, startedAt }: Incident, rules: ServiceRules) {
  const grounds = { priority, category: categories[fault.kind], schoolType: null, campusId: null };
  const target = promisesFor(rules.policy, grounds).resolution;
  const clock = promiseClock({
    startedAt: instantOf(startedAt),
    pauses: [],
    target,
    calendar: rules.calendarOf(schoolId),
  });
  return { clock, target };
}
