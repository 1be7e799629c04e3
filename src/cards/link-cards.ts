import { texts, type Language } from '../i18n/index.js';
import { plainLine } from './escape.js';
import { common, type Choice, type CommonData } from './pieces.js';
import { noticeCard } from './small-cards.js';
import { cardTemplate, type Card } from './template.js';

interface LinkData extends CommonData {
  readonly targets: readonly Choice[];
  readonly target: string;
}

const template = cardTemplate<LinkData>('link');

/**
 * Asks with whom this channel shall be linked; verb `channel.link`, input `target`: `helpdesk`, `provider` or a campus' id.
 * @param campuses those that the asking person may link
 * @param others whether the help desk may be linked, and the provider's name where it may be
 */
export function linkCard(
  campuses: readonly { readonly id: string; readonly name: string }[],
  others: { readonly helpdesk: boolean; readonly provider: string | null },
  language: Language,
): Card {
  const { cards, vocabulary } = texts(language);
  const targets = [
    ...campuses.map(({ id, name }) => ({ title: plainLine(name), value: id })),
    ...(others.helpdesk ? [{ title: vocabulary.helpdesk, value: 'helpdesk' }] : []),
    ...(others.provider === null ? [] : [{ title: plainLine(others.provider), value: 'provider' }]),
  ];
  const only = targets.length === 1 ? targets[0]?.value : undefined;
  return template({
    ...common(language, 'claimed', cards.lines.linkWord, 'accent'),
    targets,
    target: only ?? '',
  });
}

/** Says that the channel is linked. `target` is the team's name. */
export function linkedCard(target: string, language: Language): Card {
  const { lines } = texts(language).cards;
  return noticeCard(lines.linked(plainLine(target)), language, {
    word: lines.linkedWord,
    icon: 'resolved',
    tone: 'good',
  });
}
