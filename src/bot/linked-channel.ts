import type { ChannelTarget } from '../delivery/index.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';

/**
 * Whose channel this is. Others read there, too: only one that was linked by somebody who may is one of the staff's, and in any
 * other one is told so; null then.
 */
export async function staffChannel(turn: Turn, parts: BotParts): Promise<ChannelTarget | null> {
  const link = await parts.conversations.linkOf(turn.incoming.conversation);
  if (!link) await turn.reply(words(turn.t.lists.onlyLinked));
  return link?.target ?? null;
}
