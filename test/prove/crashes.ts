import { compileService } from '../crash/compiled-service.js';
import { killInTraffic, stopInTraffic, summary, total, type RoundResult } from '../crash/crash-proof.js';
import type { Proof, ProofCircumstances } from './proof.js';

const killRounds = 10;
const killsPerRound = 20;
const stops = 20;

export const kills: Proof = {
  name: 'kills',
  claim: `two instances on one SQLite file, ${killRounds * killsPerRound} times kill -9: nothing lost, twice only in the window`,
  run: async (circumstances) => {
    const rounds = Array.from({ length: killRounds }, () => killsPerRound);
    return inRounds(circumstances, rounds, (round, times) =>
      killInTraffic({ ...round, kills: times, leaseSeconds: 4 }),
    );
  },
};

export const gracefulStops: Proof = {
  name: 'stops',
  claim: `two instances on one SQLite file, ${stops} times SIGTERM: nothing lost, nothing twice, no turn cut off`,
  run: async (circumstances) =>
    inRounds(circumstances, [stops], (round, times) =>
      stopInTraffic({ ...round, stops: times, leaseSeconds: 600 }),
    ),
};

type Round = Parameters<typeof killInTraffic>[0];

async function inRounds(
  { signal, onProgress }: ProofCircumstances,
  rounds: readonly number[],
  play: (round: Omit<Round, 'kills' | 'leaseSeconds'>, times: number) => Promise<RoundResult>,
): Promise<string> {
  const service = await compileService();
  const results: RoundResult[] = [];
  const firstSeed = Date.now() % 1_000_000;
  try {
    for (const [index, times] of rounds.entries()) {
      if (signal.aborted) break;
      const result = await play({ main: service.main, seed: firstSeed + index, signal, onProgress }, times);
      onProgress(`round ${index + 1}: ${summary(result)}`);
      if (result.faults.length > 0) throw new Error([...result.faults, result.complaints].join('\n'));
      results.push(result);
    }
  } finally {
    await service.remove();
  }
  return total(results);
}
