export { sampleDirectory, storeSample } from './sample-directory.js';
export { sampleOrganisation, sampleOrganisationFile } from './sample-organisation.js';
export { sampleSchoolModule, sampleSchools } from './sample-schools.js';
