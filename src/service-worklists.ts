import type { Directory, ProfileBook } from './campus/index.js';
import { digestOfView, readWorklistView, type Delivery, type WorklistFactParts } from './delivery/index.js';
import type { Language } from './i18n/language.js';
import { RotaJobSource, VisitSource, WorklistSource, type DueSource } from './scheduler/index.js';
import type { Desks } from './service-desks.js';
import type { SharedParts } from './service-parts.js';
import type { Records } from './service-records.js';
import { groundsVersionOf } from './service-rules-version.js';
import { withVisits } from './sla/index.js';
import type { Rules } from './tickets/index.js';
import type { RotaBook } from './visits/index.js';
import { WorklistDesk } from './worklists/index.js';

/** The desk of worklists; what it writes goes to delivery at once. */
export function createWorklistDesk(
  { tickets, directory, rules, lease, log }: SharedParts,
  { worklists, rota }: Pick<Records, 'worklists' | 'rota'>,
  delivery: () => Delivery,
): WorklistDesk {
  return new WorklistDesk({
    worklists,
    tickets,
    directory,
    rota: () => rota.current(),
    rules,
    lease,
    onUnreadable: ({ id }) => {
      log.warn({ ticketId: id }, 'a ticket cannot be read, and is left out of a list of visits');
    },
    onWritten: (written) => {
      delivery().deliverWorklist(written);
    },
  });
}

/** The rules with the rota as it is each time that something is decided. */
export function rulesWithRota(rules: Rules, rota: Pick<RotaBook, 'current'>): Rules {
  return withVisits(rules, () => {
    const current = rota.current();
    return { lastBefore: (siteId, after, before) => current.lastVisitBefore(siteId, after, before) };
  });
}

export interface WorklistClockParts extends SharedParts, Pick<Desks, 'desk' | 'worklistDesk' | 'delivery'> {
  readonly records: Pick<Records, 'worklists' | 'rota' | 'rotaJobs'>;
  readonly worklistFacts: WorklistFactParts;
}

/** What the clock does about visits: worklists, and tickets whose visit was moved. */
export function createVisitSources(parts: WorklistClockParts): readonly DueSource[] {
  const { records, worklistFacts, rules, clock, directory, lease } = parts;
  const { worklists, rota, rotaJobs } = records;
  const directoryGrounds = lastOf(groundsVersionOf);
  const rotaGrounds = (): string => `${rules.version} ${directoryGrounds(directory())}`;
  const rotaVersion = (): string => `${String(rota.stored()?.revision ?? 0)} ${rotaGrounds()}`;
  return [
    new WorklistSource({
      ...parts,
      worklists,
      digestOf: async (worklist) =>
        digestOfView(await readWorklistView(worklist, worklistFacts, clock.now())),
    }),
    new VisitSource({
      ...parts,
      rota: () => rota.current(),
      campusIds: () => directory().campuses.map(({ id }) => id),
      rotaVersion,
    }),
    new RotaJobSource({
      ...parts,
      rotaJobs,
      rota: () => rota.current(),
      ...{ rotaVersion, rotaGrounds },
      siteIds: () => directory().campuses.flatMap(({ id }) => rota.current().siteIdsOf(id)),
      claimMs: lease.milliseconds,
    }),
  ];
}

/** In which language a person is spoken to where nobody has just spoken. */
export function languagesOf(
  profiles: ProfileBook,
  directory: () => Directory,
): (personId: string) => Promise<Language> {
  return async (personId) => {
    const profile = await profiles.get(personId);
    return profile.language ?? directory().person(personId)?.language ?? profile.spokenLanguage ?? 'de';
  };
}

/** The directory seldom changes, and is asked for each second. */
function lastOf<T>(compute: (directory: Directory) => T): (directory: Directory) => T {
  let known: { readonly of: Directory; readonly value: T } | null = null;
  return (of) => {
    known = known?.of === of ? known : { of, value: compute(of) };
    return known.value;
  };
}
