import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctionOf } from '../../src/learning/correction.js';
import { ExampleBook, ReportBuilder } from '../../src/learning/index.js';
import type { ConfirmedMonth, Example } from '../../src/learning/example.js';
import type { Ticket } from '../../src/tickets/index.js';
import { day, wednesday } from '../tickets/given.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { sent, understood } from './given.js';

const unreadable = (): void => {
  throw new Error('nothing is unreadable here');
};

describe('what a person corrects', () => {
  test('is each field that was sent otherwise than it was understood', () => {
    const ticket = sent('Der Drucker geht nicht', {
      category: 'network',
      scope: 'class',
      blocked: true,
      room: '205',
    });
    expect(correctionOf(ticket, [])).toMatchObject({
      guessed: { category: 'printer', room: '204', scope: 'one', blocked: false },
      corrected: { category: 'network', room: '205', scope: 'class', blocked: true },
      changed: ['category', 'room', 'scope', 'blocked'],
      day: '2026-11-18',
      language: 'de',
    });
  });

  test('is nothing where everything was sent as it was understood, whatever the case and spaces', () => {
    expect(correctionOf(sent('Drucker', { room: ' 204 ' }), [])?.changed).toEqual([]);
    const tagged = { ...understood, deviceTag: 'DO-40817' };
    expect(
      correctionOf(sent('Drucker', { deviceTag: 'do-40817' }, { understood: tagged }), [])?.changed,
    ).toEqual([]);
  });

  test('is not looked for where no message began the ticket', () => {
    expect(correctionOf(sent('Drucker', {}, { understood: null }), [])).toBeNull();
  });

  test('is what was sent, not what was changed later', () => {
    const ticket: Ticket = sent('Drucker geht nicht');
    const later = { ...ticket, report: { ...ticket.report, category: 'network' as const } };
    expect(correctionOf(later, [])?.changed).toEqual([]);
  });

  test('names neither the requester nor people of the directory, and no device', () => {
    const ticket = sent(
      'Hallo Petra, Jonte aus der 5b (iPad DO-40817) druckt nicht, siehe müsterling@schule.de. Gruß J. Mustermann',
      { deviceTag: 'DO-99999', room: 'Raum von Petra' },
      { name: 'Müsterling, Jonte' },
    );
    const correction = correctionOf(ticket, ['Petra Beispiel']);
    expect(correction?.text).toBe('Hallo ___ aus der 5b (iPad DO-12345) druckt nicht, siehe ___ Gruß ___');
    expect(correction?.corrected).toMatchObject({ deviceTag: 'DO-12345', room: 'Raum von ___' });
  });

  test('of a device stays a correction though both numbers have become the same', () => {
    const tagged = { ...understood, deviceTag: 'DO-40817' };
    const correction = correctionOf(sent('iPad', { deviceTag: 'DO-40818' }, { understood: tagged }), []);
    expect(correction).toMatchObject({
      changed: ['deviceTag'],
      guessed: { deviceTag: 'DO-12345' },
      corrected: { deviceTag: 'DO-12345' },
    });
  });
});

describe.each(storeKinds)('corrections that are kept, %s', (kind) => {
  let data: TestStore;
  let book: ExampleBook;
  beforeEach(async () => {
    data = await openTestStore(kind);
    book = await ExampleBook.open(data.store);
  });
  afterEach(async () => data.close());

  async function keep(ticket: Ticket): Promise<void> {
    const correction = correctionOf(ticket, []);
    if (correction) await book.keep(ticket, correction);
  }
  const all = async (): Promise<Example[]> => collected(book.examples(null, unreadable));
  const months = async (): Promise<ConfirmedMonth[]> => collected(book.confirmed(unreadable));

  test('hold nothing by which the ticket, its person, school or hour could be found', async () => {
    const ticket = sent('Der Drucker geht nicht', { category: 'network' });
    await keep(ticket);
    const [example] = await all();
    const stored = JSON.stringify(example);
    for (const trace of [ticket.id, ticket.requester.id, '100001', ticket.submittedAt ?? '']) {
      expect(stored).not.toContain(trace);
    }
    expect(Object.keys(example ?? {}).toSorted()).toEqual([
      'batch',
      'changed',
      'corrected',
      'day',
      'guessed',
      'id',
      'kind',
      'language',
      'reviewed',
      'schemaVersion',
      'text',
      'textUntil',
    ]);
  });

  test('are one document for a ticket, however often its check is repeated', async () => {
    const ticket = sent('Der Drucker geht nicht', { category: 'network' });
    for (let times = 0; times < 3; times += 1) await keep(ticket);
    expect(await all()).toHaveLength(1);
  });

  test('are only counted where nothing was corrected, once for each ticket, by day and category', async () => {
    const tickets = ['AAA111', 'AAA112', 'AAA113'].map((id, index) =>
      sent('Drucker', {}, { id, at: wednesday + index * day }),
    );
    for (const ticket of [...tickets, ...tickets]) await keep(ticket);
    expect(await all()).toEqual([]);
    expect((await months()).map(({ id, days }) => [id, days])).toEqual([
      [
        'confirmed-2026-11',
        { '2026-11-18': { printer: 1 }, '2026-11-19': { printer: 1 }, '2026-11-20': { printer: 1 } },
      ],
    ]);
  });

  test('are all counted where two processes count at the same time', async () => {
    const other = await ExampleBook.open(await data.another());
    const tickets = Array.from({ length: 12 }, (_, index) =>
      sent('Drucker', {}, { id: `AAA1${index + 10}` }),
    );
    await Promise.all(
      tickets.map(async (ticket, index) => {
        const correction = correctionOf(ticket, []);
        if (correction) await (index % 2 === 0 ? book : other).keep(ticket, correction);
      }),
    );
    expect((await months()).map(({ days }) => days)).toEqual([{ '2026-11-18': { printer: 12 } }]);
  });

  test('wait for review until their text is 180 days old', async () => {
    await keep(sent('Der Drucker geht nicht', { category: 'network' }));
    expect(await collected(book.waiting(unreadable))).toHaveLength(1);
    expect(await collected(book.waiting(unreadable, '2027-05-16'))).toHaveLength(0);
    expect(await collected(book.waiting(unreadable, '2027-05-17'))).toHaveLength(1);
  });
});

describe('the report on corrections', () => {
  const example = (text: string | null, changes: Partial<Example> = {}): Example => {
    const labels = { category: 'printer', room: null, deviceTag: null, scope: null, blocked: false } as const;
    return {
      id: 'x',
      schemaVersion: 1,
      kind: 'example',
      text,
      guessed: labels,
      corrected: { ...labels, category: 'network' },
      changed: ['category'],
      language: 'de',
      day: '2026-11-18',
      reviewed: null,
      batch: null,
      textUntil: null,
      ...changes,
    };
  };

  function reported(examples: readonly Example[], since: string | null = null) {
    const builder = new ReportBuilder(since);
    builder.addConfirmed({
      days: { '2026-11-17': { printer: 5, display: 2 }, '2026-11-18': { printer: 3 } },
    });
    for (const each of examples) builder.add(each);
    return builder.report();
  }

  test('counts what was left as it was understood, for each field', () => {
    const report = reported([example('a'), example('b', { changed: ['category', 'room'] })]);
    expect(report).toMatchObject({ reports: 12, confirmed: 10 });
    expect(report.fields.map(({ field, corrected, right }) => [field, corrected, right])).toEqual([
      ['category', 2, 0.833],
      ['room', 1, 0.917],
      ['deviceTag', 0, 1],
      ['scope', 0, 1],
      ['blocked', 0, 1],
    ]);
  });

  test('tells what was taken for what, as a share of all that was taken for it', () => {
    const [confusion] = reported([example('a'), example('b')]).confusions;
    expect(confusion).toMatchObject({ guessed: 'printer', corrected: 'network', count: 2, share: 0.2 });
  });

  test('names the words that stand in confused messages and not in the others', () => {
    const other = { changed: ['room'] } as const;
    const report = reported([
      example('Der Printserver hängt'),
      example('Printserver in der Aula weg'),
      example('Der Toner ist leer', other),
      example('Der Drucker in der Aula', other),
    ]);
    expect(report.confusions[0]?.words.map(({ word }) => word)).toEqual(['printserver']);
  });

  test('begins with a day where one is given', () => {
    const old = example('a', { day: '2026-11-17' });
    expect(reported([old, example('b')], '2026-11-18')).toMatchObject({
      reports: 4,
      confirmed: 3,
      since: '2026-11-18',
    });
  });

  test('still counts what has no text any more', () => {
    expect(reported([example(null)]).confusions[0]).toMatchObject({ count: 1, words: [] });
  });

  test('says nothing of shares where there is nothing', () => {
    const report = new ReportBuilder(null).report();
    expect(report.fields.every(({ right }) => right === null)).toBe(true);
  });
});

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
