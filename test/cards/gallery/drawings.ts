import type { Card } from '../../../src/cards/index.js';
import { elementsOf } from '../elements.js';
import type { SampleCard } from '../sample.js';
import { openedCard } from './opened.js';

/** A sample as it is drawn: as it comes, or with everything open that a press opens. */
export interface Drawing {
  readonly name: string;
  readonly sample: SampleCard;
  readonly card: Card;
}

/** Each sample as it comes, and each set of forms and folds once with everything open. */
export function drawingsOf(samples: readonly SampleCard[]): readonly Drawing[] {
  const known = new Set<string>();
  return samples.flatMap((sample) => {
    const { name, card } = sample;
    const opened = openedCard(card);
    const key = `${sample.template} ${sample.language} ${fingerprint(card)}`;
    if (opened === null || known.has(key)) return [{ name, sample, card }];
    known.add(key);
    return [
      { name, sample, card },
      { name: `${name}-open`, sample, card: opened },
    ];
  });
}

/** What can be filled in, pressed or unfolded, without whose values stand in it. */
function fingerprint(card: Card): string {
  return elementsOf(card)
    .flatMap(({ type, id, label, title, isVisible }) =>
      id === undefined && title === undefined ? [] : [JSON.stringify([type, id, label, title, isVisible])],
    )
    .join();
}
