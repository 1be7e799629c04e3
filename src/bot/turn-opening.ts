import type { TurnContext } from 'botbuilder';
import { texts } from '../i18n/index.js';
import { readActivity, type Incoming } from './activity.js';
import type { BotParts } from './parts.js';
import { PhotosInHand } from './photos-in-hand.js';
import { authorizationIn } from './authorization.js';
import { pinCaller } from './pinning.js';
import { replyInTurn } from './turn-reply.js';
import { languageOfClient, type Turn } from './turn.js';

/** A turn of a known person of our tenant, or the sentence that tells anybody else why not. */
export type Opening = { readonly turn: Turn } | { readonly refused: string };

/**
 * Finds out who is speaking, from where and in which language, and keeps the conversation so that delivery can speak
 * there later.
 * @param tenantId the only tenant that is served; null (authentication off) serves any
 */
export async function openTurn(
  context: TurnContext,
  parts: BotParts,
  tenantId: string | null,
): Promise<Opening> {
  const caller = callerOf(context, tenantId);
  if ('refused' in caller) return caller;
  const { incoming, personId } = caller;
  await parts.conversations.remember(incoming.conversation, parts.clock.now());
  await pinCaller(context, incoming, parts);
  return { turn: await turnOf(context, incoming, personId, parts) };
}

/**
 * The same for what comes from beside the text that somebody writes, in whatever conversation: the bot need not be a member
 * of it, so that it is not kept as one where the bot can speak, and nobody is looked up there.
 */
export async function openPassingTurn(
  context: TurnContext,
  parts: BotParts,
  tenantId: string | null,
): Promise<Opening> {
  const caller = callerOf(context, tenantId);
  if ('refused' in caller) return caller;
  return { turn: await turnOf(context, caller.incoming, caller.personId, parts) };
}

function callerOf(
  context: TurnContext,
  tenantId: string | null,
): { readonly incoming: Incoming; readonly personId: string } | { readonly refused: string } {
  const incoming = readActivity(context.activity);
  const { chat } = texts(languageOfClient(incoming?.locale));
  if (!incoming) return { refused: chat.unreadable };
  if (incoming.personId === null) return { refused: chat.unknownPerson };
  if (!isServed(incoming, tenantId)) return { refused: chat.foreignTenant };
  return { incoming, personId: incoming.personId };
}

/**
 * Whether an activity comes from our tenant, through Teams. On the other channels of a bot (Web Chat, Direct Line, the
 * emulator) the client itself says who it is and of which tenant.
 * @param tenantId null (authentication off) serves any
 */
export function isServed({ channelId, conversation }: Incoming, tenantId: string | null): boolean {
  if (tenantId === null) return true;
  return channelId === 'msteams' && conversation.tenantId?.toLowerCase() === tenantId.toLowerCase();
}

async function turnOf(
  context: TurnContext,
  incoming: Incoming,
  personId: string,
  parts: BotParts,
): Promise<Turn> {
  const profile = await parts.profiles.get(personId);
  const known = parts.directory.current().person(personId);
  const language =
    profile.language ?? known?.language ?? profile.spokenLanguage ?? languageOfClient(incoming.locale);
  return {
    incoming,
    person: { id: personId, name: known?.name ?? incoming.personName },
    profile,
    language,
    t: texts(language),
    now: parts.clock.now(),
    photos: new PhotosInHand(),
    authorization: async () => authorizationIn(context),
    reply: async (message) => replyInTurn(context, message, parts.clock),
  };
}
