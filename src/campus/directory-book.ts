import { isoOf } from '../sla/index.js';
import type { Instant } from '../sla/index.js';
import { find, isOvertaken } from '../store/index.js';
import type { Collection, DocumentStore, Versioned } from '../store/index.js';
import { buildDirectory } from './build-directory.js';
import type { Directory, School } from './directory.js';
import { directoryCollection, isOrganisation, isRegister } from './directory-documents.js';
import type { DirectoryDocument, OrganisationDocument, RegisterDocument } from './directory-documents.js';
import type { Organisation } from './organisation.js';
import { checkOrganisation } from './organisation-check.js';
import type { BrokenRule } from './organisation-check.js';
import { pinAddress, pinsStillNamed } from './pins.js';
import type { Pinning } from './pins.js';

/** Where something that is written came from, and when. */
export interface Origin {
  readonly source: string;
  readonly at: Instant;
}

export type Application =
  | { readonly kind: 'applied' }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly broken: readonly BrokenRule[] };

/** Others import or apply at the same time now and then; more often than this something is wrong. */
const mostAttempts = 8;

/**
 * The stored directory with its current state in memory. Reading is free; `refresh` looks whether another
 * process changed it. Every method that talks to the store throws that store's errors.
 */
export class DirectoryBook {
  #register: Versioned<RegisterDocument> | null = null;
  #organisation: Versioned<OrganisationDocument> | null = null;
  #directory: Directory = buildDirectory(null, null);

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

  /** Reads both documents and builds the directory anew only where one of them changed; tells whether it did. */
  async refresh(): Promise<boolean> {
    const [register, organisation] = await Promise.all([
      find(this.documents, 'register'),
      find(this.documents, 'organisation'),
    ]);
    const changed =
      register?.version !== this.#register?.version || organisation?.version !== this.#organisation?.version;
    if (!changed) return false;
    this.#register =
      register && isRegister(register.document) ? { ...register, document: register.document } : null;
    this.#organisation =
      organisation && isOrganisation(organisation.document)
        ? { ...organisation, document: organisation.document }
        : null;
    this.#directory = buildDirectory(this.#register?.document ?? null, this.#organisation?.document ?? null);
    return true;
  }

  /**
   * Stores the schools in place of those imported before. The organisation stays as it is; what it says of
   * schools that are gone counts no more, and is returned as broken rules for whoever imports.
   */
  async importRegister(schools: readonly School[], { source, at }: Origin): Promise<readonly BrokenRule[]> {
    await this.write(() => ({
      id: 'register',
      schemaVersion: 1,
      revision: (this.#register?.document.revision ?? 0) + 1,
      source,
      importedAt: isoOf(at),
      schools,
    }));
    const applied = this.#organisation?.document;
    return applied ? checkOrganisation(applied.organisation, schools, applied.pins) : [];
  }

  /** Checks the organisation against the stored register and, if it is sound, stores it. Pins of people who stay are kept. */
  async applyOrganisation(organisation: Organisation, { source, at }: Origin): Promise<Application> {
    let broken: readonly BrokenRule[] = [];
    await this.write(() => {
      const before = this.#organisation?.document;
      broken = this.check(organisation);
      if (broken.length > 0) return null;
      const revision = (before?.revision ?? 0) + 1;
      const pins = pinsStillNamed(organisation, before?.pins ?? {});
      return {
        id: 'organisation',
        schemaVersion: 1,
        revision,
        source,
        appliedAt: isoOf(at),
        organisation,
        pins,
      };
    });
    return broken.length > 0 ? { kind: 'refused', broken } : { kind: 'applied' };
  }

  /** What applying this organisation now would refuse. */
  check(organisation: Organisation): readonly BrokenRule[] {
    const pins = pinsStillNamed(organisation, this.#organisation?.document.pins ?? {});
    return checkOrganisation(organisation, this.#register?.document.schools ?? [], pins);
  }

  /** Pins an address of the organisation to the object id of the person who was found under it. */
  async pin(address: string, objectId: string): Promise<Pinning> {
    let pinning: Pinning = { kind: 'unknown-address' };
    await this.write(() => {
      const before = this.#organisation?.document;
      if (!before) return null;
      pinning = pinAddress(before.organisation, before.pins, address, objectId);
      return pinning.kind === 'pinned'
        ? { ...before, revision: before.revision + 1, pins: pinning.pins }
        : null;
    });
    return pinning;
  }

  /** Decides on the freshly read state and writes; decides again where another process wrote in between. */
  private async write(decide: () => DirectoryDocument | null): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.refresh();
      const document = decide();
      if (!document) return;
      const known = document.id === 'register' ? this.#register : this.#organisation;
      try {
        await (known ? this.documents.replace(document, known.version) : this.documents.create(document));
        await this.refresh();
        return;
      } catch (error) {
        if (!isOvertaken(error) || attempt === mostAttempts) throw error;
      }
    }
  }
}
