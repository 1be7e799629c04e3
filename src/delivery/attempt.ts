import type { Fact } from './leased-ticket.js';
import { isFinal } from './retry.js';
import { SendError } from './sender.js';
import type { UndeliveredReason } from './undelivered.js';

/** What became of one attempt to deliver. */
export type Attempt =
  /** Done; `fact` is still to be written. */
  | { readonly kind: 'done'; readonly fact: Fact }
  /** There was nothing to send any more, or it was written already: look at the ticket again. */
  | { readonly kind: 'look-again' }
  /** It may work later. */
  | { readonly kind: 'later' }
  | { readonly kind: 'undeliverable'; readonly reason: UndeliveredReason };

/** What a failure means: `unknown` and what may pass are for later, final answers are not. @throws what is no SendError */
export function failureOf(error: unknown): Extract<Attempt, { kind: 'later' | 'undeliverable' }> {
  if (!(error instanceof SendError)) throw error;
  return isFinal(error) ? { kind: 'undeliverable', reason: finalReason(error) } : { kind: 'later' };
}

function finalReason({ outcome }: SendError): UndeliveredReason {
  return outcome === 'gone' || outcome === 'blocked' ? outcome : 'rejected';
}
