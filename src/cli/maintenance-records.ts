import { DirectoryBook, type Directory, type Site } from '../campus/index.js';
import { systemClock } from '../clock.js';
import { rulesPathsFromProcess } from '../config.js';
import { MaintenanceDesk, noVisits, openMaintenance, type MaintenanceRecords } from '../maintenance/index.js';
import { readCalendar } from '../service-rules-files.js';
import { localDateIn } from '../sla/index.js';
import { withStore } from './open-store.js';

export interface MaintenanceInStore {
  readonly records: MaintenanceRecords;
  readonly desk: MaintenanceDesk;
  readonly directory: Directory;
  /** YYYY-MM-DD in the service's time zone. */
  readonly today: string;
}

/** Runs some work on what is stored of maintenance. @throws ConfigError, RulesFileError and the store's errors */
export async function withMaintenance<T>(work: (opened: MaintenanceInStore) => Promise<T>): Promise<T> {
  const { timeZone } = await readCalendar(rulesPathsFromProcess().calendar);
  return withStore(async (store) => {
    const directory = (await DirectoryBook.open(store)).current();
    const records = await openMaintenance(store);
    const desk = new MaintenanceDesk({
      ...records,
      directory: () => directory,
      visits: () => noVisits,
      timeZone,
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
