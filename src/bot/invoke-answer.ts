import { ActivityTypes, type TurnContext } from 'botbuilder';

/** Answers an invoke with this body; needed only where the application does not answer by itself. */
export async function answerInvoke(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** The body by which a click on a card is answered with words: they appear under the card. */
export function sentenceUnderCard(sentence: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence };
}
