import { TeamsInfo, type TurnContext } from 'botbuilder';
import { unpinnedId } from '../campus/index.js';
import type { Incoming } from './activity.js';
import type { BotParts } from './parts.js';

/**
 * The organisation may name a person by address. Such a person is looked up at the first word or click in a channel,
 * where the staff work, or at the installation, and from then on known by the object id: addresses are handed on to
 * other people in time, object ids never are. Does nothing where every address is pinned.
 */
export async function pinCaller(context: TurnContext, incoming: Incoming, parts: BotParts): Promise<void> {
  const { personId, conversation } = incoming;
  const isTeacherTalk = conversation.kind === 'personal' && incoming.installation === null;
  if (personId === null || isTeacherTalk || parts.directory.current().person(personId)) return;
  if (!hasUnpinned(parts)) return;
  try {
    const { userPrincipalName, email } = await TeamsInfo.getMember(context, context.activity.from.id);
    const address = userPrincipalName ?? email;
    if (!address) return;
    const pinning = await parts.directory.pin(address, personId);
    if (pinning.kind === 'conflict')
      parts.log.warn({ personId }, 'an address of the organisation is pinned otherwise');
  } catch (error) {
    // Whoever it is can still do what needs no role.
    parts.log.warn({ personId }, 'a person could not be looked up', error);
  }
}

function hasUnpinned(parts: BotParts): boolean {
  const directory = parts.directory.current();
  const organisation = parts.directory.stored().organisation?.organisation;
  return (
    organisation?.people.some(
      ({ address }) => address !== undefined && directory.person(unpinnedId(address)),
    ) ?? false
  );
}
