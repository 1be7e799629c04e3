import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readServiceRules } from '../src/service-rules-files.js';
import { defaultCalendarFile, isoOf } from '../src/sla/index.js';

const folder = mkdtempSync(join(tmpdir(), 'campusdesk-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Contents = Partial<Record<'calendar' | 'policy' | 'movableHolidays', unknown>>;

/** The rules of these files; a text is written as it is. */
async function rulesOf(contents: Contents = {}) {
  const pathOf = (name: keyof Contents) => {
    const content = contents[name];
    if (content === undefined) return null;
    const path = join(folder, `${name}.json`);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  return readServiceRules({
    calendar: pathOf('calendar'),
    policy: pathOf('policy'),
    movableHolidays: pathOf('movableHolidays'),
  });
}

const refusalOf = (contents: Contents) =>
  rulesOf(contents).then(
    () => 'not refused',
    (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : String(error)),
  );

describe('the rules of the service', () => {
  it('are the defaults without any file', async () => {
    const { policy, calendar } = await rulesOf();
    expect(policy.targets.P1).toEqual({ firstResponse: 30, resolution: 240 });
    expect(isoOf(calendar.due(Date.parse('2026-11-20T14:30:00Z'), 240))).toBe('2026-11-23T10:30:00.000Z');
  });

  it('come from the three files', async () => {
    const rules = await rulesOf({
      calendar: { timeZone: 'Europe/Berlin', weekly: { sat: ['10:00-12:00'] } },
      policy: { nextUpdate: 60 },
      movableHolidays: { '162656': ['2026-11-28'] },
    });
    const friday = Date.parse('2026-11-27T12:00:00Z');
    expect(isoOf(rules.calendar.due(friday, 30))).toBe('2026-11-28T09:30:00.000Z');
    expect(rules.policy).toMatchObject({ nextUpdate: 60, targets: { P4: { firstResponse: 480 } } });
    expect(isoOf(rules.schoolDaysOf('162656').due(friday, 30))).toBe('2026-12-05T09:30:00.000Z');
  });

  it('are refused in one message that names every file, place and problem', async () => {
    const refusal = await refusalOf({
      calendar: { timeZone: 'Mars/Olympus', weekly: { mon: ['7-16'] } },
      policy: { targets: 'quick', overrides: [{ when: {} }] },
      movableHolidays: '{"162656": ["2027-02-30"]\n',
    });
    const [calendar, policy, movable] = ['calendar', 'policy', 'movableHolidays'].map((name) =>
      join(folder, `${name}.json`),
    );
    expect(refusal.split('\n')).toEqual([
      `RulesFileError calendar refused: ${calendar}`,
      expect.stringMatching(/^ {2}timeZone +unknown time zone "Mars/),
      expect.stringMatching(/^ {2}weekly\.mon\[0\] +"7-16" is not a window/),
      `policy refused: ${policy}`,
      expect.stringMatching(/^ {2}targets +Expected object/),
      expect.stringMatching(/^ {2}overrides\[0\]\.when +must name a category/),
      expect.stringMatching(
        new RegExp(`^movable holidays refused: ${movable}: cannot be read, it is not valid JSON: `),
      ),
    ]);
  });

  it.each([
    ['a file that does not exist', join(folder, 'nowhere.json'), 'does not exist'],
    ['a directory', folder, 'is a directory, not a file'],
  ])('are refused for %s', async (_, path, fault) => {
    await expect(readServiceRules({ calendar: null, policy: path, movableHolidays: null })).rejects.toThrow(
      `policy refused: ${path}: cannot be read, it ${fault}`,
    );
  });
});

describe('the version of the rules', () => {
  const versionOf = async (contents: Contents = {}) => (await rulesOf(contents)).version;

  it('is short, and the same at each start', async () => {
    expect(await versionOf()).toMatch(/^[0-9a-f]{12}$/);
    expect(await versionOf()).toBe(await versionOf());
  });

  it('does not change with the order of keys, nor with defaults that a file repeats', async () => {
    const { timeZone, ...others } = defaultCalendarFile;
    expect(await versionOf({ calendar: { ...others, timeZone } })).toBe(await versionOf());
    expect(await versionOf({ calendar: { ...others, timeZone, closed: ['12-31', '12-24'] } })).toBe(
      await versionOf(),
    );
    expect(await versionOf({ policy: { nextUpdate: 960, overrides: [] } })).toBe(await versionOf());
    expect(await versionOf({ policy: {}, movableHolidays: { '162656': [] } })).toBe(await versionOf());
  });

  it('does not change with the order of schools and their dates', async () => {
    const one = { '162656': ['2027-02-05', '2027-02-08'], '162668': ['2027-02-05'] };
    const other = { '162668': ['2027-02-05'], '162656': ['2027-02-08', '2027-02-05', '2027-02-08'] };
    expect(await versionOf({ movableHolidays: one })).toBe(await versionOf({ movableHolidays: other }));
  });

  it('changes with each of the files, and with the order of overrides', async () => {
    const first = { when: { campus: ['north'] }, nextUpdate: 60 };
    const second = { when: { category: ['loss'] }, nextUpdate: 120 };
    const versions = [
      await versionOf(),
      await versionOf({ calendar: { ...defaultCalendarFile, closed: ['12-24'] } }),
      await versionOf({ policy: { nextUpdate: 961 } }),
      await versionOf({ policy: { ladder: { nextUpdate: false } } }),
      await versionOf({ movableHolidays: { '162656': ['2027-02-05'] } }),
      await versionOf({ movableHolidays: { '162668': ['2027-02-05'] } }),
      await versionOf({ policy: { overrides: [first, second] } }),
      await versionOf({ policy: { overrides: [second, first] } }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });
});
