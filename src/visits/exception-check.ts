import { dayOf, millisecondsPerMinute } from '../sla/index.js';
import { fallsOn, seriesOf } from './occurrences.js';
import { arrivalOf, isRotaDate, type RotaContent, type RotaException } from './rota-content.js';
import { isOutsideHours, type RotaGrounds } from './rota-grounds.js';
import type { RotaFault, RotaProblem } from './rota-problem.js';
import type { Rota } from './rota.js';
import { clashOf, travelTimes } from './travel.js';

/** What is wrong with the exceptions from today on, and with what they lead to. */
export function checkExceptions(
  content: RotaContent,
  grounds: RotaGrounds,
  rota: Rota,
): readonly RotaProblem[] {
  return content.exceptions.flatMap((exception, index): RotaProblem[] => {
    const place = { list: 'exceptions', index } as const;
    const errors = contradictions(exception, content.exceptions.slice(0, index), grounds);
    if (errors.length > 0) return errors.map((fault) => ({ ...fault, severity: 'error', place }));
    return consequences(exception, content, grounds, rota).map((fault) => ({
      ...fault,
      severity: 'warning',
      place,
    }));
  });
}

/** What makes an exception mean nothing, whenever it is. */
function contradictions(
  exception: RotaException,
  earlier: readonly RotaException[],
  { directory }: RotaGrounds,
): RotaFault[] {
  const { siteId, date } = exception;
  const faults: RotaFault[] = [];
  if (!directory.site(siteId)) faults.push({ code: 'unknown-site', siteId });
  const arrival = arrivalOf(exception);
  if (arrival && arrival.from >= arrival.to)
    faults.push({ code: 'times-reversed', siteId, from: arrival.from, to: arrival.to });
  for (const each of new Set([date, arrival?.date ?? date])) {
    if (!isRotaDate(each)) faults.push({ code: 'date-out-of-range', siteId, date: each });
  }
  const ofSite = earlier.filter((other) => other.siteId === siteId);
  if (ofSite.some((other) => other.date === date)) faults.push({ code: 'repeated-exception', siteId, date });
  else if (arrival && ofSite.some((other) => arrivalOf(other)?.date === arrival.date))
    faults.push({ code: 'repeated-exception', siteId, date: arrival.date });
  return faults;
}

function consequences(
  exception: RotaException,
  content: RotaContent,
  grounds: RotaGrounds,
  rota: Rota,
): RotaFault[] {
  const { siteId, date } = exception;
  const faults: RotaFault[] = [];
  if (exception.kind !== 'extra' && date >= grounds.today && !isPlanned(content, siteId, date))
    faults.push({ code: 'nothing-planned', siteId, date });
  const arrival = arrivalOf(exception);
  if (!arrival || arrival.date < grounds.today) return faults;
  if (rota.visitsOn([siteId], arrival.date).length === 0)
    return [...faults, { code: 'no-service', siteId, date: arrival.date }];
  if (isOutsideHours(siteId, arrival.date, rota, grounds))
    faults.push({ code: 'outside-hours', siteId, date: arrival.date });
  return [...faults, ...clashesOn(arrival.date, siteId, content, grounds, rota)];
}

/** Whether a rule of the site falls on a date, even if a holiday keeps the visit from taking place. */
export function isPlanned(content: RotaContent, siteId: string, date: string): boolean {
  return content.rules.some((rule) => rule.siteId === siteId && fallsOn(seriesOf(rule), dayOf(date)));
}

/** What the visit of a site on a date collides with among the other visits of its campus. */
function clashesOn(
  date: string,
  siteId: string,
  content: RotaContent,
  { directory }: RotaGrounds,
  rota: Rota,
): RotaFault[] {
  const campusId = directory.site(siteId)?.campusId ?? '';
  const travelTime = travelTimes(directory, content.travelMinutes);
  const visits = rota.visitsOn(rota.siteIdsOf(campusId), date);
  const own = visits.find((visit) => visit.siteId === siteId);
  if (!own) return [];
  return visits.flatMap((other): RotaFault[] => {
    if (other === own) return [];
    const neededWallMinutes = travelTime(siteId, other.siteId);
    const clash = clashOf(own, other, neededWallMinutes * millisecondsPerMinute);
    if (clash === null) return [];
    const between = { siteId, otherSiteId: other.siteId, date };
    if (clash === 'overlap') return [{ code: 'overlap', ...between }];
    const gapWallMinutes = clash.gap / millisecondsPerMinute;
    return [{ code: 'no-time-to-travel', ...between, gapWallMinutes, neededWallMinutes }];
  });
}
