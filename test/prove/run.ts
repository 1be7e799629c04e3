import { calendar } from './calendar.js';
import { gracefulStops, kills } from './crashes.js';
import type { Proof } from './proof.js';
import { year } from './year.js';

/** All proofs, in the order in which they are run. */
const proofs: readonly Proof[] = [calendar, year, kills, gracefulStops];

const usage = `npm run prove -- [NAME ...]\n\n${proofs.map(({ name, claim }) => `  ${name.padEnd(12)} ${claim}`).join('\n')}`;

/** Runs the proofs that are named, or all. Ctrl-C ends the one that runs; what it found until then is told. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length > 0) {
    console.error(`No proof is called ${unknown.join(', ')}.\n\n${usage}`);
    return 2;
  }
  const interrupted = new AbortController();
  process.once('SIGINT', () => {
    console.error('\nInterrupted; ending what runs. Once more to leave at once.');
    interrupted.abort();
  });
  let failed = 0;
  for (const proof of proofs.filter(({ name }) => names.length === 0 || names.includes(name))) {
    if (interrupted.signal.aborted) break;
    failed += (await holds(proof, interrupted.signal)) ? 0 : 1;
  }
  return failed > 0 || interrupted.signal.aborted ? 1 : 0;
}

async function holds(proof: Proof, signal: AbortSignal): Promise<boolean> {
  const startedAt = Date.now();
  const seconds = (): string => `${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s`;
  console.error(`${proof.name}: ${proof.claim}`);
  try {
    const figures = await proof.run({ signal, onProgress: (line) => console.error(`${seconds()}  ${line}`) });
    console.log(`${proof.name}: holds${signal.aborted ? ' so far' : ''}. ${figures}`);
    return true;
  } catch (error) {
    console.log(
      `${proof.name}: FAILED after ${seconds().trim()}. ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}

process.exitCode = await main(process.argv.slice(2));
