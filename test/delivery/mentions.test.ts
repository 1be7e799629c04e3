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

it('an offer to the provider mentions its people who are at work, and so does what none of them has taken', () => {
  const day = '2026-01-01';
  const person = (id: string, absences: readonly { from: string; to: string }[] = []) =>
    ({
      id,
      name: id,
      language: 'de',
      absences: absences.map((each) => ({ ...each, deputyId: null, source: 'file' as const, id: null })),
    }) as const;
  const people = [person('technician'), person('ill', [{ from: day, to: '2099-12-31' }])];
  const surroundings = {
    directory: { ...directory(), provider: { name: 'School IT', people } },
    ...{ now, rules },
  };
  const to = { party: 'provider', campusId: null } as const;
  const offered = ticket({
    offer: {
      ...{ to, by: manager, at: '2026-11-18T08:00:00.000Z', answerDueAt: '2026-11-18T12:00:00.000Z' },
      note: '',
      reminded: false,
    },
  });
  const offer = [{ about: 'offer', entryId: null }] as const;
  expect(mentionsFor(offered, 'channel', offer, surroundings).map(({ id }) => id)).toEqual(['technician']);
  const handled = ticket({ handledBy: { ...handledByCampus, ...to, person: null } });
  expect(mentionsFor(handled, 'channel', reminder, surroundings).map(({ id }) => id)).toEqual(['technician']);
});

it('while the assignee is away it mentions whoever stands in as well', () => {
  expect(mentioned(assigned, true)).toEqual([manager.id, deputy.id]);
});

it('in the help desk’s channel nobody is in force, and nobody is mentioned', () => {
  const surroundings = { directory: directory(), now, rules };
  expect(mentionsFor(assigned, 'helpdesk', reminder, surroundings)).toEqual([]);
});
