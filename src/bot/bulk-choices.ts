import type { BulkChoices } from '../cards/index.js';
import { reachOf } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** Whether this person may change many tickets somewhere. */
export function mayBulk({ person, now }: Turn, parts: BotParts): boolean {
  const { city, campusIds } = reachOf(person.id, 'bulk', parts.directory.current(), now);
  return city || campusIds.length > 0;
}

/** Whether this person may end what waits for its confirmation, wherever it is; `rights.ts` says so for each ticket. */
export function mayClose({ person, now }: Turn, parts: BotParts): boolean {
  return reachOf(person.id, 'bulk', parts.directory.current(), now).city;
}

/** To whom this person can hand many tickets at once; null where they may not. Whether it counts at once, each ticket says. */
export function bulkChoices(turn: Turn, parts: BotParts): BulkChoices | null {
  if (!mayBulk(turn, parts)) return null;
  const { person, now, t } = turn;
  const directory = parts.directory.current();
  const { city, campusIds } = reachOf(person.id, 'bulk', directory, now);
  const people = [
    ...campusIds.flatMap((campusId) => directory.colleagues(campusId, now)),
    ...(city ? directory.dispatchers : []),
  ];
  const named = new Map(people.map(({ id, name }) => [id, name]));
  return {
    mayClose: mayClose(turn, parts),
    assignees: [
      ...[...named].map(([key, name]) => ({ key, name })),
      ...directory.campuses.map(({ id, name }) => ({ key: `campus:${id}`, name })),
      { key: 'helpdesk', name: t.vocabulary.helpdesk },
      ...(directory.provider ? [{ key: 'provider', name: directory.provider.name }] : []),
    ],
  };
}
