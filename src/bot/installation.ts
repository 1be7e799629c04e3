import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { readActivity } from './activity.js';
import type { BotParts } from './parts.js';
import { isServed } from './turn-opening.js';
import { words, type Turn } from './turn.js';

const membersSchema = z.array(z.object({ id: z.string() })).optional();

/**
 * Keeps the conversation of an installation, or marks it as left. These events come more than once.
 * Other tenants than `tenantId`, where there is one, are none of ours. Returns whether the bot is new in this conversation, so that it can introduce itself.
 */
export async function noteInstallation(
  activity: Activity,
  parts: BotParts,
  tenantId: string | null,
): Promise<boolean> {
  const incoming = readActivity(activity);
  if (!incoming) return false;
  const { conversation, installation } = incoming;
  if (!isServed(incoming, tenantId)) return false;
  const named = (members: unknown): boolean =>
    membersSchema.safeParse(members).data?.some(({ id }) => id === conversation.botId) ?? false;
  if (installation === 'remove' || named(activity.membersRemoved)) {
    await parts.conversations.forget(conversation);
    return false;
  }
  if (installation !== 'add' && !named(activity.membersAdded)) return false;
  const known = await parts.conversations.reference(conversation);
  await parts.conversations.remember(conversation, parts.clock.now());
  return !known?.installed;
}

/** The first words in a conversation. */
export async function welcome(turn: Turn): Promise<void> {
  const { chat } = turn.t;
  await turn.reply(
    words(turn.incoming.conversation.kind === 'personal' ? chat.welcome : chat.channelWelcome),
  );
}
