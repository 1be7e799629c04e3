import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { OwnIssuer } from '../issuer.js';
import { dialogIn, invokes, messageOf, searches, wordsIn } from './extension.js';
import { reports } from './staff.js';
import { newTeacher } from './teacher.js';
import { city, wordsOf, World } from './world.js';

const { chat } = texts('de');
const names = ['composeExtension/query', 'composeExtension/fetchTask', 'composeExtension/submitAction'];

describe('whoever is not known', () => {
  let issuer: OwnIssuer;
  let world: World;
  const appId = randomUUID();
  beforeAll(async () => {
    issuer = await OwnIssuer.start();
    world = await World.open('sqlite', undefined, {
      environment: issuer.environment(appId, '00000000-0000-4000-8000-00000000000b'),
    });
  });
  afterAll(async () => {
    await world.close();
    await issuer.stop();
  });

  test.each(names)('gets a sentence from %s and nothing else, coming from another tenant', async (name) => {
    const response = await world.post(
      {
        ...world.activity(city.dispatcher, `a:${city.dispatcher.id}`),
        type: 'invoke',
        name,
        value: { commandId: 'searchTickets', parameters: [{ name: 'typed', value: 'beamer' }] },
      },
      issuer.header({ aud: appId, serviceurl: world.connector.serviceUrl }),
    );
    expect(wordsOf(await response.json())).toContain(chat.foreignTenant);
  });
});

describe('what goes wrong', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('sqlite');
  });
  afterAll(async () => world.close());

  test.each(names)('is told by %s to a guest without an object id', async (name) => {
    const from = { id: '29:guest', name: 'Guest', aadObjectId: undefined };
    expect(wordsIn(await invokes(world, city.teacher, name, {}, { from }))).toBe(chat.unknownPerson);
  });

  test('is told in the list with a reference, and the next search works', async () => {
    const { ticketId } = await reports(world);
    const tickets = await (await world.store()).collection({ ...ticketCollection, upgrade: (raw) => raw });
    const { document, version } = await tickets.get(ticketId);
    await tickets.replace({ ...document, schemaVersion: 99 }, version);
    const words = wordsIn(await searches(world, city.dispatcher, 'searchTickets', ticketId));
    expect(words).toMatch(/[0-9a-f]{6}/u);
    const next = await searches(world, city.dispatcher, 'searchTickets', 'Drucker');
    expect(next.composeExtension).toBeDefined();
  });

  test('speaks English to whoever’s client does', async () => {
    const payload = { commandId: 'ticketFromMessage', messagePayload: messageOf(null, 'No WLAN in room 12') };
    const dialog = await invokes(world, newTeacher(960), 'composeExtension/fetchTask', payload, {
      locale: 'en-GB',
    });
    expect(wordsOf(dialogIn(dialog))).toContain('What is wrong?');
    const call = { commandId: 'ticketForCaller', commandContext: 'compose' };
    const refused = await invokes(world, newTeacher(960), 'composeExtension/fetchTask', call, {
      locale: 'en-GB',
    });
    expect(wordsIn(refused)).toBe(texts('en').extension.staffOnly);
  });
});
