import { expect, it } from 'vitest';
import { mentionsFor } from '../../src/delivery/mentions.js';
import { deputy, directory, handledByCampus, manager, now, rules, ticket } from '../cards/fixtures.js';

const assigned = ticket({
  handledBy: { ...handledByCampus, person: { id: manager.id, name: manager.name } },
});
const reminder = [{ about: 'resolution-75', entryId: null }] as const;
const mentioned = (given: typeof assigned, absent: boolean) =>
  mentionsFor(given, 'channel', reminder, { directory: directory({ absent }), now, rules }).map(
    ({ id }) => id,
  );

it('a reminder mentions the assignee, and where nobody has the ticket whoever is in force', () => {
  expect(mentioned(assigned, false)).toEqual([manager.id]);
  expect(mentioned(ticket(), false)).toEqual([manager.id]);
  expect(mentioned(ticket(), true)).toEqual([deputy.id]);
});

it('while the assignee is away it mentions whoever stands in as well', () => {
  expect(mentioned(assigned, true)).toEqual([manager.id, deputy.id]);
});

it('in the help desk’s channel nobody is in force, and nobody is mentioned', () => {
  const surroundings = { directory: directory(), now, rules };
  expect(mentionsFor(assigned, 'helpdesk', reminder, surroundings)).toEqual([]);
});
