import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { planFrom } from '../../src/maintenance/plan.js';
import { checkPlan } from '../../src/maintenance/plan-check.js';
import { readPlan } from '../../src/maintenance/plan-file.js';
import { planOf, printers } from './plans.js';

const directory = sampleDirectory();

/** What is wrong with a plan, as `line path: message`. */
function faults(text: string): readonly string[] {
  const reading = readPlan(text);
  const problems =
    reading.kind === 'refused'
      ? reading.problems
      : checkPlan(reading.content, directory).map(({ path, message }) => reading.locate(path, message));
  return problems.map(({ line, path, message }) => `${String(line)} ${path}: ${message}`);
}

const kind = (more = '', checklist = '[{ id: page, kind: tick, text: { de: a, en: b } }]'): string => `kinds:
  - id: printers
    name: { de: Drucker, en: Printers }
    recurrence: { kind: weeks, every: 8 }
    durationMinutes: 20
    categoryOfFault: printer
    checklist: ${checklist}
${more}`;

describe('a plan file', () => {
  it('is taken with what may be left out filled in', () => {
    const reading = readPlan(kind());
    expect(reading).toMatchObject({
      kind: 'read',
      content: {
        schoolHolidays: 'DE-NW',
        kinds: [{ startingOn: null, earlyDays: 7, graceDays: 0, bring: [], sites: 'all' }],
      },
    });
  });

  it('that is the sample is sound for the sample directory', async () => {
    const text = await readFile(new URL('../../src/maintenance/sample/plan.yaml', import.meta.url), 'utf8');
    expect(faults(text)).toEqual([]);
  });

  it('is refused with each wrong place, by line and path', () => {
    expect(faults(kind('    color: red'))).toEqual(['8 kinds[0].color: is not known here']);
    expect(faults(kind('    earlyDays: soon'))).toEqual(['8 kinds[0].earlyDays: must be a whole number']);
    expect(faults(kind().replace('every: 8', 'every: 0'))).toEqual([
      '4 kinds[0].recurrence.every: must be 1 to 200',
    ]);
    expect(faults(kind().replace('kind: weeks', 'kind: moons'))).toEqual([
      '4 kinds[0].recurrence.kind: must be one of nth-weekday, weeks, months, term',
    ]);
    expect(faults(kind().replace('printer\n', 'smalltalk\n'))).toEqual([
      '6 kinds[0].categoryOfFault: makes no ticket',
    ]);
    expect(faults('')).toEqual(['0 : the file is empty']);
    expect(faults('kinds: [')[0]).toMatch(/^1 : /u);
  });

  it('is refused with a year that nobody can mean: reckoning from it would never end', () => {
    const message = 'must lie from 2000-01-01 to 2199-12-31';
    for (const day of ['0026-01-05', '9999-12-31']) {
      expect(faults(kind(`    startingOn: ${day}`))).toEqual([`8 kinds[0].startingOn: ${message}`]);
      expect(faults(`${kind()}joined: [{ site: 1, on: ${day} }]`)).toEqual([`8 joined[0].on: ${message}`]);
    }
  });

  it('is refused where a range has no inside, or an early check could be the one before', () => {
    const value = '[{ id: a, kind: value, min: 5, max: 3, text: { de: a, en: b } }]';
    expect(faults(kind('', value))).toEqual(['7 kinds[0].checklist[0].min: is more than max (3)']);
    expect(faults(kind('    earlyDays: 56'))).toEqual([
      '8 kinds[0].earlyDays: must be less than 56, the shortest time between two of these checks',
    ]);
  });

  it('is refused where ids stand twice, or sites and kinds of schools do not exist', () => {
    const twice =
      '[{ id: a, kind: tick, text: { de: a, en: b } }, { id: a, kind: tick, text: { de: a, en: b } }]';
    expect(faults(kind('', twice))).toEqual(['7 kinds[0].checklist[1].id: a is used already by number 1']);
    expect(faults(kind('    sites: { list: [nowhere] }'))).toEqual([
      '8 kinds[0].sites.list[0]: there is no site nowhere',
    ]);
    expect(faults(kind('    sites: { schoolTypes: [Circus] }'))).toEqual([
      '8 kinds[0].sites.schoolTypes[0]: no school is a Circus',
    ]);
    expect(faults(`${kind()}joined: [{ site: nowhere, on: 2026-01-01 }]`)).toEqual([
      '8 joined[0].site: there is no site nowhere',
    ]);
  });
});

describe('a plan that is applied', () => {
  const file = (startingOn: string | null) => ({ ...planOf([]), kinds: [{ ...printers, startingOn }] });

  it('lets a kind begin where the file says, else where it began, else today', () => {
    const start = (startingOn: string | null, before = planOf([])): string | undefined =>
      planFrom(file(startingOn), before, '2026-05-05').kinds[0]?.startingOn;
    expect(start('2026-01-01', planOf())).toBe('2026-01-01');
    expect(start(null, planOf())).toBe('2026-03-02');
    expect(start(null)).toBe('2026-05-05');
  });
});
