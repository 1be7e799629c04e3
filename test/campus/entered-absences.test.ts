import { describe, expect, it } from 'vitest';
import { buildDirectory, mayEnterAbsence } from '../../src/campus/index.js';
import type { AbsenceRequest, Directory, EnteredAbsence } from '../../src/campus/index.js';
import { endAbsence, enterAbsence } from '../../src/campus/entered-absences.js';
import { ada, ben, cem, dot, eve, fay, organisation, schools, wholeOrganisationText } from './city.js';

const now = Date.parse('2026-04-15T10:00:00Z');
const admin = 'address:admin.d@city.example';

function cityWith(entries: readonly EnteredAbsence[]): Directory {
  return buildDirectory(
    { revision: 1, schools },
    { revision: 1, organisation: organisation(wholeOrganisationText), pins: {} },
    { revision: entries.length, entries },
  );
}

const request: AbsenceRequest = {
  personId: ada,
  from: '2026-05-04',
  to: '2026-05-08',
  deputyId: cem,
  enteredBy: ada,
};

function entry(changes: Partial<EnteredAbsence> = {}): EnteredAbsence {
  return { ...request, id: 'a1', at: '2026-04-01T08:00:00.000Z', ...changes };
}

function enter(changes: Partial<AbsenceRequest>, entries: readonly EnteredAbsence[] = [], at = now) {
  return enterAbsence({ ...request, ...changes }, 'a9', entries, cityWith(entries), at);
}

function refusalOf(changes: Partial<AbsenceRequest>, entries: readonly EnteredAbsence[] = [], at = now) {
  const { outcome, entries: written } = enter(changes, entries, at);
  expect(written).toBeNull();
  return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
}

describe('an absence that is entered', () => {
  it('is kept with who entered it, and when', () => {
    const { outcome, entries } = enter({});
    const absence = { ...request, id: 'a9', at: '2026-04-15T10:00:00.000Z' };
    expect(outcome).toEqual({ kind: 'entered', absence, warnings: [] });
    expect(entries).toEqual([absence]);
  });

  it('may have begun already, and may end today', () => {
    expect(enter({ from: '2026-04-13', to: '2026-04-15' }).outcome.kind).toBe('entered');
  });

  it('is the same whatever capital letters the ids have', () => {
    const { entries } = enter({ personId: ada.toUpperCase(), deputyId: cem.toUpperCase() });
    expect(entries).toMatchObject([{ personId: ada, deputyId: cem }]);
  });

  it('is there already where it is entered twice: nothing is written, and nobody is told off', () => {
    const { outcome, entries } = enter({}, [entry()]);
    expect(outcome).toEqual({ kind: 'entered', absence: entry(), warnings: [] });
    expect(entries).toBeNull();
  });

  it('is over only when its last day is over in the time zone of the city', () => {
    const yesterday = { from: '2026-04-13', to: '2026-04-14' };
    expect(refusalOf(yesterday, [], Date.parse('2026-04-14T22:00:00Z'))).toEqual({ code: 'in-the-past' });
    expect(enter(yesterday, [], Date.parse('2026-04-14T21:59:59Z')).outcome.kind).toBe('entered');
  });

  it.each([
    ['somebody whom nobody knows', { personId: dot, enteredBy: cem }, 'unknown-person'],
    ['a day that does not exist', { to: '2026-05-32' }, 'no-such-day'],
    ['a day in words', { from: 'tomorrow' }, 'no-such-day'],
    ['an end before the beginning', { to: '2026-05-03' }, 'ends-before-it-begins'],
    ['a deputy whom nobody knows', { deputyId: dot }, 'unknown-deputy'],
    ['oneself as deputy', { deputyId: ada }, 'own-deputy'],
    ["a school's contact as deputy", { deputyId: fay }, 'deputy-not-staff'],
    ['somebody else', { personId: ben }, 'not-allowed'],
    ['somebody else, from nobody in the directory', { enteredBy: dot }, 'not-allowed'],
  ])('is refused for %s', (_what, changes, code) => {
    expect(refusalOf(changes)).toEqual({ code });
  });

  it('is refused on days on which the person is known to be away, and names those', () => {
    const known = entry({ id: 'a1', deputyId: null });
    const overlap = { from: '2026-05-08', to: '2026-05-09' };
    expect(refusalOf(overlap, [known])).toMatchObject({
      code: 'overlaps',
      with: { id: 'a1', source: 'entered' },
    });
    expect(enter({ from: '2026-05-09', to: '2026-05-09' }, [known]).outcome.kind).toBe('entered');
    const inTheFile = refusalOf(
      { from: '2026-03-01', to: '2026-03-31' },
      [],
      Date.parse('2026-03-01T10:00:00Z'),
    );
    expect(inTheFile).toMatchObject({
      code: 'overlaps',
      with: { id: null, source: 'file', from: '2026-03-02' },
    });
  });

  it('is refused where a person has a hundred others', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      entry({ id: `a${index}`, from: `${2100 + index}-01-01`, to: `${2100 + index}-01-01` }),
    );
    expect(refusalOf({}, many)).toEqual({ code: 'too-many' });
    expect(enter({ personId: ben, enteredBy: ben }, many).outcome.kind).toBe('entered');
  });

  it('lets entries go that ended more than a year ago', () => {
    const old = entry({ id: 'a1', from: '2025-04-01', to: '2025-04-14' });
    const lastYear = entry({ id: 'a2', from: '2025-04-15', to: '2025-04-15' });
    expect(enter({}, [old, lastYear]).entries?.map(({ id }) => id)).toEqual(['a2', 'a9']);
    expect(
      endAbsence({ id: 'a2', lastDay: null, by: null }, [old, lastYear], cityWith([]), now).entries,
    ).toEqual([]);
  });
});

describe('whoever enters an absence is told', () => {
  const warningsOf = (changes: Partial<AbsenceRequest>, entries: readonly EnteredAbsence[] = []) => {
    const { outcome } = enter(changes, entries);
    return outcome.kind === 'entered' ? outcome.warnings : outcome.kind;
  };
  const benAway = entry({
    personId: ben,
    enteredBy: ben,
    deputyId: null,
    from: '2026-05-07',
    to: '2026-05-20',
  });

  it('on which of the days the deputy who is named is away', () => {
    expect(warningsOf({ deputyId: ben }, [benAway])).toEqual([
      { code: 'deputy-away', deputyId: ben, from: '2026-05-07', to: '2026-05-08' },
    ]);
  });

  it("on which of the days the campus' deputy is away, where nobody is named", () => {
    expect(warningsOf({ deputyId: null }, [benAway])).toMatchObject([{ code: 'deputy-away', deputyId: ben }]);
    expect(warningsOf({ deputyId: cem }, [benAway])).toEqual([]);
  });

  it('that nobody stands in for a campus without a deputy', () => {
    expect(warningsOf({ personId: eve, enteredBy: eve, deputyId: null })).toEqual([
      { code: 'no-deputy', campusId: 'west' },
    ]);
    expect(warningsOf({ personId: eve, enteredBy: eve })).toEqual([]);
  });
});

describe('an entered absence', () => {
  const end = (lastDay: string | null, by: string | null = ada) =>
    endAbsence({ id: 'a1', lastDay, by }, [entry()], cityWith([entry()]), now);

  it('can end earlier', () => {
    const left = entry({ to: '2026-05-05' });
    expect(end('2026-05-05')).toEqual({ outcome: { kind: 'ended', absence: left }, entries: [left] });
  });

  it('is taken back as a whole, also by a last day before the first', () => {
    const gone = { outcome: { kind: 'ended', absence: null }, entries: [] };
    expect(end(null)).toEqual(gone);
    expect(end('2026-05-03')).toEqual(gone);
  });

  it('stays where its end stays', () => {
    expect(end('2026-05-08')).toEqual({ outcome: { kind: 'ended', absence: entry() }, entries: null });
  });

  it('does not become longer, and not by a day that does not exist', () => {
    const refusal = (code: string) => ({ outcome: { kind: 'refused', reason: { code } }, entries: null });
    expect(end('2026-05-09')).toEqual(refusal('not-shorter'));
    expect(end('2026-05-00')).toEqual(refusal('no-such-day'));
    expect(end(null, ben)).toEqual(refusal('not-allowed'));
    expect(endAbsence({ id: 'a2', lastDay: null, by: null }, [entry()], cityWith([]), now)).toEqual(
      refusal('unknown-absence'),
    );
  });
});

describe('who may enter an absence', () => {
  const city = cityWith([]);

  it('is the person, and for everybody dispatchers and administrators', () => {
    expect([ada, ben, cem, admin, dot].map((by) => mayEnterAbsence(city, by, ada))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(mayEnterAbsence(city, ada.toUpperCase(), ada)).toBe(true);
  });

  it('is nobody who is not in the directory, not even for themselves', () => {
    expect(mayEnterAbsence(city, dot, dot)).toBe(false);
  });
});
