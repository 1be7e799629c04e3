import type { DirectoryBook } from './campus/index.js';
import type { ChannelTarget, ConversationBook } from './delivery/index.js';
import type { ReadinessReport } from './server.js';
import { StoreError, type DocumentStore } from './store/index.js';

/** Whether the store answers and a directory is there; names each channel that is not linked yet. */
export async function readiness(
  store: DocumentStore,
  directory: DirectoryBook,
  conversations: ConversationBook,
): Promise<ReadinessReport> {
  try {
    await store.ping();
    const linked = new Set((await conversations.links()).map(({ target }) => target));
    const { schools, campuses } = directory.current();
    const problems = schools.length === 0 ? ['No schools are known: run `campusdesk directory import`.'] : [];
    const missing = [
      ...campuses.map(({ id, name }) => ({ target: `campus-${id}` satisfies ChannelTarget, name })),
      { target: 'helpdesk' as const, name: 'the help desk' },
    ].filter(({ target }) => !linked.has(target));
    const notes = missing.map(({ name }) => `No channel is linked with ${name}.`);
    return { ready: problems.length === 0, problems, notes };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ready: false, problems: [`The store does not answer: ${error.message}`], notes: [] };
  }
}
