export { buildDirectory } from './build-directory.js';
export type { AbsencesState, OrganisationState, RegisterState } from './build-directory.js';
export type {
  Absence,
  Campus,
  Directory,
  InForce,
  Person,
  Provider,
  School,
  SchoolHit,
  Site,
} from './directory.js';
export { DirectoryBook } from './directory-book.js';
export type { Application, Origin } from './directory-book.js';
export type {
  AbsencesDocument,
  DirectoryDocument,
  OrganisationDocument,
  RegisterDocument,
} from './directory-documents.js';
export { grouped } from './grouped.js';
export { isAway } from './in-force.js';
export { mayEnterAbsence } from './entered-absences.js';
export type {
  AbsenceEnd,
  AbsenceEnding,
  AbsenceEntering,
  AbsenceRefusal,
  AbsenceRequest,
  AbsenceWarning,
  EnteredAbsence,
} from './entered-absences.js';
export type { FileEnding } from './file-endings.js';
export { mostSitesPerCampus, unpinnedId } from './organisation.js';
export type { Organisation, PersonRecord } from './organisation.js';
export { checkOrganisation } from './organisation-check.js';
export type { BrokenRule } from './organisation-check.js';
export { readOrganisation } from './organisation-file.js';
export { type FilePath, type FileProblem, type FileReading, type Locate, readYamlFile } from './yaml-file.js';
export { pinAddress } from './pins.js';
export type { Pinning, Pins } from './pins.js';
export { readRegister } from './register.js';
export type { RegisterReading, SkippedSchool } from './register.js';
export type { SkipReason } from './register-format.js';
export type { LineError } from './register-text.js';
export {
  sampleDirectory,
  sampleOrganisation,
  sampleOrganisationFile,
  sampleSchoolModule,
  sampleSchools,
  storeSample,
} from './sample/index.js';
export { ProfileBook, type WaitingDraft } from './profile-book.js';
export type { Profile, ProfileChoices } from './profile-book.js';
