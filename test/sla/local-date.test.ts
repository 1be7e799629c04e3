import { describe, expect, it } from 'vitest';
import { addDays, localDateIn } from '../../src/sla/index.js';

describe('the date of an instant', () => {
  const newYear = Date.UTC(2026, 11, 31, 23, 30);

  it('is that of the clocks in the zone, whatever the zone of the process', () => {
    expect(localDateIn('Europe/Berlin')(newYear)).toBe('2027-01-01');
    expect(localDateIn('UTC')(newYear)).toBe('2026-12-31');
    expect(localDateIn('America/New_York')(newYear)).toBe('2026-12-31');
  });

  it('changes at midnight, also on the days on which clocks change', () => {
    const dates = ['2026-03-28T23:00Z', '2026-03-29T21:59Z', '2026-03-29T22:00Z'].map((at) =>
      localDateIn('Europe/Berlin')(Date.parse(at)),
    );
    expect(dates).toEqual(['2026-03-29', '2026-03-29', '2026-03-30']);
  });

  it('is not told of a zone that does not exist', () => {
    expect(() => localDateIn('Europe/Dortmund')).toThrow(RangeError);
  });
});

describe('a date some days later', () => {
  it('is the one on the calendar, over months, years and the 29th of February', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  });

  it('is refused of a date that does not exist', () => {
    expect(() => addDays('2027-02-29', 1)).toThrow(RangeError);
  });
});
