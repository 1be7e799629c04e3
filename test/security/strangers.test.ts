import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { city, World } from '../conversation/world.js';
import { OwnIssuer } from '../issuer.js';

const tenantInCapitals = '00000000-0000-4000-8000-00000000000A';

describe('with authentication on', () => {
  let issuer: OwnIssuer;
  let world: World;
  let appId: string;
  beforeAll(async () => {
    issuer = await OwnIssuer.start();
  });
  afterAll(async () => issuer.stop());
  beforeEach(async () => {
    appId = randomUUID();
    world = await World.open('sqlite', undefined, {
      environment: issuer.environment(appId, tenantInCapitals),
    });
  });
  afterEach(async () => world.close());

  const send = async (activity: object): Promise<Response> =>
    world.post(activity, issuer.header({ aud: appId, serviceurl: world.connector.serviceUrl }));

  test('the tenant counts however its id is written', async () => {
    const help = { ...world.activity(city.teacher, `a:${city.teacher.id}`), type: 'message', text: 'hilfe' };
    await send(help);
    expect(world.toPerson(city.teacher).at(-1)?.activity.text).not.toBe(texts('de').chat.foreignTenant);
  });

  test.each(['webchat', 'directline', 'emulator'])(
    'only Teams vouches for who somebody is: %s is not believed, whatever it says',
    async (channelId) => {
      const says = { ...world.activity(city.manager, '19:x@thread.tacv2'), channelId };
      await send({ ...says, type: 'message', text: 'verknüpfen' });
      const value = {
        action: { type: 'Action.Execute', verb: 'channel.link', data: { target: city.campus.id } },
      };
      await send({ ...says, type: 'invoke', name: 'adaptiveCard/action', value });
      await send({ ...says, type: 'installationUpdate', action: 'add' });
      const told = world.connector.recorded.map(({ activity }) => activity.text);
      expect(new Set(told)).toEqual(new Set([texts('de').chat.foreignTenant]));
      expect((await world.readiness()).notes.some((note) => note.includes(city.campus.name))).toBe(true);
    },
  );
});
