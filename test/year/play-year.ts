import { faultsOf, tableOf } from './report.js';
import { MemoryDatabase } from './memory-store.js';
import { Simulation, type SimulationOptions } from './simulation.js';
import { judge, type Verdict } from './verdict.js';

/** More than are open at any time. */
const sharedDocuments = 10_000;

export interface PlayedYear {
  readonly verdict: Verdict;
  /** What the processes complained of while they were alive. */
  readonly complaints: readonly string[];
  readonly table: readonly string[];
  /** The first faults, each with the ticket's story. */
  readonly faults: readonly string[];
}

/** Plays a school year on a store of its own, and judges it. The same seed plays the same year. */
export async function playYear(options: Omit<SimulationOptions, 'store'>): Promise<PlayedYear> {
  // The domain changes no document that it has read, as its types say.
  const store = new MemoryDatabase(sharedDocuments).connect();
  const simulation = new Simulation({ ...options, store });
  await simulation.run();
  const verdict = await judge(simulation, store);
  return {
    verdict,
    complaints: simulation.complaints,
    table: tableOf(simulation, verdict),
    faults: faultsOf(verdict),
  };
}
