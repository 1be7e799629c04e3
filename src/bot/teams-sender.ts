import type { CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import { SendError, type ConversationBook, type OutgoingMessage, type Sender } from '../delivery/index.js';
import type { ConversationKey } from '../tickets/index.js';
import { toActivity } from './outgoing.js';
import { toSendError } from './send-errors.js';

/** Sends through stored conversation references, outside of any turn. No order, no limits, no retry. */
export class TeamsSender implements Sender {
  constructor(
    private readonly adapter: CloudAdapter,
    private readonly appId: string,
    private readonly book: ConversationBook,
  ) {}

  async post(to: ConversationKey, message: OutgoingMessage): Promise<string> {
    return this.inConversation(to, null, async (context) =>
      sent(await context.sendActivity(toActivity(message))),
    );
  }

  async reply(to: ConversationKey, rootActivityId: string, message: OutgoingMessage): Promise<string> {
    return this.inConversation(to, rootActivityId, async (context) =>
      sent(await context.sendActivity(toActivity(message))),
    );
  }

  async edit(to: ConversationKey, activityId: string, message: OutgoingMessage): Promise<void> {
    await this.inConversation(to, null, async (context) => {
      await context.updateActivity({ ...toActivity(message), id: activityId });
    });
  }

  private async inConversation<T>(
    to: ConversationKey,
    threadRoot: string | null,
    send: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const record = await this.book.reference(to);
    if (!record) throw new SendError('blocked', 'no reference to this conversation is kept');
    const isThread = threadRoot !== null && record.kind === 'channel';
    const reference: Partial<ConversationReference> = {
      serviceUrl: record.serviceUrl,
      channelId: 'msteams',
      bot: { id: record.botId, name: record.botName },
      conversation: {
        id: isThread ? `${record.conversationId};messageid=${threadRoot}` : record.conversationId,
        conversationType: record.kind,
        isGroup: record.kind === 'channel',
        name: '',
        ...(record.tenantId !== null && { tenantId: record.tenantId }),
      },
    };
    return this.continued(reference, send);
  }

  private async continued<T>(
    reference: Partial<ConversationReference>,
    send: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const outcome: { sent?: { readonly value: T }; error?: unknown } = {};
    try {
      await this.adapter.continueConversationAsync(this.appId, reference, async (context) => {
        try {
          outcome.sent = { value: await send(context) };
        } catch (error) {
          // Thrown on from here it would end in the turn's error handler, which would talk to the person.
          outcome.error = error;
        }
      });
    } catch (error) {
      outcome.error = error;
    }
    if (outcome.error !== undefined || !outcome.sent) throw toSendError(outcome.error);
    return outcome.sent.value;
  }
}

function sent(response: { id?: string } | undefined): string {
  if (!response?.id) throw new SendError('unknown', 'the channel service named no activity');
  return response.id;
}
