import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Absence, Campus, Person } from '../../src/campus/directory.js';
import { inForceOn, isAway } from '../../src/campus/in-force.js';
import { addDays } from '../../src/sla/index.js';

const campus: Campus = { id: 'north', name: 'North', managerId: 'manager', deputyId: 'deputy' };

interface Away {
  readonly from: string;
  readonly to: string;
  readonly deputyId?: string;
}

function person(id: string, away: readonly Away[] = []): Person {
  const absences = away.map((days): Absence => ({ deputyId: null, ...days, source: 'file', id: null }));
  return { id, name: id, language: 'de', absences };
}

/** "as person until", or who is meant, of one day. */
function on(day: string, people: readonly Person[], of: Campus = campus): string {
  const {
    as,
    person: who,
    until,
    standsInFor,
  } = inForceOn(day, of, (id) => people.find((each) => each.id === id));
  expect(standsInFor?.id ?? null).toBe(as === 'deputy' ? 'manager' : null);
  return [as, who?.id ?? '-', until ?? '-'].join(' ');
}

const march = { from: '2026-03-02', to: '2026-03-13' };

describe('while the manager is away', () => {
  it('whoever the absence names is in force, before the deputy of the campus', () => {
    const people = [person('manager', [{ ...march, deputyId: 'named' }]), person('deputy'), person('named')];
    expect(on('2026-03-01', people)).toBe('manager manager -');
    expect(on('2026-03-02', people)).toBe('deputy named 2026-03-13');
    expect(on('2026-03-14', people)).toBe('manager manager -');
  });

  it("the campus' deputy is in force on days on which whoever is named is away", () => {
    const named = person('named', [{ from: '2026-03-04', to: '2026-03-05' }]);
    const people = [person('manager', [{ ...march, deputyId: 'named' }]), person('deputy'), named];
    expect(on('2026-03-03', people)).toBe('deputy named 2026-03-03');
    expect(on('2026-03-04', people)).toBe('deputy deputy 2026-03-05');
    expect(on('2026-03-06', people)).toBe('deputy named 2026-03-13');
  });

  it('nobody is in force where all are away: the deputy of a deputy does not count', () => {
    const named = person('named', [{ ...march, deputyId: 'further' }]);
    const deputy = person('deputy', [{ ...march, to: '2026-03-09', deputyId: 'further' }]);
    const people = [person('manager', [{ ...march, deputyId: 'named' }]), deputy, named, person('further')];
    expect(on('2026-03-05', people)).toBe('nobody - 2026-03-09');
    expect(on('2026-03-10', people)).toBe('deputy deputy 2026-03-13');
  });

  it('each absence has a deputy of its own', () => {
    const manager = person('manager', [
      { from: '2026-03-02', to: '2026-03-06', deputyId: 'named' },
      { from: '2026-03-07', to: '2026-03-13' },
    ]);
    const people = [manager, person('deputy'), person('named')];
    expect(on('2026-03-06', people)).toBe('deputy named 2026-03-06');
    expect(on('2026-03-07', people)).toBe('deputy deputy 2026-03-13');
  });

  it('of two absences on one day the first that names somebody counts', () => {
    const manager = person('manager', [
      march,
      { ...march, deputyId: 'named' },
      { ...march, deputyId: 'other' },
    ]);
    expect(on('2026-03-05', [manager, person('named'), person('other')])).toBe('deputy named 2026-03-13');
  });

  it('somebody who is named and gone from the directory is passed over', () => {
    const manager = person('manager', [{ ...march, deputyId: 'gone' }]);
    expect(on('2026-03-05', [manager, person('deputy')])).toBe('deputy deputy 2026-03-13');
    expect(on('2026-03-05', [manager], { ...campus, deputyId: null })).toBe('nobody - 2026-03-13');
  });
});

describe('in any city', () => {
  const dayAfter = (days: number): string => addDays('2026-03-01', days);
  const anyAway = fc
    .record({
      first: fc.integer({ min: 0, max: 30 }),
      days: fc.integer({ min: 0, max: 8 }),
      deputyId: fc.constantFrom(undefined, 'deputy', 'named', 'other', 'gone'),
    })
    .map(({ first, days, deputyId }): Away => {
      const away = { from: dayAfter(first), to: dayAfter(first + days) };
      return deputyId === undefined ? away : { ...away, deputyId };
    });
  const anyPeople = fc.array(fc.array(anyAway, { maxLength: 4 }), { minLength: 4, maxLength: 4 }).map((all) =>
    ['manager', 'deputy', 'named', 'other'].map((id, index) =>
      person(
        id,
        (all[index] ?? []).filter(({ deputyId }) => deputyId !== id),
      ),
    ),
  );
  const anyDay = fc.integer({ min: -2, max: 42 }).map(dayAfter);

  it('nobody who is away is in force, and the manager who is there always is', () => {
    fc.assert(
      fc.property(anyPeople, anyDay, (people, day) => {
        const { as, person: who } = inForceOn(day, campus, (id) => people.find((each) => each.id === id));
        if (who) expect(isAway(who, day)).toBe(false);
        expect(as === 'manager').toBe(!isAway(people[0]!, day));
      }),
    );
  });

  it('until is the last of the days, looked at one by one, on which the same person is in force', () => {
    fc.assert(
      fc.property(anyPeople, anyDay, (people, day) => {
        const inForce = (each: string) =>
          inForceOn(each, campus, (id) => people.find((one) => one.id === id));
        const today = inForce(day);
        const isSame = (each: string): boolean => {
          const { as, person: who } = inForce(each);
          return as === today.as && who?.id === today.person?.id;
        };
        let last = day;
        while (today.as !== 'manager' && isSame(addDays(last, 1))) last = addDays(last, 1);
        expect(today.until).toBe(today.as === 'manager' ? null : last);
      }),
    );
  });
});
