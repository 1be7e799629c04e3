/** A point in time in computations: epoch milliseconds. Documents hold the same as `toISOString()`. */
export type Instant = number;

export const millisecondsPerMinute = 60_000;

/** The instant of an ISO text. @throws RangeError where the text is none */
export function instantOf(iso: string): Instant {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${iso}`);
  return instant;
}

/** The text that documents hold; sorts as the instants do. */
export function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}
