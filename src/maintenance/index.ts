export {
  urgencyOf,
  type Check,
  type CheckedSite,
  type CheckLine,
  type CheckState,
  type CheckUrgency,
} from './checks.js';
export type { Finding, MaintenanceCommand, MaintenanceOrder, MaintenanceRefusal } from './commands.js';
export { mayBeCorrected } from './decide.js';
export { reportOfFault } from './fault-report.js';
export { noteLimit } from './findings.js';
export {
  MaintenanceDesk,
  openMaintenance,
  type MaintenanceOutcome,
  type MaintenanceRecords,
} from './maintenance-desk.js';
export {
  outcomes,
  resultOf,
  type CheckResult,
  type ItemOutcome,
  type ItemResult,
  type MaintenanceLog,
} from './maintenance-log.js';
export {
  type CheckKind,
  type ChecklistItem,
  type MaintenancePlan,
  type PlanFile,
  type Recurrence,
  type Words,
} from './plan.js';
export { PlanBook } from './plan-book.js';
export { checkPlan, type BrokenPlanRule } from './plan-check.js';
export { readPlan } from './plan-file.js';
export { mayMaintain } from './rights.js';
export { visitDatesOf, type VisitDates } from './visit-dates.js';
