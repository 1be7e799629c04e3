import { randomBytes } from 'node:crypto';
import { ActivityTypes, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import { texts } from '../i18n/index.js';
import type { Log } from '../logging.js';
import { Throttled } from '../store/index.js';
import { answerInvoke, sentenceFor } from './invoke-answer.js';
import { languageOfClient } from './turn.js';

const invoke: string = ActivityTypes.Invoke;
const message: string = ActivityTypes.Message;

/**
 * Tells the person that something failed, with a reference that stands in the log too. An invoke is always answered:
 * without an answer Teams says "unable to reach app" and repeats the click.
 */
export async function answerFailure(context: TurnContext, error: unknown, log: Log): Promise<void> {
  const reference = randomBytes(3).toString('hex');
  log.error({ reference, activityType: context.activity.type }, 'a turn failed', error);
  const { type } = context.activity;
  const { chat } = texts(languageOfClient(context.activity.locale));
  const sentence = error instanceof Throttled ? chat.busy : chat.failed(reference);
  try {
    if (type === invoke) {
      if (!context.turnState.get(INVOKE_RESPONSE_KEY))
        await answerInvoke(context, sentenceFor(context.activity.name, sentence));
    } else if (type === message) {
      await context.sendActivity(sentence);
    }
  } catch (secondError) {
    log.error({ reference }, 'the failure could not be told', secondError);
  }
}
