import { describe, expect, it } from 'vitest';
import { answers } from './answers.js';
import { underTimeZone } from './under-time-zone.js';

describe('the time zone of the server', () => {
  it('set to anything changes no answer', async () => {
    const zones = ['UTC', 'Pacific/Auckland'];
    const ran = await Promise.all(
      zones.map((zone) => underTimeZone(zone, { module: './answers.ts', expression: 'module.answers()' })),
    );
    expect(ran).toEqual(zones.map((zone) => ({ zone, result: answers() })));
  });
});
