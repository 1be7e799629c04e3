import { expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import { PlanBook, readPlan } from '../../src/maintenance/index.js';
import { openTestStore } from '../store/fixtures.js';
import { withLateReads } from '../store/late-reads.js';
import { wednesday } from '../tickets/given.js';

const text = `kinds:
  - id: printers
    name: { de: Drucker, en: Printers }
    recurrence: { kind: weeks, every: 8 }
    durationMinutes: 20
    categoryOfFault: printer
    checklist: [{ id: page, kind: tick, text: { de: a, en: b } }]
`;

it('a plan that was applied since a read began that ends later is kept', async () => {
  const test = await openTestStore('sqlite');
  const late = withLateReads(test.store);
  const book = await PlanBook.open(late.store);
  const reading = readPlan(text);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  const read = late.hold(async () => book.refresh());
  const origin = { source: 'plan.yaml', at: wednesday, timeZone: 'Europe/Berlin' };
  expect(await book.apply(reading.content, sampleDirectory(), origin)).toEqual([]);
  await read();
  expect(book.current().kinds.map(({ id }) => id)).toEqual(['printers']);
  await test.close();
});
