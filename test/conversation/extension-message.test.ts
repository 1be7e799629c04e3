import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/bot/extension-message.js';

const from = { user: { id: 'ABCDEF00-0000-4000-8000-000000000001', displayName: 'Teacher One' } };
const read = (content: string, more: object = {}) =>
  readMessage({ from, body: { contentType: 'html', content }, ...more });
const textOf = (content: string, more: object = {}) => read(content, more)?.text;

describe('a message on which somebody chose a command', () => {
  test('is read line by line, without its markup', () => {
    expect(textOf('<div><p>Beamer <b>kaputt</b></p><p>in R&nbsp;204</p></div>')).toBe(
      'Beamer kaputt\nin R 204',
    );
    expect(textOf('eins<br>zwei<br/>drei')).toBe('eins\nzwei\ndrei');
    expect(textOf('<ul><li>erstens</li><li>zweitens</li></ul>')).toBe('- erstens\n- zweitens');
  });

  test('keeps signs that HTML writes otherwise, and signs that only look like markup', () => {
    expect(textOf('T&uuml;r &amp; Fenster &#8211; &#x41; &lt;b&gt;')).toBe('Tür & Fenster – A <b>');
    expect(textOf('5 < 7 und x > y')).toBe('5 < 7 und x > y');
    expect(textOf('&unknown; &#0; &#xFFFFFFF;')).toBe('&unknown; &#xFFFFFFF;');
  });

  test('keeps people’s names where they are mentioned, and drops the bot’s', () => {
    const mentions = [
      { id: 0, mentionText: 'Campusdesk', mentioned: { application: { id: 'bot' } } },
      { id: 1, mentionText: 'Teacher Two', mentioned: { user: { id: 'x' } } },
    ];
    const content = '<at id="0">Campusdesk</at> sagt <at id="1">Teacher Two</at>: WLAN weg';
    expect(textOf(content, { mentions })).toBe('sagt Teacher Two: WLAN weg');
  });

  test('leaves out cards, pictures, styles and scripts', () => {
    expect(textOf('<attachment id="1"></attachment><img alt="x" src="y">')).toBe('');
    expect(textOf('<style>p{}</style>Hallo<script>alert(1)</script>')).toBe('Hallo');
  });

  test('that is plain text stays as it is', () => {
    expect(readMessage({ from, body: { contentType: 'text', content: 'a <b> c' } })?.text).toBe('a <b> c');
  });

  test('names its author by object id, in lower case', () => {
    expect(read('x')?.author).toEqual({ id: 'abcdef00-0000-4000-8000-000000000001', name: 'Teacher One' });
  });

  test.each([
    ['a bot', { application: { id: 'bot', displayName: 'Bot' } }],
    ['a guest of another kind', { user: { ...from.user, userIdentityType: 'anonymousGuest' } }],
    ['nobody', null],
    ['garbage', 7],
    ['an id that is none', { user: { id: 'a b/c', displayName: 'X' } }],
  ])('by %s has no author', (_who, sender) => {
    expect(read('x', { from: sender })?.author).toBeNull();
  });

  test.each([undefined, null, 'text', {}, { body: 7 }, { body: { content: 9 } }])(
    'is none where the client hands over %j',
    (payload) => {
      expect(readMessage(payload)).toBeNull();
    },
  );

  test('is read however long and however broken its markup is', () => {
    const half = '<'.repeat(40_000);
    expect(textOf(half)?.length).toBeGreaterThan(0);
    expect(textOf(`vorher <div ${'a'.repeat(200_000)}`)).toBe('vorher');
    expect(textOf(`${'<at id="0">'.repeat(4_000)}x`)).toContain('x');
  });
});
