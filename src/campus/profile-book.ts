import type { Language } from '../i18n/language.js';
import {
  find,
  untilWritten,
  type Collection,
  type CollectionSpec,
  type DocumentStore,
  type StoredDocument,
} from '../store/index.js';

/** What a person chose once and does not want to be asked again. Its id is the Entra object id. */
export interface Profile extends StoredDocument {
  readonly schemaVersion: 2;
  /** Null until the person chose one; until then each message's own language is answered. */
  readonly language: Language | null;
  /** The language of the last report, where there was one: a word like "status" has none of its own. */
  readonly spokenLanguage?: Language;
  readonly schoolId: string | null;
  readonly siteId: string | null;
  /** The draft that still lacks a school, so that the next message may name it. */
  readonly draftWithoutSchool: WaitingDraft | null;
  /** The drafts that were shown last, the newest at the end, so that one draft has one card with buttons. */
  readonly shownDrafts?: readonly WaitingDraft[];
}

/** A draft and its card. */
export interface WaitingDraft {
  readonly ticketId: string;
  /** The message that shows it; null where the channel did not name it, and in profiles of version 1. */
  readonly activityId: string | null;
}

export type ProfileChoices = Partial<Omit<Profile, 'id' | 'schemaVersion'>>;

const profileCollection: CollectionSpec<Profile> = {
  name: 'profiles',
  fields: {},
  upgrade: (raw) => {
    if (isProfile(raw)) return raw;
    if (isFirstProfile(raw)) return upgraded(raw);
    throw new RangeError(`profile has schema version ${String(raw.schemaVersion)}, known are 1 and 2`);
  },
};

/** The profiles of all persons who ever wrote to the bot. */
export class ProfileBook {
  private constructor(private readonly profiles: Collection<Profile>) {}

  static async open(store: DocumentStore): Promise<ProfileBook> {
    return new ProfileBook(await store.collection(profileCollection));
  }

  /** The person's profile; an empty one where nothing was chosen yet. */
  async get(personId: string): Promise<Profile> {
    return (await find(this.profiles, personId))?.document ?? emptyProfile(personId);
  }

  /** Keeps these choices; writes nothing where they are the same as before. */
  async choose(personId: string, choices: ProfileChoices): Promise<Profile> {
    return untilWritten(async () => {
      const known = await find(this.profiles, personId);
      const before = known?.document ?? emptyProfile(personId);
      const after: Profile = { ...before, ...choices };
      if (JSON.stringify(after) === JSON.stringify(before)) return before;
      await (known ? this.profiles.replace(after, known.version) : this.profiles.create(after));
      return after;
    });
  }
}

function emptyProfile(id: string): Profile {
  return { id, schemaVersion: 2, language: null, schoolId: null, siteId: null, draftWithoutSchool: null };
}

/** Only this service writes profiles, so that the version decides. */
function isProfile(raw: StoredDocument): raw is Profile {
  return raw.schemaVersion === 2;
}

type FirstProfile = Omit<Profile, 'schemaVersion' | 'draftWithoutSchool'> & {
  readonly schemaVersion: 1;
  /** The draft's id. */
  readonly draftWithoutSchool: string | null;
};

function isFirstProfile(raw: StoredDocument): raw is FirstProfile {
  return raw.schemaVersion === 1;
}

function upgraded(first: FirstProfile): Profile {
  const ticketId = first.draftWithoutSchool;
  const draftWithoutSchool = ticketId === null ? null : { ticketId, activityId: null };
  return { ...first, schemaVersion: 2, draftWithoutSchool };
}
