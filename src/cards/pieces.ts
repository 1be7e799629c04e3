import type { Language, Texts } from '../i18n/index.js';
import { plainLine } from './escape.js';

/** The band at the top of each card: an icon and a word say what this is; the tone only underlines it. */
export interface HeaderData {
  readonly icon: string;
  readonly word: string;
  readonly wordColor: 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';
  readonly tone: 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';
  /** The ticket's id as it is read out, or empty. */
  readonly id: string;
}

/** What every template gets: its language and the header. */
export interface CommonData extends HeaderData {
  readonly lang: Language;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A block that is shown only where there is something to say. */
export interface Block {
  readonly shown: boolean;
  readonly heading: string;
  readonly text: string;
}

export const noBlock: Block = { shown: false, heading: '', text: '' };

/** Icons are monochrome text symbols (variation selector 15), so that they look alike in every client. */
export const icons = {
  draft: '✎',
  new: '●',
  claimed: '⚙\uFE0E',
  waiting: '◔',
  resolved: '✔\uFE0E',
  closed: '■',
  moved: '➜',
  urgent: '⚠\uFE0E',
  school: '⌂',
  info: 'ℹ\uFE0E',
  list: '☰',
  message: '✉\uFE0E',
} as const;

/** Header and words of a card that is not about a ticket's state. */
export function common(
  language: Language,
  icon: keyof typeof icons,
  word: string,
  tone: HeaderData['tone'] = 'emphasis',
  id = '',
): CommonData {
  return {
    lang: language,
    icon: icons[icon],
    word,
    wordColor: 'Default',
    tone,
    id,
  };
}

/**
 * So far a list leads: whoever has leafed through so many pages narrows it instead, or looks for a ticket by its number. What a
 * button carries stays small.
 */
export const mostPages = 40;

/** Choices of a closed list, in the list's order. */
export function choices<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly Choice[] {
  return values.map((value) => ({ title: words[value], value }));
}

/** A person to mention; `name` as the directory has it. */
export interface Mention {
  readonly id: string;
  readonly name: string;
}

/** The text that stands for a person in a card, and that its entity repeats to the letter. */
export function mentionText(person: Mention): string {
  return `<at>${plainLine(person.name)}</at>`;
}

/** `msteams.entities` for the people whose {@link mentionText} stands in the card. */
export function mentionEntities(people: readonly Mention[]): readonly object[] {
  return people.map((person) => ({
    type: 'mention',
    text: mentionText(person),
    mentioned: { id: person.id, name: person.name },
  }));
}

/** `<at>A</at>, <at>B</at>` in a sentence, or nothing. */
export function mentionLine(people: readonly Mention[], t: Texts['cards']): string {
  return people.length === 0 ? '' : t.lines.calls(people.map(mentionText).join(', '));
}
