export * from './scheduler.js';
export * from './ticket-source.js';
