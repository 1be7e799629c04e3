/** How long a channel's own document waits for what comes together, in wall milliseconds: also where the clock is fast. */
export const gatherWallMs = 20_000;
