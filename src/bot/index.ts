export { missingFields } from './activity.js';
export { createAdapter } from './adapter.js';
export { createBot } from './bot.js';
export type { BotParts } from './parts.js';
export { TeamsSender } from './teams-sender.js';
