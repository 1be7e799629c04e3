import type { Understanding } from '../../src/intake/index.js';

type Label = Omit<Understanding, 'alternatives' | 'confidence'>;

/** A message as a teacher might write it, with what a person reads in it. */
export interface Message extends Label {
  readonly text: string;
}

/** A labelled message; what is not named was not said, and the language is German. */
export function message(text: string, category: Label['category'], said: Partial<Label> = {}): Message {
  return {
    text,
    category,
    room: null,
    deviceTag: null,
    scope: null,
    blocked: false,
    language: 'de',
    ...said,
  };
}
