import { ActivityTypes, type TurnContext } from 'botbuilder';

/** Answers an invoke with this body; needed only where the application does not answer by itself. */
export async function answerInvoke(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** The body by which any invoke that people wait for is answered with words; its name says where they appear. */
export function sentenceFor(name: string | undefined, sentence: string): object {
  if (name === 'composeExtension/query') return { composeExtension: { type: 'message', text: sentence } };
  const opensDialog =
    name === 'composeExtension/fetchTask' ||
    name === 'composeExtension/submitAction' ||
    name === 'task/fetch' ||
    name === 'task/submit';
  return opensDialog ? { task: { type: 'message', value: sentence } } : sentenceUnderCard(sentence);
}

/** Under the card that was clicked. */
function sentenceUnderCard(sentence: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence };
}
