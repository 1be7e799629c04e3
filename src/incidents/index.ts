export { incidentCollection } from './collection.js';
export { faultKey, type Fault } from './fault.js';
export type { Incident, IncidentState } from './incident.js';
