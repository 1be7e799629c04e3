import { describe, expect, it } from 'vitest';
import { compileCalendar, defaultCalendar, offerAnswerDueAt, parsePolicy } from '../../src/sla/index.js';
import { at, shown } from './berlin.js';

const calendar = compileCalendar(defaultCalendar);

function answerDue(local: string, ladder = {}): string {
  return shown(offerAnswerDueAt(at(local), { calendar, policy: parsePolicy({ ladder }) }));
}

describe('an offer', () => {
  it('is to be answered within 60 service minutes', () => {
    expect(answerDue('2026-11-18 09:00')).toBe('Wed 2026-11-18 10:00');
    expect(answerDue('2026-11-20 13:30')).toBe('Mon 2026-11-23 08:00');
  });

  it('is to be answered within as many service minutes as the ladder says', () => {
    expect(answerDue('2026-11-18 09:00', { offerAnswerAfter: 15 })).toBe('Wed 2026-11-18 09:15');
  });
});
