import { playYear } from '../year/play-year.js';
import type { Proof } from './proof.js';

const tickets = 60_000;

export const year: Proof = {
  name: 'year',
  claim: `a school year, 155 schools, 13 campuses, ${tickets} tickets, two processes, a crash each week: no reminder lost, twice only in the window, none outside hours`,
  run: async (circumstances) => {
    const seed = Date.now() % 1_000_000;
    circumstances.onProgress(`seed ${seed}`);
    const { verdict, table, faults, complaints } = await playYear({ ...circumstances, tickets, seed });
    console.log(table.join('\n'));
    if (faults.length > 0) throw new Error(`seed ${seed}\n${faults.join('\n\n')}`);
    if (complaints.length > 0) throw new Error(`seed ${seed}\n${complaints.slice(0, 20).join('\n')}`);
    const { twiceInWindow, heard } = verdict.counts;
    const reminders = [...heard.values()].reduce((sum, each) => sum + each, 0);
    return `${reminders} reminders heard, none lost, ${twiceInWindow} twice in the window of a crash, none outside hours (seed ${seed}).`;
  },
};
