import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { city, World } from '../conversation/world.js';

describe('what is far larger or odder than anything that people write', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite');
  });
  afterEach(async () => world.close());

  const runs = ['.', '!', '?', '»', ' \n', '. ', '" '];
  test.each(runs)('a message that is almost only %j is answered before anybody gives up', async (unit) => {
    await world.says(city.teacher, `a${unit.repeat(Math.floor(100_000 / unit.length))}a`);
    expect(world.toPerson(city.teacher).length).toBeGreaterThan(0);
  });

  const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  test('values that are nested without end are refused or ignored, and the next message is answered', async () => {
    const raw = (depth: number): string =>
      JSON.stringify({ ...world.activity(city.teacher, `a:${city.teacher.id}`), type: 'PLACE' }).replace(
        '"PLACE"',
        `"invoke","name":"adaptiveCard/action","value":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
      );
    for (const depth of [1_000, 20_000, 40_000]) {
      const response = await fetch(`${world.address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: raw(depth),
      });
      expect(response.status).toBeLessThan(600);
    }
    await world.post({
      ...world.activity(city.teacher, `a:${city.teacher.id}`),
      type: 'message',
      text: 'x',
      value: deep(1_000),
      channelData: { a: deep(1_000) },
    });
    const before = world.toPerson(city.teacher).length;
    await world.says(city.teacher, 'hilfe');
    expect(world.toPerson(city.teacher).length).toBe(before + 1);
  });
});
