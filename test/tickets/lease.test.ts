import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsLongEnough,
  isLeasedByOther,
  lacksSender,
  takeLease,
  type LeaseTerms,
} from '../../src/tickets/index.js';
import { rules, Story, wednesday } from './given.js';

const minute = 60_000;
const one: LeaseTerms = { owner: 'one', milliseconds: minute };
const two: LeaseTerms = { owner: 'two', milliseconds: minute };
const leased = takeLease(Story.submitted().ticket, one, rules, wednesday);

describe('a lease', () => {
  it('is believed where it ends within ten minutes', () => {
    const end = wednesday + minute;
    expect(isLeasedByOther(leased, two, end - 10 * minute)).toBe(true);
    expect(lacksSender(leased, two, end - 10 * minute)).toBe(false);
  });

  it('that ends later was taken by a clock that was ahead, and counts for nobody', () => {
    const muchEarlier = wednesday - 10 * minute;
    expect(isLeasedByOther(leased, two, muchEarlier)).toBe(false);
    expect(holdsLongEnough(leased, one, muchEarlier)).toBe(false);
    expect(lacksSender(leased, two, muchEarlier)).toBe(true);
  });

  it('may last longer where the terms say so, as where the clock runs faster', () => {
    const terms = { ...two, longest: 600 * minute };
    expect(isLeasedByOther(leased, terms, wednesday - 500 * minute)).toBe(true);
    expect(isLeasedByOther(leased, terms, wednesday - 600 * minute)).toBe(false);
  });

  it('is long enough for one message until half of its time is over', () => {
    expect(holdsLongEnough(leased, one, wednesday + minute / 2)).toBe(true);
    expect(holdsLongEnough(leased, one, wednesday + minute / 2 + 1)).toBe(false);
    expect(holdsLongEnough(leased, two, wednesday)).toBe(false);
  });

  it('never keeps another process away for longer than the longest one, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000 * minute, max: 1_000 * minute }), (set) => {
        const now = wednesday + set;
        const waits = isLeasedByOther(leased, two, now);
        expect(waits).toBe(!lacksSender(leased, two, now));
        if (waits) expect(isLeasedByOther(leased, two, now + 10 * minute)).toBe(false);
      }),
    );
  });
});

describe('a ticket lacks a sender', () => {
  it('only while it has something to send', () => {
    const unleased = { ...leased, lease: null };
    expect(lacksSender(unleased, one, wednesday)).toBe(true);
    expect(lacksSender({ ...unleased, outbox: [] }, one, wednesday)).toBe(false);
  });
});
