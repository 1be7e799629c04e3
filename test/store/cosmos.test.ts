import { describe } from 'vitest';

import { describeDocumentStore } from './contract.js';
import { openTestStore } from './fixtures.js';

describe('the Cosmos DB store', () => {
  describeDocumentStore(() => openTestStore('cosmos'));
});
