export {
  countIncidentRound,
  dropIncidentCall,
  linkOf,
  recordIncidentCard,
  recordPage,
  releaseIncidentLease,
  takeIncidentLease,
} from './bookkeeping.js';
export { titleLimit, type IncidentRefusal } from './changes.js';
export { dueReminder, hasWork, isCardOutdated, suspicionEndsAt, withIncidentWake } from './clock.js';
export { incidentCollection } from './collection.js';
export type { IncidentCommand } from './commands.js';
export { faultOf, type Fault, type FaultReport } from './fault.js';
export type { FollowUp, Incident, IncidentCall, IncidentPlace, IncidentState } from './incident.js';
export { concerns, IncidentDesk, mayHandleIncidents, type IncidentOutcome } from './incident-desk.js';
export { asSuspect, evidenceOf, suspicionsOf, windowWallMinutes } from './likeness.js';
