import { describe, expect, it } from 'vitest';
import { defaultPolicy, DefinitionError, parsePolicy } from '../../src/sla/index.js';

const { targets } = defaultPolicy;

describe('the policy', () => {
  it('promises what the help desk guarantees, in service minutes', () => {
    expect(defaultPolicy.targets).toEqual({
      P1: { firstResponse: 30, resolution: 240 },
      P2: { firstResponse: 120, resolution: 480 },
      P3: { firstResponse: 240, resolution: 1440 },
      P4: { firstResponse: 480, resolution: 2400 },
    });
  });

  it('may promise something else', () => {
    const targets = { ...defaultPolicy.targets, P1: { firstResponse: 15, resolution: 120 } };
    expect(parsePolicy({ targets })).toEqual({ ...defaultPolicy, targets });
  });

  it.each([
    [
      'a target of nothing',
      { ...targets, P1: { firstResponse: 0, resolution: 240 } },
      'targets.P1.firstResponse',
    ],
    ['a fraction', { ...targets, P2: { firstResponse: 1.5, resolution: 240 } }, 'targets.P2.firstResponse'],
    ['a text', { ...targets, P3: { firstResponse: 30, resolution: '4h' } }, 'targets.P3.resolution'],
    ['a missing priority', { P1: targets.P1, P2: targets.P2, P3: targets.P3 }, 'targets.P4'],
    ['a fifth priority', { ...targets, P5: targets.P4 }, 'targets'],
  ])('is refused for %s, named by its place', (_, wrong, place) => {
    let error: unknown;
    try {
      parsePolicy({ targets: wrong });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error).toMatchObject({ problems: [{ place }] });
  });
});
