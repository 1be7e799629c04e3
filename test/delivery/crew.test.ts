import { describe, expect, it } from 'vitest';
import { Crew, type LeasedWorker } from '../../src/delivery/crew.js';
import { LeaseLost } from '../../src/delivery/leased-ticket.js';

interface Given {
  readonly repeats?: boolean;
  readonly run?: (round: number) => Promise<void>;
}

function crewOf({ repeats = true, run = async () => Promise.resolve() }: Given) {
  const stop = new AbortController();
  const seen = { rounds: 0, released: 0, said: new Array<string>() };
  const crew = new Crew({
    signal: stop.signal,
    log: {
      info: (_fields, message) => seen.said.push(message),
      error: (_fields, message) => seen.said.push(message),
    },
    says: { taken: 'taken', interrupted: 'interrupted' },
    repeats,
  });
  const newWorker = (): LeasedWorker => ({
    run: async () => {
      seen.rounds += 1;
      await run(seen.rounds);
    },
    release: async () => {
      seen.released += 1;
      return Promise.resolve();
    },
  });
  const begin = (): void => {
    crew.begin({ id: 'a', about: {}, newWorker });
  };
  return { crew, seen, stop, begin };
}

describe('a crew', () => {
  it('works on a document with one worker, and once more for what came meanwhile', async () => {
    const { crew, seen, begin } = crewOf({});
    begin();
    begin();
    begin();
    expect(crew.busy).toBe(1);
    await crew.settled();
    expect(seen).toEqual({ rounds: 2, released: 0, said: [] });
    expect(crew.busy).toBe(0);
  });

  it('leaves out the second round where its workers read afresh before their last step', async () => {
    const { crew, seen, begin } = crewOf({ repeats: false });
    begin();
    begin();
    await crew.settled();
    expect(seen.rounds).toBe(1);
  });

  it('says that another process works on a document, or what interrupted the work, and goes on with the next', async () => {
    const { crew, seen, begin } = crewOf({
      run: async (round) => Promise.reject(round === 1 ? new LeaseLost('a') : new Error('broken')),
    });
    begin();
    await crew.settled();
    begin();
    await crew.settled();
    expect(seen.said).toEqual(['taken', 'interrupted']);
    expect(seen.released).toBe(0);
  });

  it('gives the lease back at a stop, without a word', async () => {
    const { crew, seen, stop, begin } = crewOf({
      run: async () => {
        stop.abort();
        return Promise.reject(new DOMException('stopped', 'AbortError'));
      },
    });
    begin();
    await crew.settled();
    expect(seen).toEqual({ rounds: 1, released: 1, said: [] });
  });
});
