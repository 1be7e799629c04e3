import { describe, expect, it } from 'vitest';
import { instantOfOffsetText } from '../../src/sla/index.js';

describe('an instant from outside', () => {
  it.each([
    ['2026-11-20T15:30:00+01:00', Date.UTC(2026, 10, 20, 14, 30)],
    ['2026-11-20T14:30:00Z', Date.UTC(2026, 10, 20, 14, 30)],
    ['2026-11-20T14:30:00.250Z', Date.UTC(2026, 10, 20, 14, 30, 0, 250)],
    ['2026-11-20T14:30Z', Date.UTC(2026, 10, 20, 14, 30)],
    ['2024-02-29T00:00:00-05:30', Date.UTC(2024, 1, 29, 5, 30)],
  ])('may be %s', (text, instant) => {
    expect(instantOfOffsetText(text)).toBe(instant);
  });

  it.each([
    '2026-11-20T15:30:00',
    '2026-11-20',
    '2026-02-29T10:00:00Z',
    '2026-02-30T10:00:00+01:00',
    '2026-11-20T24:00:00Z',
    '2026-11-20T23:60:00Z',
    '2026-11-20 15:30:00Z',
    '2026-11-20T15:30:00+0100',
    '2026-11-20T15:30:00 Europe/Berlin',
    'Fri, 20 Nov 2026 14:30:00 GMT',
    '1795185000000',
    '',
  ])('is not "%s"', (text) => {
    expect(instantOfOffsetText(text)).toBeUndefined();
  });
});
