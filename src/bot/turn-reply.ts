import type { TurnContext } from 'botbuilder';
import type { Clock } from '../clock.js';
import { withRetry, type OutgoingMessage } from '../delivery/index.js';
import { toActivity } from './outgoing.js';
import { toSendError } from './send-errors.js';

/** A turn has to answer within seconds, so little can be waited for. */
const pauses = { firstPauseMs: 250, longestPauseMs: 1_000, budgetMs: 3_000, repeatUnknown: false } as const;

/**
 * Answers within the turn; what Teams asks to repeat is repeated for a moment, what perhaps arrived is not.
 * @returns the message's id, empty where the channel names none
 * @throws SendError
 */
export async function replyInTurn(
  context: TurnContext,
  message: OutgoingMessage,
  clock: Clock,
): Promise<string> {
  const attempt = async (): Promise<string> => {
    try {
      return (await context.sendActivity(toActivity(message)))?.id ?? '';
    } catch (error) {
      throw toSendError(error);
    }
  };
  return withRetry(attempt, { ...pauses, clock, random: Math.random });
}
