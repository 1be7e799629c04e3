import type { Clock } from '../clock.js';
import { channelLanguage, type Language } from '../i18n/index.js';
import type { ConversationKey } from '../tickets/index.js';
import { dropTell, recordAnnounced, type ContactCall, type Worklist } from '../worklists/index.js';
import { failureOf } from './attempt.js';
import type { ConversationBook } from './conversation-book.js';
import type { LeasedBook } from './leased-book.js';
import type { Routing } from './routing.js';
import { SendError, type OutgoingMessage } from './sender.js';
import type { Transport } from './transport.js';
import type { UndeliveredList } from './undelivered.js';
import { readWorklistView, type WorklistFactParts } from './worklist-facts.js';
import type { WorklistRenderer } from './worklist-renderer.js';

/** What a worklist is spoken of with. */
export interface WorklistSpeaking extends WorklistFactParts {
  readonly book: LeasedBook<Worklist>;
  readonly conversations: Pick<ConversationBook, 'personal' | 'reference'>;
  readonly routing: Pick<Routing, 'board'>;
  readonly transport: Transport;
  readonly undelivered: UndeliveredList;
  readonly renderer: WorklistRenderer;
  /** In which language a person is spoken to. */
  readonly languageOf: (personId: string) => Promise<Language>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** How the list of undelivered messages names the line that nobody is at work. */
const unmannedEntry = { kind: 'show', key: 'unmanned', place: 'channel', attempts: 0 } as const;
/** After so many rounds (one each time the lease has run out) what may pass is taken to be final. */
export const roundsBeforeGivingUp = 60;

/**
 * Tells a school's contact that nobody comes. One whom the bot does not reach has to be called by somebody. What was perhaps
 * sent is not sent again.
 * @returns false where it is to be tried again
 * @throws LeaseLost, StoreError, AbortError
 */
export async function tellContact(
  worklist: Worklist,
  call: ContactCall,
  parts: WorklistSpeaking,
): Promise<boolean> {
  const { conversations, languageOf, renderer, clock, book } = parts;
  const chat = await conversations.personal(call.personId);
  const view = await readWorklistView(worklist, parts, clock.now());
  const site = view.sites.find((each) => each.site.siteId === call.siteId);
  const reached =
    chat && site
      ? await post(chat, renderer.missed(site, view, await languageOf(call.personId)), worklist, parts)
      : 'not-reached';
  if (reached === 'later') return false;
  await book.record(worklist.id, (current) => dropTell(current, call, reached === 'sent'));
  return true;
}

/**
 * Says in one line to the help desk that nobody is at work. Where nobody reads it, it stands where somebody looks after it.
 * @returns false where it is to be tried again
 * @throws LeaseLost, StoreError, AbortError
 */
export async function announceUnmanned(worklist: Worklist, parts: WorklistSpeaking): Promise<boolean> {
  const { routing, renderer, clock, book, undelivered } = parts;
  const view = await readWorklistView(worklist, parts, clock.now());
  let isTold = false;
  for (const { conversation } of await routing.board('helpdesk')) {
    const sent = await post(conversation, renderer.unmanned(view, channelLanguage), worklist, parts);
    if (sent === 'later') return false;
    isTold = sent === 'sent';
    if (isTold) break;
  }
  if (!isTold) await undelivered.add(worklist, unmannedEntry, 'nowhere', clock.now());
  await book.record(worklist.id, recordAnnounced);
  return true;
}

async function post(
  to: ConversationKey,
  message: OutgoingMessage,
  { attempts }: Worklist,
  { transport, signal }: WorklistSpeaking,
): Promise<'sent' | 'later' | 'not-reached'> {
  try {
    await transport.post(keyOf(to), undefined, async () => Promise.resolve(message), signal);
    return 'sent';
  } catch (error) {
    if (error instanceof SendError && error.outcome === 'unknown') return 'sent';
    const isLater = failureOf(error).kind === 'later' && attempts < roundsBeforeGivingUp;
    return isLater ? 'later' : 'not-reached';
  }
}

/** A conversation's key alone: what is known beside it is not kept. */
export function keyOf({ serviceUrl, conversationId }: ConversationKey): ConversationKey {
  return { serviceUrl, conversationId };
}
