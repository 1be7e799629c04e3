import { describe, expect, it } from 'vitest';
import { defaultPolicy, DefinitionError, parsePolicy } from '../../src/sla/index.js';

describe('the policy', () => {
  it('promises what the help desk guarantees, in service minutes', () => {
    expect(defaultPolicy).toEqual({
      P1: { firstResponse: 30, resolution: 240 },
      P2: { firstResponse: 120, resolution: 480 },
      P3: { firstResponse: 240, resolution: 1440 },
      P4: { firstResponse: 480, resolution: 2400 },
    });
  });

  it('may promise something else', () => {
    const strict = { ...defaultPolicy, P1: { firstResponse: 15, resolution: 120 } };
    expect(parsePolicy(strict)).toEqual(strict);
  });

  it.each([
    [
      'a target of nothing',
      { ...defaultPolicy, P1: { firstResponse: 0, resolution: 240 } },
      'P1.firstResponse',
    ],
    ['a fraction', { ...defaultPolicy, P2: { firstResponse: 1.5, resolution: 240 } }, 'P2.firstResponse'],
    ['a text', { ...defaultPolicy, P3: { firstResponse: 30, resolution: '4h' } }, 'P3.resolution'],
    ['a missing priority', { P1: defaultPolicy.P1, P2: defaultPolicy.P2, P3: defaultPolicy.P3 }, 'P4'],
    ['a fifth priority', { ...defaultPolicy, P5: defaultPolicy.P4 }, 'file'],
  ])('is refused for %s, named by its place', (_, policy, place) => {
    let error: unknown;
    try {
      parsePolicy(policy);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DefinitionError);
    expect(error).toMatchObject({ problems: [{ place }] });
  });
});
