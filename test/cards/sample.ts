import type { Card } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';

/** A card as it is sent: for the gallery, for the tests of all cards and for the attacks on them. */
export interface SampleCard {
  /** `status-new-de`: template, state, language. */
  readonly name: string;
  /** The file in adaptive-cards/ that it was made of, without `.json`. */
  readonly template: string;
  readonly language: Language;
  readonly card: Card;
}

/** Samples of one template, each by the name of what it shows. */
export function samplesOf(
  template: string,
  language: Language,
  cards: Readonly<Record<string, Card>>,
): readonly SampleCard[] {
  return Object.entries(cards).map(([state, card]) => ({
    name: `${template}-${state}-${language}`,
    template,
    language,
    card,
  }));
}
