export type { ServiceRules as Rules } from '../sla/index.js';
