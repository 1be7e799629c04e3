import { instantOf, type Instant } from '../sla/index.js';
import { visitIdOf } from '../visits/index.js';
import type { ListedVisit } from './commands.js';
import { nextLookAt } from './days.js';
import { inOrder, newSite } from './decide.js';
import { withWorklistWake } from './wake.js';
import type { Worklist } from './worklist.js';

/** The id of a campus' worklist of a day (YYYY-MM-DD): both are in it, as in that of a visit. */
export function worklistId(campusId: string, date: string): string {
  return visitIdOf(campusId, date);
}

export interface WorklistBeginning {
  readonly campusId: string;
  readonly date: string;
  readonly visits: readonly ListedVisit[];
}

/** A worklist that nobody was sent yet. */
export function newWorklist({ campusId, date, visits }: WorklistBeginning, now: Instant): Worklist {
  const sites = inOrder(visits.map(newSite));
  const times = sites.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) }));
  return withWorklistWake(
    {
      id: worklistId(campusId, date),
      schemaVersion: 1,
      campusId,
      date,
      sites,
      isUnmanned: false,
      isSent: false,
      card: null,
      former: [],
      moves: [],
      tells: [],
      toInform: [],
      announces: false,
      seen: null,
      lookAt: nextLookAt(times, now),
      commandIds: [],
      revision: 1,
      attempts: 0,
      lease: null,
      wakeAt: null,
    },
    now,
  );
}
