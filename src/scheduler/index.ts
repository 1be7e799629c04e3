export * from './board-source.js';
export * from './scheduler.js';
export type { Stuck } from './stuck.js';
export * from './ticket-source.js';
