import { ActivityTypes, type TurnContext } from 'botbuilder';
import { texts } from '../i18n/index.js';
import { answerInvoke } from './turn-failure.js';

/**
 * Answers an invoke that no handler takes: without an answer Teams says "unable to reach app" and repeats it. What is
 * no part of this app at all stays unanswered, which the channel service reads as "not implemented".
 */
export async function answerUnknownInvoke(context: TurnContext): Promise<void> {
  const { chat } = texts(context.activity.locale?.toLowerCase().startsWith('en') ? 'en' : 'de');
  const { name } = context.activity;
  if (name === 'adaptiveCard/action') {
    await answerInvoke(context, chat.unreadable);
  } else if (name === 'application/search') {
    const type = 'application/vnd.microsoft.search.searchResponse';
    await answer(context, { type, value: { results: [] } });
  } else if (name === 'task/fetch' || name === 'task/submit') {
    await answer(context, { task: { type: 'message', value: chat.unreadable } });
  }
}

async function answer(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
