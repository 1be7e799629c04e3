import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isCard } from '../conversation/staff.js';
import { city, World } from '../conversation/world.js';

const south = 's\u00fcd';

describe('a campus whose id is written with an umlaut', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite', undefined, {
      organisation: (sample) => ({
        ...sample,
        campuses: sample.campuses.map((campus) =>
          campus.id === city.campus.id ? { ...campus, id: south } : campus,
        ),
        sites: sample.sites.map((site) =>
          site.campus === city.campus.id ? { ...site, campus: south } : site,
        ),
      }),
    });
  });
  afterEach(async () => world.close());

  test('gets its channel like any other', async () => {
    expect(isCard(await world.links(city.manager, city.campusChannel, south))).toBe(true);
    expect((await world.readiness()).notes.some((note) => note.includes(city.campus.name))).toBe(false);
  });
});

describe('words that mean something to the language we are written in', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite');
  });
  afterEach(async () => world.close());

  test.each(['__proto__', 'constructor', 'toString'])(
    '%s is no button, no campus and nobody',
    async (word) => {
      const where = { conversationId: city.helpdeskChannel, activityId: 'm-none' };
      const answers = [
        await world.clicks(city.administrator, where, word, { ticketId: 'AAAAAA', drawn: 1 }),
        await world.clicks(city.administrator, where, 'channel.link', { target: word }),
        await world.clicks(city.administrator, where, 'ticket.assign', {
          ticketId: word,
          drawn: 1,
          assignee: word,
        }),
      ];
      expect(answers.map(isCard)).toEqual([false, false, false]);
      expect(JSON.stringify(answers)).not.toMatch(/Kennung/);
    },
  );
});
