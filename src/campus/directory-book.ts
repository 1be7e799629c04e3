import { isoOf } from '../sla/index.js';
import type { Instant } from '../sla/index.js';
import { find, isOvertaken, ReadOrder } from '../store/index.js';
import type { Collection, DocumentStore, Versioned } from '../store/index.js';
import { buildDirectory } from './build-directory.js';
import type { AbsencesState } from './build-directory.js';
import type { Directory, Person, School } from './directory.js';
import { directoryCollection, isAbsences, isOrganisation, isRegister } from './directory-documents.js';
import type {
  AbsencesDocument,
  DirectoryDocument,
  OrganisationDocument,
  RegisterDocument,
} from './directory-documents.js';
import { endAbsence, enterAbsence, withPins } from './entered-absences.js';
import type { AbsenceEnd, AbsenceEnding, AbsenceEntering, AbsenceRequest } from './entered-absences.js';
import { endFileAbsence, isInFile, pinnedEndings } from './file-endings.js';
import type { FileAbsence, FileAbsenceEnding, FileEnding } from './file-endings.js';
import type { Organisation } from './organisation.js';
import { checkOrganisation } from './organisation-check.js';
import type { BrokenRule } from './organisation-check.js';
import { personIdOfReference, pinAddress, pinsStillNamed } from './pins.js';
import type { Pinning, Pins } from './pins.js';

/** Where something that is written came from, and when. */
export interface Origin {
  readonly source: string;
  readonly at: Instant;
}

export type Application =
  | { readonly kind: 'applied' }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly broken: readonly BrokenRule[] };

/** What a decision comes to, and what is to be written for it; null where nothing is. */
interface Decided<T> {
  readonly result: T;
  readonly document: DirectoryDocument | null;
}

/** Others import or apply at the same time now and then; more often than this something is wrong. */
const mostAttempts = 8;

/**
 * The stored directory with its current state in memory. Reading is free; `refresh` looks whether another
 * process changed it. Every method that talks to the store throws that store's errors.
 */
export class DirectoryBook {
  #register: Versioned<RegisterDocument> | null = null;
  #organisation: Versioned<OrganisationDocument> | null = null;
  #absences: Versioned<AbsencesDocument> | null = null;
  #directory: Directory = buildDirectory(null, null);
  readonly #reads = new ReadOrder();

  private constructor(private readonly documents: Collection<DirectoryDocument>) {}

  /** Opens the collection and reads what is stored; an empty store gives an empty directory. */
  static async open(store: DocumentStore): Promise<DirectoryBook> {
    const book = new DirectoryBook(await store.collection(directoryCollection));
    await book.refresh();
    return book;
  }

  current(): Directory {
    return this.#directory;
  }

  /** The stored register and organisation, as last read. */
  stored(): {
    readonly register: RegisterDocument | null;
    readonly organisation: OrganisationDocument | null;
  } {
    return { register: this.#register?.document ?? null, organisation: this.#organisation?.document ?? null };
  }

  /** Reads all documents and builds the directory anew only where one of them changed; tells whether it did. */
  async refresh(): Promise<boolean> {
    const read = this.#reads.begin();
    const [register, organisation, absences] = await Promise.all([
      this.read('register', isRegister),
      this.read('organisation', isOrganisation),
      this.read('absences', isAbsences),
    ]);
    const changed =
      register?.version !== this.#register?.version ||
      organisation?.version !== this.#organisation?.version ||
      absences?.version !== this.#absences?.version;
    if (!this.#reads.settle(read) || !changed) return false;
    this.#register = register;
    this.#organisation = organisation;
    this.#absences = absences;
    this.#directory = buildDirectory(
      register?.document ?? null,
      organisation?.document ?? null,
      absences?.document ?? null,
    );
    return true;
  }

  /**
   * Stores the schools in place of those imported before. The organisation stays as it is; what it says of
   * schools that are gone counts no more, and is returned as broken rules for whoever imports.
   */
  async importRegister(schools: readonly School[], { source, at }: Origin): Promise<readonly BrokenRule[]> {
    await this.write(() => ({
      result: null,
      document: {
        id: 'register',
        schemaVersion: 1,
        revision: (this.#register?.document.revision ?? 0) + 1,
        source,
        importedAt: isoOf(at),
        schools,
      },
    }));
    const applied = this.#organisation?.document;
    return applied ? checkOrganisation(applied.organisation, schools, applied.pins) : [];
  }

  /** Checks the organisation against the stored register and, if it is sound, stores it. Pins of people who stay are kept. */
  async applyOrganisation(organisation: Organisation, { source, at }: Origin): Promise<Application> {
    return this.write((): Decided<Application> => {
      const before = this.#organisation?.document;
      const broken = this.check(organisation);
      if (broken.length > 0) return { result: { kind: 'refused', broken }, document: null };
      return {
        result: { kind: 'applied' },
        document: {
          id: 'organisation',
          schemaVersion: 2,
          revision: (before?.revision ?? 0) + 1,
          source,
          appliedAt: isoOf(at),
          organisation,
          pins: pinsStillNamed(organisation, before?.pins ?? {}),
        },
      };
    });
  }

  /** What applying this organisation now would refuse. */
  check(organisation: Organisation): readonly BrokenRule[] {
    const pins = pinsStillNamed(organisation, this.pins());
    return checkOrganisation(organisation, this.#register?.document.schools ?? [], pins);
  }

  /** Pins an address of the organisation to the object id of the person who was found under it. */
  async pin(address: string, objectId: string): Promise<Pinning> {
    return this.write((): Decided<Pinning> => {
      const before = this.#organisation?.document;
      if (!before) return { result: { kind: 'unknown-address' }, document: null };
      const result = pinAddress(before.organisation, before.pins, address, objectId);
      if (result.kind !== 'pinned') return { result, document: null };
      return { result, document: { ...before, revision: before.revision + 1, pins: result.pins } };
    });
  }

  /** The person whom an object id or an address of the organisation means; undefined where there is none. */
  personOf(reference: string): Person | undefined {
    return this.#directory.person(personIdOfReference(reference.trim().toLowerCase(), this.pins()));
  }

  /** Enters days on which a person is away, unless something speaks against it; the same again changes nothing. */
  async enterAbsence(request: AbsenceRequest, now: Instant): Promise<AbsenceEntering> {
    return this.changeAbsences(({ entries, revision }) =>
      enterAbsence(request, `a${revision}`, entries, this.#directory, now),
    );
  }

  /** Ends an entered absence earlier, or takes it back. Those of the organisation file are ended in the file. */
  async endAbsence(end: AbsenceEnd, now: Instant): Promise<AbsenceEnding> {
    return this.changeAbsences(({ entries }) => endAbsence(end, entries, this.#directory, now));
  }

  /** Ends an absence of the organisation file earlier than the file says, until the file says something else. */
  async endFileAbsence(
    asked: FileAbsence & { readonly by: string },
    now: Instant,
  ): Promise<FileAbsenceEnding> {
    return this.changeAbsences(({ entries, endings = [] }) => {
      const decided = endFileAbsence(asked, endings, this.#directory, now);
      return { ...decided, entries: decided.endings && entries };
    });
  }

  /** Absences of the file that were ended earlier than it says, as last read. */
  endings(): readonly FileEnding[] {
    const people = this.#organisation?.document.organisation.people ?? [];
    return this.knownEndings().filter((ending) => isInFile(ending, people, this.pins()));
  }

  /** Also of those that the file has no more. */
  private knownEndings(): readonly FileEnding[] {
    return pinnedEndings(this.#absences?.document.endings ?? [], this.pins());
  }

  /** Decides on what is entered today, given with the revision that a write would make. */
  private async changeAbsences<T>(
    decide: (next: AbsencesState) => {
      readonly outcome: T;
      readonly entries: AbsencesState['entries'] | null;
      /** Those of before where it says nothing. */
      readonly endings?: AbsencesState['endings'] | null;
    },
  ): Promise<T> {
    return this.write(() => {
      const before = this.#absences?.document;
      const revision = (before?.revision ?? 0) + 1;
      const known = this.knownEndings();
      const decided = decide({
        revision,
        entries: withPins(before?.entries ?? [], this.pins()),
        endings: known,
      });
      const { outcome, entries } = decided;
      const endings = decided.endings ?? known;
      const written = {
        id: 'absences',
        schemaVersion: 1,
        revision,
        ...(endings.length > 0 && { endings }),
      } as const;
      return { result: outcome, document: entries && { ...written, entries } };
    });
  }

  private pins(): Pins {
    return this.#organisation?.document.pins ?? {};
  }

  private async read<T extends DirectoryDocument>(
    id: T['id'],
    is: (document: DirectoryDocument) => document is T,
  ): Promise<Versioned<T> | null> {
    const found = await find(this.documents, id);
    return found && is(found.document) ? { ...found, document: found.document } : null;
  }

  /** Decides on the freshly read state and writes; decides again where another process wrote in between. */
  private async write<T>(decide: () => Decided<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      await this.refresh();
      const { result, document } = decide();
      if (!document) return result;
      const known = this.versionOf(document.id);
      try {
        await (known === undefined
          ? this.documents.create(document)
          : this.documents.replace(document, known));
        await this.refresh();
        return result;
      } catch (error) {
        if (!isOvertaken(error) || attempt === mostAttempts) throw error;
      }
    }
  }

  private versionOf(id: DirectoryDocument['id']): string | undefined {
    switch (id) {
      case 'register':
        return this.#register?.version;
      case 'organisation':
        return this.#organisation?.version;
      case 'absences':
        return this.#absences?.version;
    }
  }
}
