import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileService, type CompiledService } from './compiled-service.js';
import { killInTraffic, stopInTraffic, summary, type RoundResult } from './crash-proof.js';

/** Twenty processes have to start one after the other; on a busy machine that takes its time. */
const patienceMs = 300_000;

let service: CompiledService;
beforeAll(async () => {
  service = await compileService();
}, patienceMs);
afterAll(async () => {
  await service.remove();
});

describe('two instances on one SQLite file', () => {
  test(
    'killed 20 times in the middle of commands and sends, lose nothing and send twice only in the window',
    async () => {
      const result = await killInTraffic({ main: service.main, seed: newSeed(), kills: 20, leaseSeconds: 4 });
      expectNoFaults(result);
      expect(result.ends).toBeGreaterThanOrEqual(20);
      expect(result.lost).toBe(0);
    },
    patienceMs,
  );

  test(
    'stopped in the middle of traffic, answer every turn, send nothing twice, and leave the rest to the other at once',
    async () => {
      // A lease that is not given back would hold up its ticket for longer than this test has patience.
      const result = await stopInTraffic({
        main: service.main,
        seed: newSeed(),
        stops: 3,
        leaseSeconds: 600,
      });
      expectNoFaults(result);
      expect(result.duplicatesInWindow).toBe(0);
    },
    patienceMs,
  );
});

function expectNoFaults(result: RoundResult): void {
  process.stdout.write(`${summary(result)}\n`);
  expect(result.faults, `seed ${result.seed}\n${result.complaints}`).toEqual([]);
  expect(result.commands).toBeGreaterThan(0);
  expect(result.messages).toBeGreaterThan(0);
}

function newSeed(): number {
  return Date.now() % 1_000_000;
}
