import type { DirectoryBook } from './campus/index.js';
import type { ChannelLink, ChannelTarget, ConversationBook } from './delivery/index.js';
import type { Log } from './logging.js';
import type { Scheduler, Stuck } from './scheduler/index.js';
import type { ReadinessReport } from './server.js';
import { StoreError, Unreadable, type DocumentStore } from './store/index.js';

/**
 * Whether the store answers and a directory is there; names each channel that is not linked yet, or takes nothing, and
 * what the clock could not do.
 */
export async function readiness(
  store: DocumentStore,
  directory: DirectoryBook,
  conversations: ConversationBook,
  scheduler: Pick<Scheduler, 'stuck'>,
  log: Pick<Log, 'warn'>,
): Promise<ReadinessReport> {
  try {
    await store.ping();
    const unreadable = new Map<string, string>();
    const readable = await conversations.links(({ target, reason }) => unreadable.set(target, reason));
    const links = new Map(readable.map((link) => [link.target, link]));
    const { schools, campuses } = directory.current();
    const problems = schools.length === 0 ? ['No schools are known: run `campusdesk directory import`.'] : [];
    const teams: readonly Team[] = [
      ...campuses.map(({ id, name }): Team => ({ target: `campus-${id}`, name })),
      { target: 'helpdesk', name: 'the help desk' },
    ];
    const notes = await Promise.all(
      teams.map(async ({ target, name }) => {
        const reason = unreadable.get(target);
        return reason === undefined
          ? channelNote(links.get(target), name, conversations)
          : [`What is stored of the link with ${name} cannot be read: ${reason}.`];
      }),
    );
    return {
      ready: problems.length === 0,
      problems,
      notes: [...notes.flat(), ...stuckNotes(scheduler.stuck())],
    };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // Anybody may ask; where the store is concerns only those who run it.
    log.warn({}, 'the store does not answer', error);
    return { ready: false, problems: ['The store does not answer; see the log.'], notes: [] };
  }
}

const mostStuckNamed = 10;

function stuckNotes(stuck: readonly Stuck[]): readonly string[] {
  const named = stuck
    .slice(0, mostStuckNamed)
    .map(
      ({ source, documentId, failures, error }) =>
        `Document ${documentId} of ${source} is due and failed ${failures} ${failures === 1 ? 'time' : 'times'} (${error}); see the log.`,
    );
  const more = stuck.length - named.length;
  return more > 0 ? [...named, `… and ${more} more documents that are due and failed.`] : named;
}

interface Team {
  readonly target: ChannelTarget;
  readonly name: string;
}

async function channelNote(
  link: ChannelLink | undefined,
  team: string,
  conversations: ConversationBook,
): Promise<readonly string[]> {
  if (!link) return [`No channel is linked with ${team}.`];
  try {
    const channel = await conversations.reference(link.conversation);
    return channel?.installed
      ? []
      : [`The bot was removed from the channel of ${team}: add it there again, or link another channel.`];
  } catch (error) {
    // The store does answer.
    if (!(error instanceof Unreadable)) throw error;
    return [`What is stored of the channel of ${team} cannot be read: ${error.reason}.`];
  }
}
