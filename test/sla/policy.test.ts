import { describe, expect, it } from 'vitest';
import { defaultPolicy, parsePolicy, promisesFor, type PromiseGrounds } from '../../src/sla/index.js';
import { categories } from '../../src/tickets/vocabulary.js';
import { problemsOf } from './problems.js';

const { targets } = defaultPolicy;
const problems = (file: unknown) => problemsOf(parsePolicy, file);
const placesOf = (file: unknown): string[] => problems(file).map(({ place }) => place);

describe('the policy', () => {
  it('promises what the help desk guarantees, in service minutes', () => {
    expect(defaultPolicy.targets).toEqual({
      P1: { firstResponse: 30, resolution: 240 },
      P2: { firstResponse: 120, resolution: 480 },
      P3: { firstResponse: 240, resolution: 1440 },
      P4: { firstResponse: 480, resolution: 2400 },
    });
    expect(defaultPolicy.nextUpdate).toBe(960);
  });

  it('of a file that says nothing is the default', () => {
    expect(parsePolicy({})).toEqual(defaultPolicy);
  });

  it('may promise something else, and is by default in what it leaves out', () => {
    const others = { ...targets, P1: { firstResponse: 15, resolution: 120 } };
    expect(parsePolicy({ targets: others })).toEqual({ ...defaultPolicy, targets: others });
    expect(parsePolicy({ nextUpdate: 480 })).toEqual({ ...defaultPolicy, nextUpdate: 480 });
  });

  it('may promise a first response and a resolution at the same time', () => {
    expect(problems({ targets: { ...targets, P1: { firstResponse: 60, resolution: 60 } } })).toEqual([]);
  });

  it.each([
    [
      'a target of nothing',
      { ...targets, P1: { firstResponse: 0, resolution: 240 } },
      'targets.P1.firstResponse',
    ],
    ['a fraction', { ...targets, P2: { firstResponse: 1.5, resolution: 240 } }, 'targets.P2.firstResponse'],
    ['a text', { ...targets, P3: { firstResponse: 30, resolution: '4h' } }, 'targets.P3.resolution'],
    [
      'milliseconds taken for minutes',
      { ...targets, P3: { firstResponse: 30, resolution: 86_400_000 } },
      'targets.P3.resolution',
    ],
    ['a missing priority', { P1: targets.P1, P2: targets.P2, P3: targets.P3 }, 'targets.P4'],
    ['a fifth priority', { ...targets, P5: targets.P4 }, 'targets'],
    ['a key that it does not know', { ...targets, P1: { ...targets.P1, nextUpdate: 60 } }, 'targets.P1'],
  ])('is refused for %s, named by its place', (_, wrong, place) => {
    expect(placesOf({ targets: wrong })).toEqual([place]);
  });

  it('is refused for a first response later than the resolution', () => {
    expect(problems({ targets: { ...targets, P2: { firstResponse: 481, resolution: 480 } } })).toEqual([
      {
        place: 'targets.P2',
        message: 'the first response would be promised later (481) than the resolution (480)',
      },
    ]);
  });

  it.each([null, 'text', [], 7, undefined])('is refused for %j, which is no policy', (value) => {
    expect(placesOf(value)).toEqual(['file']);
  });

  it('is refused for keys that it does not know, so that a typing error is seen', () => {
    const [problem] = problems({ override: [] });
    expect(problem?.place).toBe('file');
    expect(problem?.message).toContain("'override'");
    expect(placesOf({ nextUpdate: 0 })).toEqual(['nextUpdate']);
  });
});

describe('an override', () => {
  const grounds: PromiseGrounds = {
    priority: 'P3',
    category: 'network',
    schoolType: 'Grundschule',
    campusId: 'nord',
  };
  const promises = (overrides: readonly object[], of: Partial<PromiseGrounds> = {}) =>
    promisesFor(parsePolicy({ overrides }), { ...grounds, ...of });
  const usual = { ...targets.P3, nextUpdate: 960, overrideNumber: null };

  it('makes other promises for the tickets that it names', () => {
    const network = {
      when: { category: ['network', 'display'] },
      targets: { P3: { firstResponse: 60, resolution: 480 } },
    };
    expect(promises([network])).toEqual({
      firstResponse: 60,
      resolution: 480,
      nextUpdate: 960,
      overrideNumber: 1,
    });
    expect(promises([network], { category: 'display' }).firstResponse).toBe(60);
    expect(promises([network], { category: 'printer' })).toEqual(usual);
  });

  it('leaves what it does not name as by default: priorities, one of the targets, the next update', () => {
    const partial = { when: { category: ['network'] }, targets: { P3: { firstResponse: 60 } } };
    expect(promises([partial])).toMatchObject({ firstResponse: 60, resolution: 1440, nextUpdate: 960 });
    expect(promises([partial], { priority: 'P1' })).toMatchObject(targets.P1);
    expect(promises([{ when: { category: ['network'] }, nextUpdate: 120 }])).toMatchObject({
      ...targets.P3,
      nextUpdate: 120,
    });
  });

  it('needs everything that it names to hold', () => {
    const both = {
      when: { category: ['network'], schoolType: ['Grundschule', 'Hauptschule'], campus: ['nord'] },
      nextUpdate: 120,
    };
    expect(promises([both]).overrideNumber).toBe(1);
    expect(promises([both], { category: 'printer' }).overrideNumber).toBeNull();
    expect(promises([both], { schoolType: 'Gymnasium' }).overrideNumber).toBeNull();
    expect(promises([both], { campusId: 'sued' }).overrideNumber).toBeNull();
  });

  it('by school type or campus does not fit a ticket of which none is known', () => {
    expect(
      promises([{ when: { schoolType: ['Grundschule'] } }], { schoolType: null }).overrideNumber,
    ).toBeNull();
    expect(promises([{ when: { campus: ['nord'] } }], { campusId: null }).overrideNumber).toBeNull();
    expect(promises([{ when: { category: ['network'] } }], { campusId: null }).overrideNumber).toBe(1);
  });

  it('that fits first counts alone: a later one adds nothing to it', () => {
    const overrides = [
      { when: { campus: ['nord'] }, targets: { P3: { firstResponse: 60 } } },
      { when: { category: ['network'] }, targets: { P3: { resolution: 600 } }, nextUpdate: 120 },
    ];
    expect(promises(overrides)).toEqual({ ...usual, firstResponse: 60, overrideNumber: 1 });
    expect(promises(overrides, { campusId: 'sued' })).toEqual({
      ...usual,
      resolution: 600,
      nextUpdate: 120,
      overrideNumber: 2,
    });
  });

  it('without promises of its own makes an exception from a later one', () => {
    const overrides = [
      { when: { category: ['network'], campus: ['nord'] } },
      { when: { category: ['network'] }, nextUpdate: 120 },
    ];
    expect(promises(overrides)).toEqual({ ...usual, overrideNumber: 1 });
    expect(promises(overrides, { campusId: 'sued' }).nextUpdate).toBe(120);
  });
});

describe('an override is refused', () => {
  const when = { category: ['network'] };

  it('for smalltalk, which makes no ticket, and for no other category', () => {
    const refused = categories.filter(
      (category) => problems({ overrides: [{ when: { category: [category] } }] }).length > 0,
    );
    expect(refused).toEqual(['smalltalk']);
  });

  it.each<[string, unknown, string]>([
    ['a category that does not exist', { when: { category: ['wlan'] } }, 'overrides[0].when.category[0]'],
    ['an empty list', { when: { campus: [] } }, 'overrides[0].when.campus'],
    ['an empty name', { when: { schoolType: ['Gymnasium', ''] } }, 'overrides[0].when.schoolType[1]'],
    ['a text instead of a list', { when: { campus: 'nord' } }, 'overrides[0].when.campus'],
    ['a condition that it does not know', { when: { ...when, school: ['162656'] } }, 'overrides[0].when'],
    ['no condition', { when: {} }, 'overrides[0].when'],
    ['no when', { targets: {} }, 'overrides[0].when'],
    ['a key that it does not know', { when, target: {} }, 'overrides[0]'],
    ['a fifth priority', { when, targets: { P5: { resolution: 60 } } }, 'overrides[0].targets'],
    [
      'a target of nothing',
      { when, targets: { P1: { resolution: 0 } } },
      'overrides[0].targets.P1.resolution',
    ],
    ['a target that it does not know', { when, targets: { P1: { response: 5 } } }, 'overrides[0].targets.P1'],
    ['a fraction', { when, nextUpdate: 7.5 }, 'overrides[0].nextUpdate'],
  ])('for %s, named by its place', (_, override, place) => {
    expect(placesOf({ overrides: [override] })).toEqual([place]);
  });

  it('for a first response later than the resolution that it leaves as by default, and the other way round', () => {
    const late = { when: { category: ['network'] }, targets: { P1: { firstResponse: 300 } } };
    const early = { when: { category: ['loss'] }, targets: { P2: { resolution: 60 } } };
    expect(problems({ overrides: [late, early] })).toEqual([
      {
        place: 'overrides[0].targets.P1',
        message: 'the first response would be promised later (300) than the resolution (240)',
      },
      {
        place: 'overrides[1].targets.P2',
        message: 'the first response would be promised later (120) than the resolution (60)',
      },
    ]);
    const both = { when, targets: { P1: { firstResponse: 300, resolution: 300 } } };
    expect(problems({ overrides: [both] })).toEqual([]);
  });

  it('behind one that fits all that it fits, as only the first counts', () => {
    expect(problems({ overrides: [{ when }, { when: { ...when, campus: ['nord'] } }] })).toEqual([
      {
        place: 'overrides[1].when',
        message: 'never counts: overrides[0] stands before it and fits all that it fits',
      },
    ]);
    expect(placesOf({ overrides: [{ when }, { when }] })).toEqual(['overrides[1].when']);
    const [one, two] = [{ when: { campus: ['nord', 'sued'] } }, { when: { campus: ['sued'] } }];
    expect(placesOf({ overrides: [one, two] })).toEqual(['overrides[1].when']);
    expect(placesOf({ overrides: [two, one] })).toEqual([]);
  });

  it('with each wrong place in one message', () => {
    const file = { nextUpdate: 'soon', overrides: [{ when: { category: ['wlan'] } }] };
    expect(() => parsePolicy(file)).toThrow(
      /^policy refused: nextUpdate: .*; overrides\[0\]\.when\.category\[0\]: /,
    );
  });
});
