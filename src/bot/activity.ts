import { z } from 'zod';
import { withoutThread, type Conversation } from '../delivery/index.js';
import type { PhotoSource } from '../photos/index.js';
import { attachmentsSchema, isFile, sourceOf } from './attachments.js';

const mentionSchema = z.object({ text: z.string(), mentioned: z.object({ id: z.string() }) });

/** The SDK takes the bot's own mention out of the text, and relies on mentions being whole. */
const entitySchema = z
  .object({ type: z.string() })
  .passthrough()
  .refine((entity) => entity.type.toLowerCase() !== 'mention' || mentionSchema.safeParse(entity).success);

/**
 * What Campusdesk takes from an activity. Everything that comes in is checked here once; nothing else of an
 * activity is believed. Who somebody is comes from `aadObjectId`, which the channel service vouches for.
 */
const activitySchema = z.object({
  id: z.string().nullish(),
  type: z.string(),
  channelId: z.string().min(1),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  serviceUrl: z.string().url(),
  replyToId: z.string().nullish(),
  value: z.unknown(),
  action: z.string().nullish(),
  entities: z.array(entitySchema).optional(),
  attachments: attachmentsSchema,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    name: z.string().nullish(),
  }),
  from: z.object({ id: z.string(), name: z.string().nullish(), aadObjectId: z.string().nullish() }),
  recipient: z.object({ id: z.string(), name: z.string().nullish() }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().nullish() }).nullish(),
      team: z.object({ id: z.string().nullish() }).nullish(),
      channel: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
    })
    .passthrough()
    .nullish(),
});

/** An activity as the handlers see it. */
export interface Incoming {
  readonly type: string;
  /** The service through which it came: `msteams`, or another channel of the bot. */
  readonly channelId: string;
  readonly name: string;
  /** The activity's own id; together with the conversation it names what was said. */
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly value: unknown;
  readonly installation: 'add' | 'remove' | null;
  /** Pictures or files that came with it; null stands for one that cannot be fetched. */
  readonly files: readonly (PhotoSource | null)[];
  /** Entra object id in lower case; null where the client names nobody. */
  readonly personId: string | null;
  readonly personName: string;
  readonly conversation: Conversation;
  /** The channel message under which this was said or clicked, else null. */
  readonly threadRoot: string | null;
  /** The message that holds the clicked card, else null. */
  readonly cardActivityId: string | null;
}

/** Entra's limit for a display name; each entry of a ticket's history holds one. */
const longestName = 256;

/** Null where the activity is not one that Teams sends. */
export function readActivity(raw: unknown): Incoming | null {
  const parsed = activitySchema.safeParse(raw);
  if (!parsed.success) return null;
  const activity = parsed.data;
  const personId = activity.from.aadObjectId?.toLowerCase() || null;
  const kind = activity.conversation.conversationType === 'personal' ? 'personal' : 'channel';
  const [, threadRoot = null] = activity.conversation.id.split(';messageid=');
  return {
    type: activity.type,
    channelId: activity.channelId,
    name: activity.name ?? '',
    id: activity.id ?? '',
    text: activity.text ?? '',
    locale: activity.locale ?? '',
    value: activity.value,
    installation: activity.action === 'add' || activity.action === 'remove' ? activity.action : null,
    files: (activity.attachments ?? []).filter(isFile).map(sourceOf),
    personId,
    personName: (activity.from.name ?? '').slice(0, longestName),
    threadRoot,
    cardActivityId: activity.replyToId ?? null,
    conversation: withoutThread({
      serviceUrl: activity.serviceUrl,
      conversationId: activity.conversation.id,
      kind,
      personId: kind === 'personal' ? personId : null,
      tenantId: activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? null,
      teamId: activity.channelData?.team?.id ?? null,
      channelName: activity.channelData?.channel?.name ?? activity.conversation.name ?? null,
      botId: activity.recipient.id,
      botName: activity.recipient.name ?? '',
    }),
  };
}

/** The fields without which nobody can be answered and that this body lacks; empty for what Teams sends. */
export function missingFields(body: unknown): readonly string[] {
  const parsed = activitySchema.safeParse(body);
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
}
