import { expect, it } from 'vitest';
import type { BoardMessage } from '../../src/board/index.js';
import { createBoardRenderer } from '../../src/delivery/index.js';
import { texts } from '../../src/i18n/index.js';
import type { Ticket } from '../../src/tickets/index.js';
import { messages } from '../cards/board-samples.js';
import { elementsOf } from '../cards/elements.js';
import { deputy, directory, manager, now, rules } from '../cards/fixtures.js';

const { board } = texts('de');
const { reminders: onlyReminders, morning, long, week } = messages();

function drawn(message: typeof morning, how: { readonly inChat?: boolean; readonly absent?: boolean } = {}) {
  if (!message) throw new Error('no such sample');
  const { inChat = false, absent = false } = how;
  const renderer = createBoardRenderer({ directory: () => directory({ absent }), rules });
  return renderer.board(message, { inChat }, now);
}

const wordsOf = (card: unknown): readonly string[] =>
  elementsOf(card).flatMap(({ type, text }) =>
    type === 'TextBlock' && typeof text === 'string' ? [text] : [],
  );

it('the notification tells how much there is', () => {
  expect(drawn(onlyReminders).summary).toBe('2 Erinnerungen');
  expect(drawn(morning).summary).toBe('2 Erinnerungen, 4 offene Meldungen (1 überfällig)');
  expect(drawn(week).summary).toBe('2 offene Meldungen, Wochenbericht');
});

it('each line says what is due since or until when, how far it is, who has it and where it is', () => {
  const words = wordsOf(drawn(onlyReminders).card).join('\n');
  expect(words).toContain('Erste Antwort überfällig: seit heute, 08:50');
  expect(words).toContain('Lösung bald fällig: heute bis 12:30');
  expect(words).toContain(`seit heute, 08:50 · ${board.nobodyHasIt}`);
  expect(words).toContain('BBB-BBB');
  expect(words).toContain(manager.name);
});

it('a ticket that is reminded of stands in the list once', () => {
  const words = wordsOf(drawn(morning).card);
  expect(words.filter((word) => word.includes('AAA-AAA'))).toHaveLength(1);
  expect(words).toContain(board.otherOpen);
});

it('a list ends after fifteen lines with how many more there are', () => {
  const words = wordsOf(drawn(long).card);
  expect(words.filter((word) => word.startsWith('Drucker'))).toHaveLength(15);
  expect(words).toContain(board.more(5));
});

it('everybody is mentioned whom one of the reminders would mention, each once', () => {
  expect(drawn(morning).mentions?.map(({ id }) => id)).toEqual([manager.id, deputy.id]);
});

it('who stands in is mentioned and named as deputy', () => {
  const message = drawn(onlyReminders, { absent: true });
  expect(message.mentions?.map(({ id }) => id)).toContain(deputy.id);
  const words = wordsOf(message.card).join('\n');
  expect(words).toContain(board.standsIn(`<at>${deputy.name}</at>`));
  expect(words).toContain(board.deputy(deputy.name, manager.name));
});

it("in somebody's personal chat nobody is mentioned", () => {
  expect(drawn(morning, { inChat: true }).mentions).toBeUndefined();
});

it('the week is told in numbers and times, and names nobody', () => {
  const card = JSON.stringify(elementsOf(drawn(week).card).find(({ type }) => type === 'FactSet'));
  expect(card).toContain(board.share(92, 46, 50));
  expect(card).toContain(board.team('Campus 7', 20, 2));
  expect(card).not.toMatch(/Muster|Probe|Beispiel/u);
});

it.each([
  ['as people write', 'Das WLAN in der Aula geht seit heute früh nicht mehr. '],
  ['that consists of nothing but markup', '_ '],
  ['in signs that take four bytes', '🖨️ 😀 '],
])(
  '500 reminders and 500 open tickets with the longest text %s stay below the 80 KB of a message',
  (_, text) => {
    const { card, summary } = drawn(crowd(text));
    const json = JSON.stringify({ card, summary });
    expect(Math.max(Buffer.byteLength(json, 'utf8'), Buffer.byteLength(json, 'utf16le'))).toBeLessThan(
      80_000,
    );
  },
);

/** A morning on which very much comes together; each text as long as the bot takes it. */
function crowd(text: string): BoardMessage {
  const longest = (length: number): string => text.repeat(length).slice(0, length);
  const [sample] = morning?.reminders ?? [];
  if (!sample || !morning) throw new Error('no such sample');
  const ticketOf = (id: string): Ticket => ({
    ...sample.ticket,
    id,
    report: { ...sample.ticket.report, title: longest(200), room: longest(200) },
  });
  const ids = Array.from({ length: 500 }, (_, index) => String(index).padStart(5, '0'));
  const reminders = ids.map((id) => ({ ...sample, ticket: ticketOf(`A${id}`) }));
  return { ...morning, reminders, open: ids.map((id) => ticketOf(`B${id}`)), summary: week?.summary ?? null };
}
