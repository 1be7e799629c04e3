import { onlyVersion, type CollectionSpec } from '../store/index.js';
import type { Incident } from './incident.js';

/** Where incidents are stored, and the fields by which they are found; one of several schools has no school. */
export const incidentCollection: CollectionSpec<Incident> = {
  name: 'incidents',
  fields: { state: 'text', schoolId: 'text' },
  upgrade: onlyVersion<Incident>(1),
};
