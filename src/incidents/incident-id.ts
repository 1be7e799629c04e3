import { faultKey } from './fault.js';
import type { Suspicion } from './likeness.js';

/**
 * The id of a suspicion: fault, place and day, so that whoever notices it, however often, makes one document. `number`
 * is 1, and more where that of the day was resolved and it happens again.
 */
export function incidentId({ fault, schoolId, tickets }: Suspicion, number: number): string {
  const day = tickets[0]?.submittedAt.slice(0, 10) ?? '';
  const place = schoolId ?? 'city';
  // A number may hold any letters, a document's id only those of ASCII.
  return [faultKey(fault), place, day, String(number)].map(encodeURIComponent).join(':');
}
