import type { Profile } from '../campus/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import { languages, texts, type Language, type Texts } from '../i18n/index.js';
import type { Instant } from '../sla/index.js';
import type { Incoming } from './activity.js';
import type { PhotosInHand } from './photos-in-hand.js';

/** One message or click of one known person: all that a handler needs beside the parts. */
export interface Turn {
  readonly incoming: Incoming;
  readonly person: { readonly id: string; readonly name: string };
  readonly profile: Profile;
  readonly language: Language;
  readonly t: Texts;
  readonly now: Instant;
  /** Photos of this message that no ticket has yet. */
  readonly photos: PhotosInHand;
  /** `Bearer ...` for the channel service that brought this message; null where nobody signs. */
  readonly authorization: () => Promise<string | null>;
  /** Answers within the turn; returns the id of the message. */
  readonly reply: (message: OutgoingMessage) => Promise<string>;
}

/** A message of words only. */
export function words(text: string): OutgoingMessage {
  return { summary: text, text };
}

/** The same turn in the language of what was written, for a person who has not chosen one. */
export function inLanguage(turn: Turn, language: Language): Turn {
  const chosen = turn.profile.language ?? language;
  return { ...turn, language: chosen, t: texts(chosen) };
}

/** The language in which the client shows itself; German where it names none that Campusdesk speaks. */
export function languageOfClient(locale: string | undefined): Language {
  return languages.find((language) => locale?.toLowerCase().startsWith(language)) ?? 'de';
}

/** The id of a command that was typed: conversation and activity. */
export function typedCommandId(turn: Turn, verb: string): string {
  return `${verb}:${turn.incoming.conversation.conversationId}:${turn.incoming.id}`;
}
