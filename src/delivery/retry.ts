import type { Clock } from '../clock.js';
import { SendError } from './sender.js';

export interface RetryPlan {
  readonly clock: Clock;
  /** 0 (inclusive) to 1 (exclusive); spreads the repetitions of many messages. */
  readonly random: () => number;
  /** First pause; it doubles with each repetition. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** No repetition begins later than this after the first attempt; a pause that would go beyond is not begun. */
  readonly budgetMs: number;
  /** Whether a time-out may be repeated: true for an edit, which does no harm twice. */
  readonly repeatUnknown: boolean;
  readonly signal?: AbortSignal;
  /** Told of each failure that will be repeated, with the pause before it. */
  readonly onPause?: (error: SendError, pauseMs: number) => void;
}

/**
 * Repeats what Teams asks to repeat (412, 429, 502, 504) with exponential back-off and jitter, never sooner than
 * a given Retry-After. Final errors surface at once, the others when the budget is used up.
 * @throws SendError; AbortError when aborted during a pause
 */
export async function withRetry<T>(attempt: () => Promise<T>, plan: RetryPlan): Promise<T> {
  const startedAt = plan.clock.monotonic();
  for (let repetition = 0; ; repetition += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SendError) || !isRepeatable(error, plan)) throw error;
      const pause = pauseBefore(repetition, error, plan);
      if (plan.clock.monotonic() + pause - startedAt > plan.budgetMs) throw error;
      plan.onPause?.(error, pause);
      await plan.clock.wait(pause, plan.signal);
    }
  }
}

/** Whether trying the same again can never help. */
export function isFinal(error: SendError): boolean {
  return error.outcome === 'gone' || error.outcome === 'blocked' || error.outcome === 'rejected';
}

function isRepeatable(error: SendError, plan: RetryPlan): boolean {
  return error.outcome === 'unknown' ? plan.repeatUnknown : !isFinal(error);
}

function pauseBefore(repetition: number, error: SendError, plan: RetryPlan): number {
  const step = Math.min(plan.longestPauseMs, plan.firstPauseMs * 2 ** repetition);
  const jittered = step * (0.5 + plan.random() / 2);
  return Math.max(jittered, error.retryAfterMs ?? 0);
}
