import type { Directory, Site } from '../campus/index.js';
import { addDays, dayOf, weekdayOf, weekdays } from '../sla/index.js';
import { daysBetween } from './dates.js';
import type { MaintenanceLog } from './maintenance-log.js';
import type { CheckKind, MaintenancePlan, Words } from './plan.js';
import { plannedAfter, plannedUntil, type Rhythm } from './recurrence.js';
import type { VisitDates } from './visit-dates.js';

/** later: not yet. early: may be done already. due: its planned date has come. overdue: the visit for it has passed. */
export type CheckState = 'later' | 'early' | 'due' | 'overdue';

/** The next check of one kind at one site. All dates are YYYY-MM-DD in the service's time zone. */
export interface Check {
  readonly siteId: string;
  readonly kindId: string;
  /** The date that the plan gives; a result settles it. */
  readonly plannedOn: string;
  /** From this date on it may be done. */
  readonly openFrom: string;
  /** The first visit on or after the planned date; the planned date where no visit is known. */
  readonly dueOn: string;
  readonly state: CheckState;
  /** The last date on which it would have been in time, where that has passed. */
  readonly overdueSince: string | null;
  /** Whole days since then; 0 where it is not overdue. */
  readonly overdueDays: number;
  readonly lastDoneOn: string | null;
}

/** A check with what a person needs to do it. */
export interface CheckLine extends Check {
  readonly name: Words;
  readonly checklist: readonly Words[];
  readonly bring: readonly Words[];
  readonly durationWallMinutes: number;
}

/** A site, and what of its school decides on its checks. */
export interface CheckedSite {
  readonly id: string;
  readonly schoolType: string | null;
}

export function checkedSite({ id, schoolId }: Site, directory: Pick<Directory, 'school'>): CheckedSite {
  return { id, schoolType: directory.school(schoolId)?.type ?? null };
}

/** The kinds of checks that a site has, in the plan's order. */
export function kindsAt(plan: MaintenancePlan, site: CheckedSite): readonly CheckKind[] {
  return plan.kinds.filter(({ sites }) => {
    if (sites === 'all') return true;
    if ('list' in sites) return sites.list.includes(site.id);
    return site.schoolType !== null && sites.schoolTypes.includes(site.schoolType);
  });
}

/**
 * The next check of each kind at a site, as it stands on a date: in the plan's order, without those of which no planned
 * date is known. Planned dates never move: one that is done early or late leaves the next where it was.
 */
export function checksAt(
  plan: MaintenancePlan,
  site: CheckedSite,
  log: MaintenanceLog | null,
  visits: VisitDates,
  on: string,
): readonly CheckLine[] {
  return kindsAt(plan, site).flatMap((kind): CheckLine[] => {
    const plannedOn = nextPlanned(plan, kind, site.id, log);
    if (plannedOn === null) return [];
    const lastDoneOn = log?.kinds[kind.id]?.lastDoneOn ?? null;
    return [
      {
        siteId: site.id,
        kindId: kind.id,
        name: kind.name,
        checklist: kind.checklist.map(({ text }) => text),
        bring: kind.bring,
        durationWallMinutes: kind.durationMinutes,
        ...standing(kind, site.id, plannedOn, visits, on),
        lastDoneOn,
      },
    ];
  });
}

/** Whether a check is due or overdue. */
export function isDue({ state }: Pick<Check, 'state'>): boolean {
  return state === 'due' || state === 'overdue';
}

/** What of due checks presses: overdue, to be done this week, or only at a visit later on. */
export type CheckUrgency = 'overdue' | 'now' | 'ahead';

/** How much a check that is due presses on a date (YYYY-MM-DD); a week ends on Sunday. */
export function urgencyOf({ state, dueOn }: Pick<Check, 'state' | 'dueOn'>, on: string): CheckUrgency {
  if (state === 'overdue') return 'overdue';
  const sunday = addDays(on, weekdays.length - 1 - weekdays.indexOf(weekdayOf(dayOf(on))));
  return dueOn <= sunday ? 'now' : 'ahead';
}

/** The first planned date that is not settled; null where none is known. */
export function nextPlanned(
  plan: MaintenancePlan,
  kind: CheckKind,
  siteId: string,
  log: MaintenanceLog | null,
): string | null {
  const settled = log?.kinds[kind.id]?.settledThrough;
  return plannedAfter(rhythmAt(plan, kind, siteId), settled ?? '0001-01-01');
}

/** The latest planned date that may be settled on a date; null where there is none yet. */
export function latestOpen(
  plan: MaintenancePlan,
  kind: CheckKind,
  siteId: string,
  on: string,
): string | null {
  return plannedUntil(rhythmAt(plan, kind, siteId), addDays(on, kind.earlyDays));
}

/** Weeks and months count from the plan's beginning also where a site joined later. */
function rhythmAt(plan: MaintenancePlan, kind: CheckKind, siteId: string): Rhythm {
  const joinedOn = plan.joined.find(({ site }) => site === siteId)?.on ?? null;
  return { recurrence: kind.recurrence, startingOn: kind.startingOn, joinedOn, region: plan.schoolHolidays };
}

function standing(
  { earlyDays, graceDays }: CheckKind,
  siteId: string,
  plannedOn: string,
  visits: VisitDates,
  on: string,
): Pick<Check, 'plannedOn' | 'openFrom' | 'dueOn' | 'state' | 'overdueSince' | 'overdueDays'> {
  const openFrom = addDays(plannedOn, -earlyDays);
  const visit = visits.nextFrom(siteId, plannedOn);
  const graceEnd = addDays(plannedOn, graceDays);
  const inTime = visits.lastIn(siteId, plannedOn, graceEnd) ?? visit ?? graceEnd;
  const isOverdue = on > inTime;
  return {
    plannedOn,
    openFrom,
    dueOn: visit ?? plannedOn,
    state: isOverdue ? 'overdue' : on >= plannedOn ? 'due' : on >= openFrom ? 'early' : 'later',
    overdueSince: isOverdue ? inTime : null,
    overdueDays: isOverdue ? daysBetween(inTime, on) : 0,
  };
}
