import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { texts } from '../src/i18n/index.js';
import { city, World } from './conversation/world.js';
import { OwnIssuer, type Claims } from './issuer.js';
import { FileHost } from './photos/file-host.js';

const ourTenant = '00000000-0000-4000-8000-00000000000a';
const soon = (): number => Math.floor(Date.now() / 1000);

describe('who may talk to the bot', () => {
  let issuer: OwnIssuer;
  let world: World;
  // Tokens are kept for the whole process by app, so each test has an app of its own.
  let appId: string;
  beforeAll(async () => {
    issuer = await OwnIssuer.start();
  });
  afterAll(async () => issuer.stop());
  beforeEach(async () => {
    appId = randomUUID();
    issuer.logins.length = 0;
    issuer.isOpen = true;
    world = await World.open('sqlite', undefined, { environment: issuer.environment(appId, ourTenant) });
  });
  afterEach(async () => world.close());

  const claims = (other: Claims = {}): Claims => ({
    aud: appId,
    serviceurl: world.connector.serviceUrl,
    ...other,
  });
  const message = (text = 'hilfe'): Record<string, unknown> => ({
    ...world.activity(city.teacher, `a:${city.teacher.id}`),
    type: 'message',
    text,
  });

  test('a signed activity for this bot is answered, and the answer carries the token of our login endpoint', async () => {
    const response = await world.post(message(), issuer.header(claims()));
    expect(response.status).toBe(200);
    const [answer] = world.toPerson(city.teacher);
    expect(answer?.authorization).toBe(`Bearer ${issuer.issued}`);
    expect(issuer.logins.map((asked) => [asked.get('client_id'), asked.get('scope')?.split(' ')[0]])).toEqual(
      [[appId, 'https://api.botframework.test/.default']],
    );
  });

  test('the token is fetched once and used for more than one message', async () => {
    for (let index = 0; index < 3; index += 1) await world.post(message(), issuer.header(claims()));
    expect(world.toPerson(city.teacher)).toHaveLength(3);
    expect(issuer.logins).toHaveLength(1);
  });

  test('a pasted picture is fetched with that token from the service that brought it, and from nowhere else', async () => {
    const [service, elsewhere] = [await FileHost.start(), await FileHost.start()];
    const serviceUrl = `${service.address}/`;
    const pasted = [service, elsewhere].map((host) => ({
      contentType: 'image/*',
      contentUrl: host.holds('pasted.jpg', 'x'),
    }));
    const brought = { ...message(''), serviceUrl, attachments: pasted };
    await world.post(brought, issuer.header(claims({ serviceurl: serviceUrl })));
    const asked = [...service.asked, ...elsewhere.asked].filter(({ path }) => path === '/pasted.jpg');
    expect(asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${issuer.issued}`, undefined]);
    await service.stop();
    await elsewhere.stop();
  });

  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const refused: readonly (readonly [string, () => Record<string, string>])[] = [
    ['without a token', () => ({})],
    ['with something that is no token', () => ({ authorization: 'Bearer nonsense' })],
    ['signed with another key', () => issuer.header(claims(), otherKey)],
    ['for another bot', () => issuer.header(claims({ aud: randomUUID() }))],
    ['of another issuer', () => issuer.header(claims({ iss: 'https://elsewhere.test' }))],
    ['that has expired', () => issuer.header(claims({ nbf: soon() - 7_200, exp: soon() - 3_600 }))],
    ['for another service address', () => issuer.header(claims({ serviceurl: 'http://127.0.0.1:9/' }))],
    ['that names no service address', () => issuer.header(claims({ serviceurl: undefined }))],
  ];
  test.each(refused)('a message %s is refused and nothing is done', async (_how, headers) => {
    const response = await world.post(message('Mein iPad lädt nicht'), headers());
    expect([401, 403]).toContain(response.status);
    await world.quiet();
    expect(world.connector.recorded).toEqual([]);
    expect(issuer.logins).toEqual([]);
  });

  test('a click without a token is refused, too', async () => {
    const response = await world.post({
      ...world.activity(city.manager, city.campusChannel),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'channel.link', data: { target: city.campus.id } } },
    });
    expect([401, 403]).toContain(response.status);
    expect((await world.readiness()).notes.some((note) => note.includes(city.campus.name))).toBe(true);
  });

  test('somebody of another tenant gets a sentence and nothing else', async () => {
    const other = '00000000-0000-4000-8000-00000000000f';
    const foreign = message('Mein iPad lädt nicht');
    const conversation = { id: `a:${city.teacher.id}`, conversationType: 'personal', tenantId: other };
    const channelData = { tenant: { id: other } };
    await world.post({ ...foreign, conversation, channelData }, issuer.header(claims()));
    await world.quiet();
    expect(world.toPerson(city.teacher).map(({ activity }) => activity.text)).toEqual([
      texts('de').chat.foreignTenant,
    ]);
  });

  test('an installation by another tenant leaves nothing behind', async () => {
    const other = '00000000-0000-4000-8000-00000000000f';
    const response = await world.post(
      {
        ...world.activity(city.teacher, `a:${city.teacher.id}`),
        type: 'installationUpdate',
        action: 'add',
        conversation: { id: `a:${city.teacher.id}`, conversationType: 'personal', tenantId: other },
        channelData: { tenant: { id: other } },
      },
      issuer.header(claims()),
    );
    expect(response.status).toBe(200);
    await world.quiet();
    expect(world.connector.recorded).toEqual([]);
  });
});
