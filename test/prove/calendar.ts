import { compareUnderTimeZones, processZones, questionsToEach } from '../sla/oracle-cases.js';
import type { Proof } from './proof.js';

const casesInAll = 100_000;
const rounds = 20;

export const calendar: Proof = {
  name: 'calendar',
  claim: `service time, with and without pauses, and a count day by day agree on ${casesInAll} random cases, under ${processZones.join(', ')}`,
  run: async ({ signal, onProgress }) => {
    const calendars = Math.ceil(casesInAll / rounds / processZones.length / questionsToEach);
    const firstSeed = Date.now() % 1_000_000_000;
    let cases = 0;
    let movedByPauses = 0;
    for (let round = 0; round < rounds && !signal.aborted; round += 1) {
      const seed = firstSeed + round * processZones.length;
      for (const compared of await compareUnderTimeZones(calendars, seed, signal).catch(noneWhenAborted)) {
        if (compared.difference !== null)
          throw new Error(`a difference under TZ=${compared.zone}:\n${compared.difference}`);
        cases += compared.cases;
        movedByPauses += compared.movedByPauses;
      }
      onProgress(`${cases} of ${casesInAll} cases, no difference`);
    }
    return `${cases} cases under ${processZones.length} time zones, in ${movedByPauses} of them pauses moved the deadline; no difference.`;

    function noneWhenAborted(error: unknown): readonly never[] {
      if (signal.aborted) return [];
      throw error;
    }
  },
};
