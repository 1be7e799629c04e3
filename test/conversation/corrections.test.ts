import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ExampleBook, ReportBuilder } from '../../src/learning/index.js';
import { storeKinds } from '../store/fixtures.js';
import { files, newTeacher } from './teacher.js';
import { city, World } from './world.js';

const said = 'Hallo, der Drucker im Raum 204 druckt nicht. Viele Grüße, Ottilie Brandwein, 0231 5024711';

describe.each(storeKinds)('a draft that is corrected, on %s', (kind) => {
  let world: World;
  beforeEach(async () => {
    world = await World.open(kind);
  });
  afterEach(async () => world.close());

  /** What is kept, once something is. */
  async function kept(reports: number) {
    const book = await ExampleBook.open(await world.store());
    const unreadable = (): void => undefined;
    for (let tries = 0; tries < 100; tries += 1) {
      const builder = new ReportBuilder(null);
      const examples = [];
      for await (const month of book.confirmed(unreadable)) builder.addConfirmed(month);
      for await (const example of book.examples(null, unreadable)) {
        examples.push(example);
        builder.add(example);
      }
      const report = builder.report();
      if (report.reports === reports) return { examples, report };
      await world.quiet();
    }
    throw new Error(`there were never ${reports} reports`);
  }

  test('is kept as an example without names, whatever is sent beside it', async () => {
    const teacher = { ...newTeacher(8_001), name: 'Ottilie Brandwein' };
    await files(world, teacher, said, {
      school: city.school,
      category: 'network',
      room: '205',
      phone: '0231 5024711',
    });
    const { examples } = await kept(1);
    expect(examples).toMatchObject([
      {
        text: 'Hallo, der Drucker im Raum 204 druckt nicht. Viele Grüße, ___',
        guessed: { category: 'printer', room: '204' },
        corrected: { category: 'network', room: '205' },
        changed: ['category', 'room'],
        day: '2026-11-24',
      },
    ]);
    expect(JSON.stringify(examples)).not.toMatch(/Ottilie|Brandwein|5024711|7eac4e70/);
  });

  test('is only counted where it is sent as it was understood', async () => {
    await files(world, newTeacher(8_002), said);
    const { examples, report } = await kept(1);
    expect(examples).toEqual([]);
    expect(report).toMatchObject({ confirmed: 1, confusions: [] });
  });
});
