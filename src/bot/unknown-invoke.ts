import type { TurnContext } from 'botbuilder';
import { texts } from '../i18n/index.js';
import { answerInvoke, sentenceFor } from './invoke-answer.js';
import { languageOfClient } from './turn.js';

/**
 * Answers an invoke that no handler takes: without an answer Teams says "unable to reach app" and repeats it. What is
 * no part of this app at all stays unanswered, which the channel service reads as "not implemented".
 */
export async function answerUnknownInvoke(context: TurnContext): Promise<void> {
  const { chat } = texts(languageOfClient(context.activity.locale));
  const { name } = context.activity;
  if (name === 'adaptiveCard/action' || name === 'task/fetch' || name === 'task/submit') {
    await answerInvoke(context, sentenceFor(name, chat.unreadable));
  } else if (name === 'application/search') {
    const type = 'application/vnd.microsoft.search.searchResponse';
    await answerInvoke(context, { type, value: { results: [] } });
  }
}
