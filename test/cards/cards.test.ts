import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { channelCard, draftCard, plain, statusCard } from '../../src/cards/index.js';
import { channelView, draftView, requesterView } from '../../src/tickets/index.js';
import { directory, report, schools, surroundings, ticket } from './fixtures.js';
import { elementsOf } from './elements.js';
import { sampleCards } from './samples.js';

const kilobyte = 1024;
/** A message may have 80 KB; what a message extension inserts 28 KB, which all others keep to. */
const holdAllSchools = ['draft', 'school-picker'];
const samples = sampleCards();
const sizeOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card));

describe.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, { card, template }) => {
  const elements = elementsOf(card);
  const inputs = elements.filter(({ type }) => String(type).startsWith('Input.'));

  it('is a card of version 1.5 that Microsoft’s parser takes without a word', () => {
    const context = new SerializationContext();
    // The parser checks `lang` with a stateful expression that fails every second time, whatever the value.
    new AdaptiveCard().parse({ ...card, lang: undefined }, context);
    expect(['de', 'en']).toContain(card['lang']);
    const words = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    expect(words).toEqual([]);
    expect(card['version']).toBe('1.5');
  });

  it('has no expression left over and fits into a message', () => {
    expect(JSON.stringify(card)).not.toContain('${');
    expect(sizeOf(card)).toBeLessThan((holdAllSchools.includes(template) ? 40 : 28) * kilobyte);
  });

  it('tells for each input what it is and what to correct', () => {
    for (const input of inputs) {
      const words = [input['label'], input['errorMessage']];
      expect(words.filter((word) => typeof word === 'string' && word !== '')).toHaveLength(2);
    }
  });

  it('gives each element an id of its own, because phones refuse the card otherwise', () => {
    const ids = elements.flatMap(({ id, type }) =>
      typeof id === 'string' && type !== 'mention' ? [id] : [],
    );
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('shows at most three buttons at first sight', () => {
    const actions = Array.isArray(card['actions']) ? elementsOf(card['actions'], 1) : [];
    expect(actions.filter(({ mode }) => mode !== 'secondary').length).toBeLessThanOrEqual(3);
  });

  it('sends what it was drawn from with each button on a ticket, and nothing about rights', () => {
    const buttons = elements.filter(({ verb }) => /^(ticket\.(?!show)|draft\.|thread\.)/u.test(String(verb)));
    for (const { data } of buttons) {
      const { ticketId, drawn, ...carried } = Object(data) as Readonly<Record<string, unknown>>;
      expect([ticketId, typeof drawn]).toEqual(['K7M3QX', 'number']);
      // `list` is the way back to a list, which is read anew for whoever asks.
      const known = ['text', 'incidentId', 'entryIds', 'list'];
      expect(Object.keys(carried).filter((key) => !known.includes(key))).toEqual([]);
    }
  });
});

describe('English cards', () => {
  it('hold no German', () => {
    const german = /[äöüß]|\b(?:und|der|die|das|nicht|Sie|ist|Meldung|bitte|wird|für|bis|heute)\b/iu;
    const ofPeople =
      /Lindenschule|Hauptgebäude|Nebenstelle|Musterstraße|Zweigweg|Grundschule|Gesamtschule|Berufskolleg/u;
    const typed = JSON.stringify(report);
    for (const { card, name, language } of samples) {
      if (language !== 'en' || name.includes('language')) continue;
      const words = elementsOf(card)
        .flatMap(({ title, label, errorMessage, placeholder }) => [title, label, errorMessage, placeholder])
        .filter((word): word is string => typeof word === 'string')
        .map((word) => word.replaceAll(report.title, ''))
        .filter((word) => !ofPeople.test(word) && !typed.includes(word));
      expect(
        words.filter((word) => german.test(word)),
        name,
      ).toEqual([]);
    }
  });
});

describe("the channel's card", () => {
  const said = (description: string): string => {
    const one = ticket({ report: { ...report, title: 'Der Drucker druckt nicht', description } });
    const placement = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;
    const card = channelCard(channelView(one, surroundings), 'de', placement);
    const body: readonly unknown[] = Array.isArray(card['body']) ? card['body'] : [];
    return body
      .map((part) => JSON.stringify(part))
      .filter((part) => !part.includes('"id":"details"'))
      .join();
  };

  it('does not repeat the title as the description, but says what is more', () => {
    expect(said('der Drucker druckt nicht.')).not.toContain('der Drucker druckt nicht.');
    expect(said('der Drucker druckt nicht. Er blinkt.')).toContain('der Drucker druckt nicht. Er blinkt.');
  });
});

describe('what people typed', () => {
  const attack =
    '**fett** [Link](https://evil.example) <b>x</b> <at>Petra Muster</at> ${title} {{DATE(2026-01-01,SHORT)}}';
  const typed = ticket({
    report: {
      ...report,
      title: attack,
      description: attack,
      room: attack,
      deviceTag: attack,
      bestTime: attack,
    },
    requester: { id: 'id-teacher', name: attack, language: 'de' },
  });
  const shown = (card: unknown): string =>
    elementsOf(card)
      .flatMap(({ type, text, facts }) =>
        type === 'TextBlock' ? [text] : type === 'FactSet' ? [JSON.stringify(facts)] : [],
      )
      .join('\n');

  it('never becomes markup on a card', () => {
    const cards = [
      statusCard(requesterView(typed, surroundings), 'de'),
      channelCard(channelView(typed, surroundings), 'de', {
        as: 'channel',
        detour: null,
        mentions: [],
        hasThread: true,
      }),
      draftCard(draftView({ ...typed, state: 'draft' }, directory()), 'de'),
    ];
    for (const card of cards) {
      expect(shown(card)).not.toMatch(/\*\*|\]\(|<at>|<b>|:\/\/|\$\{|\{\{/u);
      expect(shown(card)).toContain('fett');
    }
  });

  it('comes back into its input exactly as it was typed', () => {
    const card = draftCard(draftView({ ...typed, state: 'draft' }, directory()), 'de');
    const input = elementsOf(card).find(({ id }) => id === 'description');
    expect(input?.['value']).toBe(attack);
  });

  it('fits even where every text is as long as it may be', () => {
    const long = 'Wort '.repeat(800);
    const full = ticket({ report: { ...report, description: long }, rating: { stars: 1, text: long } });
    expect(sizeOf(statusCard(requesterView(full, surroundings), 'de'))).toBeLessThan(28 * kilobyte);
    expect(
      sizeOf(
        channelCard(channelView(full, surroundings), 'de', {
          as: 'channel',
          detour: null,
          mentions: [],
          hasThread: true,
        }),
      ),
    ).toBeLessThan(28 * kilobyte);
    expect(plain(long).length).toBeLessThan(4100);
  });
});

describe('the draft', () => {
  const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [] });
  const field = (card: unknown, id: string) => elementsOf(card).find((element) => element['id'] === id);

  it('offers the three best guesses, all other categories behind a toggle, and never small talk', () => {
    const card = draftCard(draftView(draft, directory()), 'de');
    expect(field(card, 'category')?.['choices']).toHaveLength(3);
    expect(field(card, 'otherCategory')?.['choices']).toHaveLength(12);
    expect(field(card, 'other-category')?.['isVisible']).toBe(false);
    expect(JSON.stringify(card)).not.toContain('smalltalk');
  });

  it('offers every school, asks Teams to search them, and hides the list where the school is known', () => {
    const known = draftCard(draftView(draft, directory()), 'de');
    const unknown = draftCard(
      draftView({ ...draft, report: { ...report, schoolId: null, siteId: null } }, directory()),
      'de',
    );
    expect(field(known, 'school')).toMatchObject({
      value: '100001',
      'choices.data': { type: 'Data.Query', dataset: 'schools' },
    });
    expect(field(known, 'school')?.['choices']).toHaveLength(schools.length);
    expect([
      field(known, 'school-list')?.['isVisible'],
      field(unknown, 'school-list')?.['isVisible'],
    ]).toEqual([false, true]);
  });

  it('asks for the site only where the school has several', () => {
    const one = { ...draft, report: { ...report, schoolId: '100014', siteId: null } };
    expect(field(draftCard(draftView(draft, directory()), 'de'), 'site')?.['choices']).toHaveLength(2);
    expect(field(draftCard(draftView(one, directory()), 'de'), 'site')).toBeUndefined();
  });

  it('says why a submit was refused and keeps what was typed', () => {
    const card = draftCard(draftView(draft, directory(), 'Bitte wählen Sie einen Standort.'), 'de');
    expect(JSON.stringify(card)).toContain('Bitte wählen Sie einen Standort.');
    expect(field(card, 'title')?.['value']).toBe(report.title);
  });
});
