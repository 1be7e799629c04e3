import { describeAnyQuery } from './contract-any-query.js';
import { describeDocuments } from './contract-documents.js';
import { describeModel } from './contract-model.js';
import { describeQueries } from './contract-queries.js';
import { describeUnreadable } from './contract-unreadable.js';
import type { TestStore } from './fixtures.js';

/** Everything that {@link DocumentStore} promises, to be kept by each implementation alike. */
export function describeDocumentStore(open: () => Promise<TestStore>): void {
  describeDocuments(open);
  describeQueries(open);
  describeUnreadable(open);
  describeModel(open);
  describeAnyQuery(open);
}
