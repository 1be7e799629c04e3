import { describe, expect, it } from 'vitest';
import { wordOf, type BoardWord } from '../../src/board/index.js';
import type { Ticket } from '../../src/tickets/index.js';
import { handledByCampus, ticket } from '../cards/fixtures.js';
import { board, holding, item } from './given.js';

const given = board('2026-11-24T09:00:00+01:00');
const at = '2026-11-24T10:00:00+01:00';

describe('what a board says', () => {
  it('is handed back where it is about one ticket alone', () => {
    const word = say([item('A')], [ticket({ id: 'A' })]);
    expect(word).toMatchObject({ kind: 'hand-back', ticketId: 'A', items: [{ key: 'A:first-response-75' }] });
  });

  it('is handed back as one where two things are about one ticket', () => {
    const word = say([item('A'), item('A', { about: 'next-update' })], [ticket({ id: 'A' })]);
    expect(word.kind === 'hand-back' && word.items.map(({ about }) => about)).toEqual([
      'first-response-75',
      'next-update',
    ]);
  });

  it('is one message where it is about two tickets, the nearest promise first', () => {
    const later = ticket({ id: 'A', nextPromiseAt: '2026-11-24T12:00:00.000Z' });
    const sooner = ticket({ id: 'B', nextPromiseAt: '2026-11-24T11:00:00.000Z' });
    expect(told(say([item('A'), item('B')], [later, sooner]))).toEqual(['B', 'A']);
  });

  it('is one message with the digest where there is only one reminder', () => {
    const one = ticket({ id: 'A' });
    const word = say([item('A')], [one], [ticket({ id: 'B', nextPromiseAt: null }), one]);
    expect(told(word)).toEqual(['A']);
    expect(word.kind === 'message' && word.message.open?.map(({ id }) => id)).toEqual(['A', 'B']);
  });

  it('is the reminder alone where the digest has nothing to say', () => {
    expect(say([item('A')], [ticket({ id: 'A' })], []).kind).toBe('hand-back');
  });

  it('is nothing where nothing is open, and nothing came', () => {
    expect(say([], [], []).kind).toBe('nothing');
  });

  it('leaves out what was answered, resolved or handed to another party, and what is gone', () => {
    const answered = ticket({ id: 'A', firstRespondedAt: '2026-11-24T08:30:00.000Z' });
    const resolved = ticket({ id: 'B', state: 'resolved' });
    const moved = ticket({ id: 'C', handledBy: { ...handledByCampus, campusId: 'campus-8' } });
    const items = ['A', 'B', 'C', 'D'].map((id) => item(id));
    expect(say(items, [answered, resolved, moved]).kind).toBe('nothing');
    expect(say([...items, item('E')], [answered, resolved, moved, ticket({ id: 'E' })])).toMatchObject({
      kind: 'hand-back',
      ticketId: 'E',
    });
  });

  it('keeps what is meant for the help desk whoever has the ticket', () => {
    const forHelpDesk = item('A', { to: 'helpdesk', target: 'helpdesk', about: 'first-response-helpdesk' });
    expect(say([forHelpDesk], [ticket({ id: 'A' })]).kind).toBe('hand-back');
  });

  it('tells of each promise the highest stage only', () => {
    const word = say(
      [item('A'), item('A', { about: 'first-response-100' }), item('A', { about: 'resolution-75' })],
      [ticket({ id: 'A' })],
    );
    expect(word.kind === 'hand-back' && word.items.map(({ about }) => about)).toEqual([
      'first-response-100',
      'resolution-75',
    ]);
  });
});

function say(
  items: Parameters<typeof holding>[2][],
  tickets: readonly Ticket[],
  open: readonly Ticket[] | null = null,
): BoardWord {
  const all = new Map(tickets.map((each) => [each.id, each]));
  return wordOf(holding(given, at, ...items), { tickets: all, open, summary: null });
}

function told(word: BoardWord): readonly string[] {
  return word.kind === 'message' ? word.message.reminders.map((each) => each.ticket.id) : [];
}
