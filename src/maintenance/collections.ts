import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';
import type { MaintenanceArchive, MaintenanceLog } from './maintenance-log.js';
import type { MaintenancePlan } from './plan.js';

/** The plan that was applied last. */
export interface PlanDocument extends StoredDocument {
  readonly id: 'plan';
  readonly schemaVersion: 1;
  readonly plan: MaintenancePlan;
  /** Where it came from, such as the file's name. */
  readonly source: string;
  /** ISO instant. */
  readonly appliedAt: string;
}

/** Where the plan is stored: one document, always read by id. */
export const planCollection: CollectionSpec<PlanDocument> = {
  name: 'maintenance-plan',
  fields: {},
  upgrade: onlyVersion<PlanDocument>(1),
};

/** One document for each site at which something was done. */
export const logCollection: CollectionSpec<MaintenanceLog> = {
  name: 'maintenance-logs',
  fields: {},
  upgrade: onlyVersion<MaintenanceLog>(1),
};

/** One document for each site, kind and year; found by its id. */
export const archiveCollection: CollectionSpec<MaintenanceArchive> = {
  name: 'maintenance-archive',
  fields: { siteId: 'text' },
  upgrade: onlyVersion<MaintenanceArchive>(1),
};
