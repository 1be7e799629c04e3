import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  chatOf,
  files,
  hears,
  inputOf,
  newTeacher,
  presses,
  seen,
  textOf,
  ticketsOf,
  type Filed,
  type Seen,
} from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World } from './world.js';

const card = 'application/vnd.microsoft.card.adaptive';
const message = 'application/vnd.microsoft.activity.message';

describe.each(storeKinds)('whatever a client sends, on %s', (kind) => {
  let world: World;
  let number = 700;
  const somebody = () => newTeacher((number += 1));
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  describe('as a message', () => {
    test.each([
      ['nothing', { text: '' }],
      ['no text', { text: undefined }],
      ['null', { text: null }],
      ['spaces', { text: ' \n\t  ' }],
      ['what nobody can see', { text: '\u200B\u200D\u2060\uFEFF\u00AD\u3164' }],
      ['a submit of a card without a text', { text: undefined, value: { verb: 'x' } }],
    ])('%s asks for a sentence', async (_, more) => {
      const teacher = somebody();
      const posts = await answersTo(world, teacher, async () => world.says(teacher, '', more));
      expect(posts.map(textOf)).toEqual([expect.stringContaining('Schreiben Sie in einem Satz')]);
    });

    const picture = { attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/x.png' }] };

    test('a picture from an address that is none of Teams is not fetched, which is said', async () => {
      const teacher = somebody();
      const posts = await answersTo(world, teacher, async () => world.says(teacher, '', picture));
      expect(posts.map(textOf)).toEqual([expect.stringContaining('Das Foto konnte ich nicht abholen')]);
    });

    test('a picture that cannot be fetched keeps nobody from reporting', async () => {
      const teacher = somebody();
      const posts = await answersTo(world, teacher, async () =>
        world.says(teacher, 'Beamer ohne Bild', picture),
      );
      expect(textOf(posts[0])).toContain('Das Foto konnte ich nicht abholen');
      expect(hasAction(seen(posts[1]).card, 'draft.submit')).toBe(true);
    });

    test('the formatted copy that Teams attaches is no file', async () => {
      const teacher = somebody();
      const html = { attachments: [{ contentType: 'text/html', content: '<p>Beamer ohne Bild</p>' }] };
      const posts = await answersTo(world, teacher, async () =>
        world.says(teacher, 'Beamer ohne Bild', html),
      );
      expect(posts).toHaveLength(1);
    });

    test.each([
      ['Markdown', '**Beamer** [hier](https://evil.example) # kaputt'],
      ['a mention of everyone', 'Beamer kaputt <at>everyone</at> bitte'],
      ['HTML', '<script>alert(1)</script> Beamer kaputt <img src=x>'],
      ['a template', 'Beamer kaputt ${title} ${$root.x} {{DATE(2020-01-01T00:00:00Z)}}'],
      ['emoji', '😩😩 Beamer kaputt 👩🏽‍🏫'],
      ['right to left', 'Beamer kaputt \u202Egnp.exe مرحبا'],
      ['ten thousand characters', `Beamer kaputt ${'sehr '.repeat(2_000)}`],
      ['one word of ten thousand characters', `Beamer ${'x'.repeat(10_000)}`],
      ['quotes and backslashes', 'Beamer "kaputt" \\ \' `x`'],
    ])('%s becomes a ticket and stays plain text', async (_, text) => {
      const teacher = somebody();
      const filed = await files(world, teacher, text);
      const post = await world.until('a card in the channel', () =>
        world.connector
          .in(city.campusChannel)
          .find(({ activity }) => wordsOf(activity).includes(`"${filed.ticketId}"`)),
      );
      for (const shown of [filed.card, post.activity]) {
        const words = blocksOf(shown).join('\n');
        expect(words).not.toMatch(/\*\*|\]\(|<at>everyone|<script|<img|\$\{|\{\{|\u202E/);
        expect(wordsOf(shown).length).toBeLessThan(80_000);
      }
    });
  });

  describe('as a click', () => {
    test.each([
      ['nothing', undefined],
      ['null', null],
      ['a text', 'draft.submit'],
      ['a list', []],
      ['no action', { trigger: 'manual' }],
      ['another kind of action', { action: { type: 'Action.Submit', verb: 'draft.submit' } }],
      ['no verb', { action: { type: 'Action.Execute', data: {} } }],
      ['a verb that is a number', { action: { type: 'Action.Execute', verb: 7 } }],
      ['a huge verb', { action: { type: 'Action.Execute', verb: 'x'.repeat(10_000) } }],
      ['data that is a list', { action: { type: 'Action.Execute', verb: 'draft.submit', data: [1] } }],
      ['data that is a text', { action: { type: 'Action.Execute', verb: 'draft.submit', data: 'x' } }],
    ])('%s is answered with a sentence', async (_, value) => {
      const teacher = somebody();
      const response = await world.post({
        ...world.activity(teacher, chatOf(teacher).conversationId),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value,
      });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        statusCode: 200,
        type: message,
        value: expect.stringContaining('Das konnte ich nicht lesen') as unknown,
      });
    });

    const teacher = somebody();
    let filed: Filed;
    let foreign: Seen;
    let stored: (ticketId: string) => Promise<unknown>;
    beforeAll(async () => {
      filed = await files(world, teacher, 'Beamer in R 204 ohne Bild');
      foreign = await hears(world, somebody(), 'Geheimer Drucker druckt nicht');
      await world.quiet();
      const { get } = await ticketsOf(world);
      stored = get;
    });

    const verbs = [
      'draft.submit', 'draft.discard', 'ticket.claim', 'ticket.release', 'ticket.resume', 'ticket.close',
      'ticket.accept', 'ticket.comment', 'ticket.note', 'ticket.resolve', 'ticket.reopen', 'ticket.withdraw',
      'ticket.escalate', 'ticket.decline', 'ticket.rate', 'ticket.assign', 'ticket.hold', 'ticket.plan-visit', 'ticket.edit', 'ticket.show',
      'chat.answer', 'chat.new', 'thread.comment', 'thread.note', 'school.choose', 'language.choose', 'channel.link',
      'constructor', '__proto__', 'toString', 'hasOwnProperty', 'no.such.verb',
    ]; // prettier-ignore

    test.each(verbs)('%s with odd data is answered with words and changes nothing', async (verb) => {
      const before = await stored(filed.ticketId);
      const foreignId = dataOf(foreign.card, 'draft.submit')['ticketId'];
      const oddities: readonly object[] = [
        {},
        { ticketId: null, drawn: null },
        { ticketId: filed.ticketId },
        { ticketId: [filed.ticketId], drawn: 1 },
        { ticketId: { $ne: 1 }, drawn: 1 },
        { ticketId: 42, drawn: 'x' },
        { ticketId: "' OR 1=1 --", drawn: 1 },
        { ticketId: '../../x', drawn: 1 },
        { ticketId: 'x'.repeat(100_000), drawn: 1 },
        { ticketId: 'ZZZZZZ', drawn: 1, text: 'x' },
        { ticketId: filed.ticketId, drawn: 1e308, text: 'x' },
        { ticketId: filed.ticketId, drawn: -1, text: 'x' },
        { ticketId: filed.ticketId, drawn: [1], text: 'x' },
        { ticketId: foreignId, drawn: 0, text: 'x', solution: 'x', school: city.school },
        JSON.parse(
          '{"__proto__": {"ticketId": "ZZZZZZ"}, "constructor": 1, "language": "__proto__"}',
        ) as object,
      ];
      for (const data of oddities) {
        const reply = await world.clicks(teacher, chatOf(teacher), verb, data);
        expect(reply.statusCode).toBe(200);
        expect(reply.type).toMatch(/card\.adaptive|activity\.message/);
        const words = wordsOf(reply.value);
        expect(words.length).toBeGreaterThan(20);
        expect(words).not.toMatch(/Geheimer|undefined|TypeError|Error:|at Object|\[object|es liegt an uns/);
      }
      expect(await stored(filed.ticketId)).toEqual(before);
    });

    test.each([
      ['a category that every object has', { category: 'constructor', otherCategory: '__proto__' }],
      ['an unknown scope', { scope: 'toString' }],
      ['values that are lists', { scope: ['one'], category: ['display'] }],
      ['numbers', { blocked: 1e308, scope: 7 }],
      ['fields that nobody knows', { state: 'closed', requester: { id: 'x' }, priority: 'P1', admin: true }],
    ])('%s counts as not said', async (_, inputs) => {
      const filed = await files(world, somebody(), 'Beamer in R 204 ohne Bild', {
        school: city.school,
        ...inputs,
      });
      expect(wordsOf(filed.card)).toContain('Tafel, Beamer');
      expect(wordsOf(filed.card)).toContain('normal');
    });

    test.each([
      ['a title of 5,000 characters', { title: 'x'.repeat(5_000) }, 'zu lang'],
      ['a title that nobody can see', { title: '\u200B \u3164' }, 'Bitte nennen Sie das Problem'],
      ['a title that is a list', { title: ['x'] }, 'Bitte nennen Sie das Problem'],
      ['a description of 5,000 characters', { description: 'x'.repeat(5_000) }, 'zu lang'],
      ['a description that is a number', { description: 12 }, 'Bitte beschreiben Sie das Problem'],
      ['a room that is an object', { room: { x: 1 } }, 'Raum: Diese Angabe'],
      ['a school that is a list', { school: ['101'] }, 'Bitte wählen Sie Ihre Schule'],
      [
        'a telephone number of 300 digits',
        { phone: '1'.repeat(300) },
        'Telefon für Rückfragen: Der Text ist zu lang',
      ],
    ])('%s is named, and the draft stays', async (_, inputs, sentence) => {
      const teacher = somebody();
      const draft = await hears(world, teacher, 'Beamer in R 204 ohne Bild');
      const reply = await presses(world, teacher, draft, 'draft.submit', { school: city.school, ...inputs });
      expect(reply).toMatchObject({ type: message, value: expect.stringContaining(sentence) as unknown });
      const next = await presses(world, teacher, draft, 'draft.submit', { school: city.school });
      expect(hasAction(next.value, 'ticket.withdraw')).toBe(true);
    });

    test.each(['no such school', '__proto__', 'constructor', "'; DROP TABLE", 'x'.repeat(200)])(
      'the school %s is none',
      async (school) => {
        const teacher = somebody();
        const draft = await hears(world, teacher, 'Beamer ohne Bild');
        const reply = await presses(world, teacher, draft, 'draft.submit', {
          school,
          site: '__proto__',
          title: 'Mein Titel',
        });
        expect(reply.type).toBe(card);
        expect(wordsOf(reply.value)).toContain('Bitte wählen Sie Ihre Schule aus');
        expect(inputOf(reply.value, 'title')['value']).toBe('Mein Titel');
        const chosen = await world.clicks(teacher, draft, 'school.choose', { school });
        expect(wordsOf(chosen.value)).toContain('Bitte wählen Sie Ihre Schule');
      },
    );

    test('invokes that the app does not have are answered as Teams wants it', async () => {
      const teacher = somebody();
      for (const [name, status] of [
        ['task/fetch', 200],
        ['task/submit', 200],
        ['application/search', 200],
        ['config/fetch', 501],
      ] as const) {
        const response = await world.post({
          ...world.activity(teacher, chatOf(teacher).conversationId),
          type: 'invoke',
          name,
          value: {},
        });
        expect(response.status).toBe(status);
      }
    });
  });

  describe('as an activity', () => {
    const base = () => world.activity(somebody(), 'a:odd');

    test.each([
      ['no conversation', { conversation: undefined }],
      ['a conversation without id', { conversation: {} }],
      ['a conversation that is a text', { conversation: 'x' }],
      ['no sender', { from: undefined }],
      ['a sender without id', { from: {} }],
      ['no recipient', { recipient: undefined }],
      ['no service address', { serviceUrl: undefined }],
      ['a service address that is none', { serviceUrl: 'not a url' }],
      ['a text that is an object', { text: { x: 1 } }],
      ['a text that is a list', { text: ['x'] }],
      ['an id that is a number', { id: 7 }],
      ['a language that is a number', { locale: 7 }],
      ['channel data that is a text', { channelData: 'x' }],
      ['no channel id', { channelId: undefined }],
      ['mentions that are none', { entities: 'x' }],
      ['a mention of nobody', { entities: [{ type: 'mention' }] }],
    ])('with %s it is refused as wrong, not as our failure', async (_, more) => {
      for (const type of ['message', 'invoke', 'installationUpdate', 'conversationUpdate']) {
        const response = await world.post({ ...base(), type, ...more });
        expect(response.status).toBe(400);
        expect(await response.text()).not.toMatch(/TypeError|at Object|node_modules/);
      }
    });

    test.each([
      ['no id', { id: undefined }],
      ['nothing but what is needed', { id: null, locale: null, channelData: null, replyToId: null }],
      ['a time that is none', { timestamp: 'yesterday', localTimestamp: 'x' }],
      ['attachments that are none', { attachments: 'x' }],
      ['an unknown language', { locale: 'xx-YY' }],
    ])('with %s it is handled', async (_, more) => {
      const teacher = somebody();
      const where = chatOf(teacher).conversationId;
      const response = await world.post({
        ...world.activity(teacher, where),
        type: 'message',
        text: 'Beamer ohne Bild',
        ...more,
      });
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toMatch(/TypeError|at Object|node_modules/);
      if (response.status === 200)
        expect(hasAction(world.toPerson(teacher).at(-1), 'draft.submit')).toBe(true);
    });

    test.each([
      'messageReaction',
      'messageUpdate',
      'typing',
      'event',
      'endOfConversation',
      'x'.repeat(1_000),
      '__proto__',
    ])('of the kind %s it is let pass', async (type) => {
      const response = await world.post({ ...base(), type });
      expect(response.status).toBeLessThan(500);
    });

    test('of somebody without an account it is answered with a sentence', async () => {
      const nobody = {
        from: { id: '29:x', name: 'Nobody' },
        conversation: { id: 'a:nobody', conversationType: 'personal' },
      };
      await world.post({ ...base(), ...nobody, type: 'message', text: 'Beamer ohne Bild' });
      expect(textOf(world.connector.in('a:nobody').at(-1))).toContain(
        'Ich kann nicht erkennen, wer Sie sind',
      );
      const response = await world.post({
        ...base(),
        ...nobody,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'draft.submit', data: {} } },
      });
      expect(await response.json()).toMatchObject({
        type: message,
        value: expect.stringContaining('wer Sie sind') as unknown,
      });
    });
  });
});

/** The texts of a card that are drawn as Markdown; inputs show theirs as it is. */
function blocksOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'type' in node && node.type === 'TextBlock' && 'text' in node
      ? [String(node.text)]
      : 'title' in node && 'value' in node && !('type' in node)
        ? [String(node.value)]
        : [];
  return [...own, ...Object.values(node).flatMap((child) => [...blocksOf(child)])];
}
