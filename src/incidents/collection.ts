import { onlyVersion, type CollectionSpec } from '../store/index.js';
import type { Incident } from './incident.js';

/** Where incidents are stored, and the field by which they are found: those that are not over are few. */
export const incidentCollection: CollectionSpec<Incident> = {
  name: 'incidents',
  fields: { state: 'text' },
  upgrade: onlyVersion<Incident>(1),
};
