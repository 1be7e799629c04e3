import { describe, expect, it } from 'vitest';
import { AlreadyExists, StoreUnavailable, untilWritten, VersionMismatch } from '../../src/store/index.js';

describe('what is written until nobody was faster', () => {
  it('is tried afresh after each write that somebody overtook, and gives what the last attempt gave', async () => {
    const overtaken = [new VersionMismatch('x'), new AlreadyExists('x')];
    let attempts = 0;
    const written = await untilWritten(async () => {
      attempts += 1;
      const error = overtaken.shift();
      if (error) throw error;
      return Promise.resolve('written');
    });
    expect(written).toBe('written');
    expect(attempts).toBe(3);
  });

  it('is not tried again where the store does not answer', async () => {
    let attempts = 0;
    const tried = untilWritten(async () => {
      attempts += 1;
      return Promise.reject(new StoreUnavailable('x'));
    });
    await expect(tried).rejects.toBeInstanceOf(StoreUnavailable);
    expect(attempts).toBe(1);
  });
});
