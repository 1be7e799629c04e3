import { boardCollection, type Board } from './board/index.js';
import { DirectoryBook, ProfileBook } from './campus/index.js';
import { bulkCollection, type BulkJob } from './bulk/index.js';
import type { Clock } from './clock.js';
import { ConversationBook, undeliveredCollection, type Undelivered } from './delivery/index.js';
import { incidentCollection, type Incident } from './incidents/index.js';
import { ExampleBook } from './learning/index.js';
import { articleUseCollection, type ArticleUse } from './knowledge/index.js';
import { openMaintenance, type MaintenanceRecords } from './maintenance/index.js';
import { jobCollection, rotaJobCollection, type RecomputeJob, type RotaJob } from './scheduler/index.js';
import type { Collection, DocumentStore } from './store/index.js';
import { ticketCollection, type Rules, type Ticket } from './tickets/index.js';
import { RotaBook } from './visits/index.js';
import { worklistCollection, type Worklist } from './worklists/index.js';

/** Everything that is stored. */
export interface Records {
  readonly tickets: Collection<Ticket>;
  readonly directory: DirectoryBook;
  readonly profiles: ProfileBook;
  readonly conversations: ConversationBook;
  readonly undelivered: Collection<Undelivered>;
  readonly boards: Collection<Board>;
  readonly jobs: Collection<RecomputeJob>;
  readonly rotaJobs: Collection<RotaJob>;
  readonly bulks: Collection<BulkJob>;
  readonly incidents: Collection<Incident>;
  readonly articleUses: Collection<ArticleUse>;
  readonly examples: ExampleBook;
  readonly rota: RotaBook;
  readonly maintenance: MaintenanceRecords;
  readonly worklists: Collection<Worklist>;
}

/** Opens all collections and books; makes those that are missing. @throws StoreError */
export async function openRecords(store: DocumentStore, clock: Clock, rules: Rules): Promise<Records> {
  const directory = await DirectoryBook.open(store);
  return {
    tickets: await store.collection(ticketCollection),
    directory,
    profiles: await ProfileBook.open(store),
    conversations: await ConversationBook.open(store, clock),
    undelivered: await store.collection(undeliveredCollection),
    boards: await store.collection(boardCollection),
    jobs: await store.collection(jobCollection),
    rotaJobs: await store.collection(rotaJobCollection),
    bulks: await store.collection(bulkCollection),
    incidents: await store.collection(incidentCollection),
    articleUses: await store.collection(articleUseCollection),
    examples: await ExampleBook.open(store),
    rota: await RotaBook.open(store, { directory: () => directory.current(), rules }),
    maintenance: await openMaintenance(store),
    worklists: await store.collection(worklistCollection),
  };
}
