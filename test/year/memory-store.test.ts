import { describe } from 'vitest';
import { describeDocumentStore } from '../store/contract.js';
import { MemoryDatabase } from './memory-store.js';

describe('the store in memory, on which the school year is played,', () => {
  describeDocumentStore(() => {
    const database = new MemoryDatabase();
    return Promise.resolve({
      store: database.connect(),
      another: () => Promise.resolve(database.connect()),
      close: () => Promise.resolve(),
    });
  });
});
