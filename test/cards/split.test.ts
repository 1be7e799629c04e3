import { describe, expect, it } from 'vitest';
import { draftCard, noExtras, whyCard, type DraftExtras } from '../../src/cards/index.js';
import { languages, texts, type Language } from '../../src/i18n/index.js';
import { categories, draftView, whyView, type Category } from '../../src/tickets/index.js';
import { elementsOf } from './elements.js';
import { article, directory, knownIncident, knownReport, report, surroundings, ticket } from './fixtures.js';

/** Two lines on a phone of 340 px. */
const twoLines = 68;

describe.each(languages)('who does what, in %s', (language) => {
  const { split } = texts(language);

  it.each(['account', 'app-request', 'loss'] as const)(
    'says on a draft what the school can do at once: %s',
    (category) => {
      expect(draftOf(category, language)).toContainEqual(expect.stringContaining(split.atOnce(category)));
      expect(split.atOnce(category)).not.toBe('');
    },
  );

  it.each(['ipad-hardware', 'display', 'printer'] as const)(
    'says on a draft what goes to a vendor, beside an article too, because none says that: %s',
    (category) => {
      expect(split.byVendor(category)).not.toBe('');
      for (const extras of [{}, { article }])
        expect(draftOf(category, language, extras)).toContainEqual(
          expect.stringContaining(split.byVendor(category)),
        );
    },
  );

  it('leaves to an article what can be done at once', () => {
    expect(shareOf(draftOf('account', language, { article }), language)).toEqual([]);
    expect(shareOf(draftOf('account', language, { tried: article.title }), language)).toHaveLength(1);
  });

  it('says nothing where something is known already', () => {
    for (const extras of [
      { incident: knownIncident },
      { duplicate: { ...knownReport, relation: 'own' as const } },
    ])
      for (const category of categories)
        expect(shareOf(draftOf(category, language, extras), language)).toEqual([]);
  });

  it('takes no more than one short line of a draft, and none where it changes nothing for a teacher', () => {
    for (const category of categories) {
      const lines = shareOf(draftOf(category, language), language);
      expect(lines.length).toBeLessThanOrEqual(1);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(twoLines);
    }
    for (const category of ['network', 'ipad-software', 'lending', 'workshop', 'other'] as const)
      expect(shareOf(draftOf(category, language), language)).toEqual([]);
  });

  it('tells the channel, and no teacher, among the reasons of a deadline what campus management does', () => {
    expect(split.here(report.category)).not.toBe('');
    expect(whyOf('channel', language)).toContain(split.here(report.category));
    expect(whyOf('requester', language)).not.toContain(split.here(report.category));
  });
});

function draftOf(
  category: Category,
  language: Language,
  extras: Partial<DraftExtras> = {},
): readonly unknown[] {
  const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [] }, language);
  const view = draftView({ ...draft, report: { ...report, category } }, directory());
  return textsOf(draftCard(view, language, { ...noExtras, ...extras }));
}

function whyOf(reader: 'requester' | 'channel', language: Language): readonly unknown[] {
  const view = whyView(ticket({}, language), surroundings);
  return view ? textsOf(whyCard(view, reader, language)) : [];
}

function textsOf(card: unknown): readonly unknown[] {
  return elementsOf(card).map(({ text }) => text);
}

/** The lines of a draft that say who does what, of whichever topic. */
function shareOf(lines: readonly unknown[], language: Language): readonly string[] {
  const { split } = texts(language);
  const sentences = categories.flatMap((category) => [split.atOnce(category), split.byVendor(category)]);
  return lines.filter(
    (line): line is string =>
      typeof line === 'string' && sentences.some((sentence) => sentence !== '' && line.includes(sentence)),
  );
}
