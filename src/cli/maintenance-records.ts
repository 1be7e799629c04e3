import { DirectoryBook, type Directory, type Site } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { rulesPathsFromProcess } from '../config.js';
import {
  MaintenanceDesk,
  openMaintenance,
  visitDatesOf,
  type MaintenanceRecords,
} from '../maintenance/index.js';
import { readServiceRules } from '../service-rules-files.js';
import { localDateIn } from '../sla/index.js';
import { RotaBook } from '../visits/index.js';
import { withStore } from './open-store.js';
import type { Output } from './output.js';

export interface MaintenanceInStore {
  readonly records: MaintenanceRecords;
  readonly desk: MaintenanceDesk;
  readonly directory: Directory;
  /** YYYY-MM-DD in the service's time zone. */
  readonly today: string;
}

/** Runs some work on what is stored of maintenance; tells which sites' logs cannot be read. @throws ConfigError, RulesFileError and the store's errors */
export async function withMaintenance<T>(
  output: Pick<Output, 'tell'>,
  work: (opened: MaintenanceInStore) => Promise<T>,
): Promise<T> {
  const rules = await readServiceRules(rulesPathsFromProcess());
  const { timeZone } = rules.calendar;
  return withStore(async (store) => {
    const directory = (await DirectoryBook.open(store)).current();
    const records = await openMaintenance(store);
    const rota = await RotaBook.open(store, { directory: () => directory, rules });
    const desk = new MaintenanceDesk({
      ...records,
      directory: () => directory,
      visits: () => visitDatesOf(rota.current()),
      timeZone,
      onUnreadable: ({ message }) => {
        output.tell(`Left out: ${message}`);
      },
    });
    return work({ records, desk, directory, today: localDateIn(timeZone)(systemClock.now()) });
  });
}

/** All sites of the city, or of one campus. */
export function sitesOf(directory: Directory, campusId: string | null = null): readonly Site[] {
  return directory.schools
    .flatMap(({ id }) => directory.sitesOf(id))
    .filter((site) => campusId === null || site.campusId === campusId);
}
