import type { Directory } from '../campus/index.js';
import type { TicketChecks } from '../delivery/index.js';
import { correctionOf } from './correction.js';
import type { ExampleBook } from './example-book.js';

/**
 * The checks that delivery asks for after a submit, and beside them what the person corrected in the draft: it is kept.
 * May be asked again about the same ticket.
 */
export function withCorrections(
  checks: TicketChecks,
  examples: Pick<ExampleBook, 'keep'>,
  directory: () => Directory,
): TicketChecks {
  return {
    look: async (ticket, what) => {
      if (what !== 'correction') {
        await checks.look(ticket, what);
        return;
      }
      const correction = correctionOf(ticket, namesOf(directory()));
      if (correction) await examples.keep(ticket, correction);
    },
  };
}

/** Everybody whom the directory names. */
function namesOf(directory: Directory): string[] {
  const ofCampuses = directory.campuses
    .flatMap(({ managerId, deputyId }) => [managerId, deputyId ?? ''])
    .flatMap((id) => directory.person(id) ?? []);
  const all = [...ofCampuses, ...directory.dispatchers, ...directory.administrators];
  return [...new Set(all.map(({ name }) => name))];
}
