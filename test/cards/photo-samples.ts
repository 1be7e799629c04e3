import { draftCard, noExtras, photoChoiceCard, statusCard, channelCard } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import { channelView, draftView, requesterView } from '../../src/tickets/index.js';
import { directory, situations, surroundings, ticket } from './fixtures.js';
import type { SampleCard } from './samples.js';

const taken = { at: '2026-11-24T07:00:00.000Z', width: 1600, height: 1200 };
const photos = ['a', 'b'].map((letter) => ({ ...taken, id: letter.repeat(40) }));
const urlOf = (id: string): string => `https://desk.example.org/photos/${id}.jpg`;
const shown = photos.map((photo) => ({ ...photo, url: urlOf(photo.id) }));

/** Cards with photos: on the draft, on both cards of a ticket, counted where nobody can fetch them, and asked about. */
export function photoCards(language: Language): SampleCard[] {
  const claimed = { ...(situations(language)['claimed'] ?? ticket()), photos };
  const seen = { ...surroundings, photoUrl: urlOf };
  const asked = { id: claimed.id, revision: claimed.revision, title: 'Beamer R 204' };
  const draft = draftView(ticket({ state: 'draft' }), directory());
  const placement = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;
  const cards = {
    draft: draftCard(draft, language, { ...noExtras, photos: shown }),
    status: statusCard(requesterView(claimed, seen), language),
    channel: channelCard(channelView(claimed, seen), language, placement),
    counted: statusCard(requesterView(claimed, surroundings), language),
    choice: photoChoiceCard(shown, [asked], language),
  };
  return Object.entries(cards).map(([name, card]) => ({ name: `photo-${name}-${language}`, language, card }));
}
