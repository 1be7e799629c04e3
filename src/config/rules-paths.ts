import type { Given } from './variables.js';

/** The JSON files that the rules of the service come from; null where the default counts. */
export interface RulesPaths {
  /** When there is service. */
  readonly calendar: string | null;
  /** What is promised, and what the clock does to keep it. */
  readonly policy: string | null;
  /** The days on which single schools are closed by their own choice. */
  readonly movableHolidays: string | null;
}

/** The files that are named. Whether they can be used shows when they are read. */
export function readRulesPaths({ SERVICE_CALENDAR, SERVICE_POLICY, MOVABLE_HOLIDAYS }: Given): RulesPaths {
  return {
    calendar: SERVICE_CALENDAR ?? null,
    policy: SERVICE_POLICY ?? null,
    movableHolidays: MOVABLE_HOLIDAYS ?? null,
  };
}
