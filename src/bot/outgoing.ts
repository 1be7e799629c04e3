import { ActivityTypes, CardFactory, type Activity } from 'botbuilder';
import { plainLine } from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';

/** A message as Teams takes it. `summary` is what the notification says: never markup, whatever title stands in it. */
export function toActivity(message: OutgoingMessage): Partial<Activity> {
  const { summary, text, card, mentions = [] } = message;
  return {
    type: ActivityTypes.Message,
    summary: plainLine(summary),
    ...(text !== undefined && { text, textFormat: 'markdown' }),
    ...(card && { attachments: [CardFactory.adaptiveCard(card)] }),
    // Mentions inside a card are named by the card itself.
    ...(text !== undefined && mentions.length > 0 && { entities: mentions.map(mentionEntity) }),
  };
}

function mentionEntity({
  id,
  name,
}: {
  readonly id: string;
  readonly name: string;
}): Record<string, unknown> & { type: string } {
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } };
}
