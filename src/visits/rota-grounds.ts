import type { Directory } from '../campus/index.js';
import { millisecondsPerMinute, type ServiceRules } from '../sla/index.js';
import type { Rota } from './rota.js';

/** What a rota is checked against. */
export interface RotaGrounds {
  readonly directory: Directory;
  readonly rules: ServiceRules;
  /** YYYY-MM-DD; what was before is not judged. */
  readonly today: string;
}

/** Whether a part of what takes place at the site on a date lies outside of the service for its school. */
export function isOutsideHours(siteId: string, date: string, rota: Rota, grounds: RotaGrounds): boolean {
  const { directory, rules } = grounds;
  const calendar = rules.calendarOf(directory.site(siteId)?.schoolId ?? null);
  return rota.visitsOn([siteId], date).some(({ from, to }) => {
    return calendar.serviceMinutesBetween(from, to) * millisecondsPerMinute < to - from;
  });
}
