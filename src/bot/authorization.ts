import type { TurnContext } from 'botbuilder';
import { z } from 'zod';

/** So much of the turn's client of the channel service as is needed here. */
interface Signing {
  signRequest(request: { readonly headers: Headers }): Promise<unknown>;
}

const connectorSchema = z.object({ credentials: z.custom<Signing>(canSign) });

/**
 * The bot's own token for the channel service of this turn, as a header's value. Null where nobody signs (authentication
 * off). To be sent to that service and nowhere else: whoever has it can speak as the bot.
 * @throws SendError where no token is to be had
 */
export async function authorizationIn(context: TurnContext): Promise<string | null> {
  const connector = connectorSchema.safeParse(context.turnState.get(context.adapter.ConnectorClientKey));
  if (!connector.success) return null;
  const headers = new Headers();
  await connector.data.credentials.signRequest({ headers });
  return headers.get('authorization');
}

function canSign(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'signRequest' in value;
}
