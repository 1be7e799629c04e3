import type { Instant } from '../../sla/index.js';
import { buildDirectory } from '../build-directory.js';
import type { Application, DirectoryBook } from '../directory-book.js';
import type { Directory } from '../directory.js';
import { sampleOrganisation } from './sample-organisation.js';
import { sampleSchools } from './sample-schools.js';

const source = 'sample directory';

/** The sample as one value: 155 real schools at 170 sites in 13 invented campuses, without real persons. */
export function sampleDirectory(): Directory {
  return buildDirectory(
    { revision: 1, schools: sampleSchools },
    { revision: 1, organisation: sampleOrganisation(), pins: {} },
  );
}

/** Stores the sample in place of what was there, for demonstrations. @throws the store's errors */
export async function storeSample(book: DirectoryBook, at: Instant): Promise<Application> {
  await book.importRegister(sampleSchools, { source, at });
  return book.applyOrganisation(sampleOrganisation(), { source, at });
}
