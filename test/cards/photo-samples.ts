import { channelCard, photoChoiceCard, statusCard } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import { channelView, requesterView } from '../../src/tickets/index.js';
import { asked, photoUrl, photos, situations, surroundings, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** Cards with photos: on both cards of a ticket, counted where nobody can fetch them, and asked about. */
export function photoSamples(language: Language): readonly SampleCard[] {
  const claimed = {
    ...(situations(language)['claimed'] ?? ticket()),
    photos: photos.map(({ id, at, width, height }) => ({ id, at, width, height })),
  };
  const seen = { ...surroundings, photoUrl };
  const placement = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;
  return [
    ...samplesOf('status', language, {
      photos: statusCard(requesterView(claimed, seen), language),
      'photos-counted': statusCard(requesterView(claimed, surroundings), language),
    }),
    ...samplesOf('channel', language, {
      photos: channelCard(channelView(claimed, seen), language, placement),
    }),
    ...samplesOf('photo-choice', language, {
      one: photoChoiceCard(photos.slice(0, 1), [asked], language),
      several: photoChoiceCard(photos, [asked, { ...asked, id: 'Q2W3E4' }], language),
    }),
  ];
}
