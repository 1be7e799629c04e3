import { z } from 'zod';
import { linkCard, linkedCard, noticeCard, plainLine, relinkCard } from '../cards/index.js';
import type { Campus, Directory } from '../campus/index.js';
import { campusOfTarget, isSameConversation, SendError, type ChannelTarget } from '../delivery/index.js';
import { toggle, type CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import type { ClickAnswer } from './ticket-click.js';
import { words, type Turn } from './turn.js';

/** Whose cards this person may send to a channel: managers their campuses', dispatchers the help desk's, administrators all. */
interface LinkRights {
  readonly campuses: readonly Campus[];
  readonly helpdesk: boolean;
}

function linkRights(personId: string, directory: Directory): LinkRights {
  if (directory.isAdministrator(personId)) return { campuses: directory.campuses, helpdesk: true };
  return { campuses: directory.campusesOf(personId), helpdesk: directory.isDispatcher(personId) };
}

/** "@Campusdesk link" in a channel: asks whose channel it shall be. */
export async function offerLink(turn: Turn, parts: BotParts): Promise<void> {
  const { campuses, helpdesk } = linkRights(turn.person.id, parts.directory.current());
  if (campuses.length === 0 && !helpdesk) {
    await turn.reply(words(turn.t.chat.link.notAllowed));
    return;
  }
  await turn.reply({ summary: turn.t.chat.link.summary, card: linkCard(campuses, helpdesk, turn.language) });
}

const linkSchema = z.object({
  target: z.string().min(1).max(100),
  confirmed: toggle,
});

/** The choice of a target: checked again, proved by a test post, and only then written down. */
export async function clickLink(turn: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer | null> {
  if (click.verb !== 'channel.link') return null;
  const chosen = linkSchema.safeParse(click.data);
  const { chat } = turn.t;
  if (!chosen.success) return { text: turn.t.cards.errors.linkTarget };
  if (turn.incoming.conversation.kind !== 'channel') return { text: chat.link.notHere };
  const rights = linkRights(turn.person.id, parts.directory.current());
  const campus = rights.campuses.find(({ id }) => id === chosen.data.target);
  const isHelpdesk = chosen.data.target === 'helpdesk' && rights.helpdesk;
  if (!campus && !isHelpdesk) return { text: chat.link.notAllowed };
  const target: ChannelTarget = campus ? `campus-${campus.id}` : 'helpdesk';
  const name = campus?.name ?? chat.link.helpdesk;
  return linkTo(turn, parts, { target, name, value: chosen.data.target, confirmed: chosen.data.confirmed });
}

interface Wanted {
  readonly target: ChannelTarget;
  readonly name: string;
  readonly value: string;
  readonly confirmed: boolean;
}

async function linkTo(turn: Turn, parts: BotParts, wanted: Wanted): Promise<ClickAnswer> {
  const { chat } = turn.t;
  const { conversation } = turn.incoming;
  const known = await parts.conversations.channel(wanted.target);
  if (known && isSameConversation(known, conversation)) return { text: chat.link.already(wanted.name) };
  const other = await parts.conversations.linkOf(conversation);
  if (other) return { text: chat.link.taken(targetName(other.target, turn, parts)) };
  if (known && !wanted.confirmed) {
    return { card: relinkCard({ title: wanted.name, value: wanted.value }, turn.language) };
  }
  try {
    await parts.sender.post(
      conversation,
      words(chat.link.testPost(wanted.name, plainLine(turn.person.name))),
    );
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return { text: chat.link.testFailed };
  }
  const result = await parts.conversations.link(wanted.target, conversation, turn.person.id, turn.now);
  if (result.kind === 'taken') return { text: chat.link.taken(targetName(result.by, turn, parts)) };
  parts.onLinked(wanted.target);
  if (result.kind === 'replaced') return { card: noticeCard(chat.link.replaced(wanted.name), turn.language) };
  return { card: linkedCard(wanted.name, turn.language) };
}

function targetName(target: ChannelTarget, turn: Turn, parts: BotParts): string {
  const campusId = campusOfTarget(target);
  if (campusId === null) return turn.t.chat.link.helpdesk;
  return parts.directory.current().campus(campusId)?.name ?? target;
}
