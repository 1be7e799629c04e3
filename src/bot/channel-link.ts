import { z } from 'zod';
import { linkCard, linkedCard, noticeCard, plainLine, relinkCard } from '../cards/index.js';
import type { Campus, Directory } from '../campus/index.js';
import { campusOfTarget, isSameConversation, SendError, type ChannelTarget } from '../delivery/index.js';
import { reachOf } from '../tickets/index.js';
import { toggle, type CardClick } from './card-click.js';
import type { BotParts } from './parts.js';
import type { ClickAnswer } from './ticket-click.js';
import { words, type Turn } from './turn.js';

/** Whose cards this person may send to a channel; the provider's name, where it is the provider's. */
interface LinkRights {
  readonly campuses: readonly Campus[];
  readonly helpdesk: boolean;
  readonly provider: string | null;
}

function linkRights({ person, now }: Turn, directory: Directory): LinkRights {
  const { city, campusIds, parties } = reachOf(person.id, 'link-channel', directory, now);
  const isTheirs = (party: 'helpdesk' | 'provider'): boolean => city || parties.includes(party);
  return {
    campuses: directory.campuses.filter(({ id }) => city || campusIds.includes(id)),
    helpdesk: isTheirs('helpdesk'),
    provider: isTheirs('provider') ? (directory.provider?.name ?? null) : null,
  };
}

/** "@Campusdesk link" in a channel: asks whose channel it shall be. */
export async function offerLink(turn: Turn, parts: BotParts): Promise<void> {
  const { campuses, helpdesk, provider } = linkRights(turn, parts.directory.current());
  if (campuses.length === 0 && !helpdesk && provider === null) {
    await turn.reply(words(turn.t.chat.link.notAllowed));
    return;
  }
  const card = linkCard(campuses, { helpdesk, provider }, turn.language);
  await turn.reply({ summary: turn.t.chat.link.summary, card });
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
  const wanted = wantedTarget(chosen.data.target, linkRights(turn, parts.directory.current()), turn);
  if (!wanted) return { text: chat.link.notAllowed };
  return linkTo(turn, parts, { ...wanted, value: chosen.data.target, confirmed: chosen.data.confirmed });
}

/** What is chosen, of what the person may choose. */
function wantedTarget(
  value: string,
  rights: LinkRights,
  { t }: Turn,
): Pick<Wanted, 'target' | 'name'> | null {
  const campus = rights.campuses.find(({ id }) => id === value);
  if (campus) return { target: `campus-${campus.id}`, name: campus.name };
  if (value === 'helpdesk' && rights.helpdesk) return { target: value, name: t.chat.link.helpdesk };
  if (value === 'provider' && rights.provider !== null) return { target: value, name: rights.provider };
  return null;
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
  if (target === 'provider') return parts.directory.current().provider?.name ?? target;
  if (campusId === null) return turn.t.chat.link.helpdesk;
  return parts.directory.current().campus(campusId)?.name ?? target;
}
