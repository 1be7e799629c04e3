/** `perhapsSent`: timed out, so that nobody knows whether the message arrived. */
export type DeliveryCounter = 'sent' | 'edited' | 'failed' | 'perhapsSent' | 'undelivered';

/** Counts what delivery does. */
export interface DeliveryMetrics {
  increment(counter: DeliveryCounter): void;
}

/** Counts nothing. */
export const noMetrics: DeliveryMetrics = { increment: () => undefined };
