import type { Language } from '../i18n/language.js';
import { onlyVersion, type CollectionSpec, type StoredDocument } from '../store/index.js';
import type { Category, Scope } from '../tickets/index.js';

/** What a message says of a report, as the desk read it or as a person put it right. */
export interface Labels {
  readonly category: Category;
  readonly room: string | null;
  readonly deviceTag: string | null;
  readonly scope: Scope | null;
  readonly blocked: boolean;
}

/** What people can put right on a draft. */
export const fields = ['category', 'room', 'deviceTag', 'scope', 'blocked'] as const;
export type Field = (typeof fields)[number];

/** A message whose draft was corrected before it was sent. It names neither person, school, ticket nor hour. */
export interface Example extends StoredDocument {
  readonly schemaVersion: 1;
  readonly kind: 'example';
  /** Without names; null once it was reviewed, or was too old to be. */
  readonly text: string | null;
  readonly guessed: Labels;
  readonly corrected: Labels;
  /** Where the two differ. Not to be read off them: two devices' numbers may have become the same one. */
  readonly changed: readonly Field[];
  readonly language: Language;
  /** When it was sent (YYYY-MM-DD). */
  readonly day: string;
  /** The day on which a person had reviewed it; null until then. */
  readonly reviewed: string | null;
  /** The file with which it went out for review last; null where it never did. */
  readonly batch: string | null;
  /** The first day on which the text is too old to be kept; null where there is none. */
  readonly textUntil: string | null;
}

/** How many drafts of a month were sent as they were understood. */
export interface ConfirmedMonth extends StoredDocument {
  readonly schemaVersion: 1;
  readonly kind: 'confirmed';
  /** By day, then by the category that was confirmed. */
  readonly days: Readonly<Record<string, Readonly<Partial<Record<Category, number>>>>>;
  /** Those counted last, by digest: a check that is repeated after a crash counts nothing twice. */
  readonly counted: readonly string[];
}

export type LearningDocument = Example | ConfirmedMonth;

/** Where both are kept, and by what reports and reviews find them. */
export const exampleCollection: CollectionSpec<LearningDocument> = {
  name: 'examples',
  fields: { kind: 'text', day: 'text', batch: 'text', textUntil: 'text' },
  upgrade: onlyVersion<LearningDocument>(1),
};
