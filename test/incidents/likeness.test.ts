import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspicionsOf } from '../../src/incidents/likeness.js';
import type { Report, Ticket } from '../../src/tickets/index.js';
import { minute, Story, wednesday } from '../tickets/given.js';

interface Said extends Partial<Report> {
  readonly id: string;
  readonly by?: string;
  /** Wall minutes after nine o'clock. */
  readonly after?: number;
}

function reported({ id, by = id, after = 0, ...changes }: Said): Ticket {
  const report = {
    category: 'network',
    title: 'No network',
    description: 'It is gone.',
    scope: null,
    ...changes,
  } as const;
  const { ticket } = Story.submitted({ schoolId: '1', ...report }, wednesday + after * minute);
  return { ...ticket, id, requester: { ...ticket.requester, id: by } };
}

const seen = (own: Said, ...others: readonly Said[]): readonly string[] =>
  suspicionsOf(reported(own), others.map(reported)).map(
    ({ schoolId, tickets }) => `${schoolId ?? 'city'}: ${tickets.map(({ ticketId }) => ticketId).join(' ')}`,
  );

describe('tickets of one school', () => {
  it('look like an outage from three on, by at least two people', () => {
    expect(seen({ id: 'C' }, { id: 'A' })).toEqual([]);
    expect(seen({ id: 'C' }, { id: 'A' }, { id: 'B' })).toEqual(['1: A B C']);
    expect(seen({ id: 'C', by: 'x' }, { id: 'A', by: 'x' }, { id: 'B', by: 'x' })).toEqual([]);
    expect(seen({ id: 'C', by: 'x' }, { id: 'A', by: 'x' }, { id: 'B' })).toEqual(['1: A B C']);
  });

  it('are enough with two where one of them says that the whole school is hit', () => {
    expect(seen({ id: 'B' }, { id: 'A', scope: 'school' })).toEqual(['1: A B']);
  });

  it('count together within sixty minutes, the last included', () => {
    expect(seen({ id: 'C', after: 60 }, { id: 'A' }, { id: 'B', after: 30 })).toEqual(['1: A B C']);
    expect(seen({ id: 'C', after: 61 }, { id: 'A' }, { id: 'B', after: 30 })).toEqual([]);
  });

  it('do not count with another fault, of another school, done with, or sent their own way', () => {
    expect(seen({ id: 'C' }, { id: 'A' }, { id: 'B', category: 'printer' })).toEqual([]);
    expect(seen({ id: 'C' }, { id: 'A' }, { id: 'B', schoolId: '2' })).toEqual([]);
    const others = [reported({ id: 'A' }), reported({ id: 'B' })];
    const resolved = others.map((each) => ({ ...each, state: 'resolved' as const }));
    expect(suspicionsOf(reported({ id: 'C' }), resolved)).toEqual([]);
    const link = { id: 'I', title: '', status: '', statusAt: '' };
    expect(
      suspicionsOf(
        reported({ id: 'C' }),
        others.map((each) => ({ ...each, incident: link })),
      ),
    ).toEqual([]);
  });
});

describe('tickets of several schools', () => {
  it('look like an outage of the city from three schools with four tickets on', () => {
    const schools = [
      { id: 'A', schoolId: '1' },
      { id: 'B', schoolId: '2' },
      { id: 'C', schoolId: '3' },
    ];
    expect(seen({ id: 'D', schoolId: '4' }, ...schools)).toEqual(['city: A B C D']);
    expect(seen({ id: 'D', schoolId: '3' }, ...schools)).toEqual(['city: A B C D']);
    expect(seen({ id: 'C', schoolId: '3' }, ...schools.slice(0, 2))).toEqual([]);
    expect(seen({ id: 'D', schoolId: '2' }, { id: 'A' }, { id: 'B' }, { id: 'C' })).toEqual([]);
  });

  it('never are one display', () => {
    const display = { category: 'display', room: 'B12' } as const;
    const others = ['1', '2', '3'].map((schoolId) => ({ id: schoolId, schoolId, ...display }));
    expect(seen({ id: '4', schoolId: '4', ...display }, ...others)).toEqual([]);
  });
});

it('sees the same in whichever order the others come, and never leaves the asked ticket out', () => {
  const said = fc.record({
    by: fc.constantFrom('x', 'y', 'z'),
    after: fc.integer({ min: 0, max: 150 }),
    schoolId: fc.constantFrom('1', '2', '3'),
    scope: fc.constantFrom(null, 'school' as const),
  });
  fc.assert(
    fc.property(said, fc.array(said, { maxLength: 12 }), (own, others) => {
      const named = others.map((each, index) => ({ id: `O${String(index)}`, ...each }));
      const forwards = seen({ id: 'own', ...own }, ...named);
      expect(seen({ id: 'own', ...own }, ...named.toReversed())).toEqual(forwards);
      for (const each of forwards) expect(each).toMatch(/\bown\b/u);
    }),
  );
});
