export * from './conversation-book.js';
export * from './conversation-records.js';
export * from './delivery.js';
export * from './metrics.js';
export * from './renderer.js';
export * from './sender.js';
export { createTicketRenderer, type TicketRendererOptions } from './ticket-renderer.js';
export { undeliveredCollection, type Undelivered, type UndeliveredReason } from './undelivered.js';
export * from './ticket-renderer.js';
