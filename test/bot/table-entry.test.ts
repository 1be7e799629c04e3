import { describe, expect, test } from 'vitest';
import { entryOf } from '../../src/bot/table-entry.js';

describe('an entry of a table by a name that a client sent', () => {
  test('is what the table holds under that name, and nothing that every object has', () => {
    const table = { open: 1 };
    expect(entryOf(table, 'open')).toBe(1);
    for (const name of ['closed', 'constructor', 'toString', '__proto__', ''])
      expect(entryOf(table, name)).toBeUndefined();
  });
});
