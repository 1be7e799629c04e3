import type { Directory } from '../campus/index.js';
import type { BulkCommand } from './bulk.js';

/** To whom tickets are handed by a command, by name; null where that is nobody, or the help desk. */
export function targetName(command: BulkCommand, directory: Directory): string | null {
  if (command.verb === 'assign') return directory.person(command.personId)?.name ?? null;
  if (command.verb !== 'offer') return null;
  const { party, campusId } = command.to;
  if (party === 'provider') return directory.provider?.name ?? null;
  return campusId === null ? null : (directory.campus(campusId)?.name ?? null);
}
