import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { describe, expect, test, vi } from 'vitest';
import type * as Cards from '../../src/cards/index.js';
import type { Incident } from '../../src/incidents/index.js';
import { languages, type Language } from '../../src/i18n/index.js';
import { channelView, requesterView } from '../../src/tickets/index.js';
import { elementsOf } from '../cards/elements.js';
import * as fixtures from '../cards/fixtures.js';
import { suspected } from '../cards/incident-samples.js';
import { sampleCards } from '../cards/samples.js';
import { attacks, faultsOf, marker } from './attacks.js';

/** What everybody has typed just now, and which cards were drawn since, by the function that draws them. */
const stage = vi.hoisted(() => ({
  typed: '',
  drawn: [] as { readonly by: string; readonly card: unknown }[],
  isFunction: (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function',
}));

// The samples of all cards, with the attack in place of everything that a person can type or that a directory names.
vi.mock('../cards/fixtures.js', async (original) => {
  const typedByPeople = new Set(
    'title description room deviceTag bestTime phone name fullName street text note solution status reason requesterName'.split(
      ' ',
    ),
  );
  const names = new Set(['requester', 'channel', 'offer']);
  const poisoned = (value: unknown): unknown => {
    if (stage.isFunction(value)) return (...given: unknown[]): unknown => poisoned(value(...given));
    // A few schools do for all 155.
    if (Array.isArray(value)) return value.slice(0, 20).map(poisoned);
    if (typeof value !== 'object' || value === null) return value;
    const copy = {};
    for (const [key, inner] of Object.entries(value)) {
      const isTyped =
        typedByPeople.has(key) && typeof inner === 'string' && !names.has(inner) && inner !== '';
      const get = isTyped ? () => stage.typed : undefined;
      const steps = key === 'steps' && Array.isArray(inner) ? () => inner.map(() => stage.typed) : undefined;
      const read = get ?? steps;
      Object.defineProperty(copy, key, {
        enumerable: true,
        configurable: true,
        ...(read ? { get: read } : { value: key === 'rules' ? inner : poisoned(inner), writable: true }),
      });
    }
    return copy;
  };
  const real = await original<typeof fixtures>();
  return Object.fromEntries(
    Object.entries(real).map(([key, value]) => [key, key === 'rules' ? value : poisoned(value)]),
  );
});

vi.mock('../../src/cards/index.js', async (original) => {
  const real = await original<typeof Cards>();
  const exported: [string, unknown][] = Object.entries(real);
  return Object.fromEntries(
    exported.map(([by, value]): [string, unknown] => {
      if (!by.endsWith('Card') || !stage.isFunction(value)) return [by, value];
      return [
        by,
        (...given: unknown[]): unknown => {
          const card = value(...given);
          stage.drawn.push({ by, card });
          return card;
        },
      ];
    }),
  );
});

/** Hold no text that anybody typed. */
const ownWordsOnly = ['commandsCard', 'discardedCard', 'helpCard', 'languageCard'];
/** Take a finished sentence; whoever makes one is tested through the bot. */
const takeSentences = ['noticeCard', 'talkCard'];

/** All cards with the attack in them. */
async function drawn(attack: string): Promise<typeof stage.drawn> {
  const cards = await import('../../src/cards/index.js');
  stage.typed = attack;
  stage.drawn = [];
  sampleCards();
  for (const language of languages) drawMembers(cards, language);
  return stage.drawn;
}

/** Every situation as a part of an incident, which the samples show of one alone, and incidents of all of them. */
function drawMembers(cards: typeof Cards, language: Language): void {
  const { typed } = stage;
  const { surroundings, situations, now, knownIncident } = fixtures;
  for (const one of Object.values(situations(language))) {
    const member = { ...one, incident: knownIncident };
    cards.statusCard(requesterView(member, surroundings), language);
    const facts = channelView(member, surroundings);
    cards.channelCard(facts, language, {
      as: 'channel',
      detour: null,
      mentions: [{ id: 'id-manager', name: typed }],
      hasThread: true,
    });
    cards.movedCard(facts, true, language);
    cards.offerEndedCard(facts, true, language);
    for (const state of ['suspected', 'open', 'resolved', 'dismissed'] as const) {
      cards.incidentCard(
        {
          incident: { ...outage, state, title: typed, status: typed, solution: typed },
          school: typed,
          members: [facts],
          candidates: [facts],
          lastedServiceMinutes: 10,
          now,
          timeZone: 'Europe/Berlin',
        },
        language,
      );
    }
  }
}

const outage: Incident = { ...suspected, state: 'open' };

const mayBeMentioned = ['id-manager', 'id-deputy', 'id-dispatcher'];

describe('what people type, on every card', () => {
  test.each(Object.entries(attacks))('ends as plain text: %s', async (_name, attack) => {
    const faults = (await drawn(attack)).flatMap(({ by, card }) =>
      faultsOf(card, mayBeMentioned).map((fault) => `${by}: ${fault}`),
    );
    const kinds = faults.map((fault) => fault.replace(/\.\d+(?=[. ])/gu, '').replace(/: ".*/su, ''));
    expect([...new Set(kinds)]).toEqual([]);
  });

  test('is tried on each card that there is', async () => {
    const poisoned = (await drawn(marker)).filter(({ card }) => JSON.stringify(card).includes(marker));
    const cards = Object.keys(await import('../../src/cards/index.js')).filter((name) =>
      name.endsWith('Card'),
    );
    const reached = new Set([...poisoned.map(({ by }) => by), ...ownWordsOnly, ...takeSentences]);
    expect(cards.filter((name) => !reached.has(name))).toEqual([]);
  });

  test('leaves a card that Microsoft’s parser takes without a word, and in which nothing leads anywhere', async () => {
    for (const attack of [attacks['json'], attacks['card markup'], attacks['expression']]) {
      for (const { by, card } of await drawn(attack ?? '')) {
        const context = new SerializationContext();
        const parsed = new AdaptiveCard();
        parsed.parse({ ...Object(card), lang: undefined }, context);
        const words = Array.from(
          { length: context.eventCount },
          (_, index) => context.getEventAt(index).message,
        );
        expect([by, ...words]).toEqual([by]);
        expect(elementsOf(card).filter(({ type }) => type === 'Action.OpenUrl')).toEqual([]);
        const addresses = parsed.getResourceInformation().map(({ url }) => url);
        expect(addresses.filter((url) => url.includes(marker) || url.includes('evil'))).toEqual([]);
      }
    }
  });
});
