import type { Directory, Origin } from '../campus/index.js';
import { isoOf, localDateIn, type Instant, type ServiceRules } from '../sla/index.js';
import {
  find,
  ReadOrder,
  untilWritten,
  type Collection,
  type DocumentStore,
  type Versioned,
} from '../store/index.js';
import { decideRotaChange, type RotaChange, type RotaChanger, type RotaDecision } from './rota-change.js';
import { checkRota } from './rota-check.js';
import { emptyRota, type RotaContent } from './rota-content.js';
import { rotaCollection, type RotaDocument } from './rota-document.js';
import type { RotaGrounds } from './rota-grounds.js';
import type { RotaProblem } from './rota-problem.js';
import { buildRota, type Rota } from './rota.js';
import type { Visit } from './visit.js';

/** What the rota is read with: both are asked anew each time, so that a changed directory counts at once. */
export interface RotaSurroundings {
  readonly directory: () => Directory;
  readonly rules: ServiceRules;
}

export interface RotaImport {
  /** False where there is an error: then nothing was written. */
  readonly stored: boolean;
  /** Errors and warnings. */
  readonly problems: readonly RotaProblem[];
}

/**
 * The stored visiting rota with its current state in memory. Reading is free; `refresh` looks whether another process
 * changed it. Every method that talks to the store throws that store's errors.
 */
export class RotaBook {
  #stored: Versioned<RotaDocument> | null = null;
  #built: { readonly rota: Rota; readonly directory: Directory } | null = null;
  readonly #reads = new ReadOrder();

  private constructor(
    private readonly documents: Collection<RotaDocument>,
    private readonly surroundings: RotaSurroundings,
  ) {}

  /** Opens the collection and reads what is stored; an empty store gives a rota without visits. */
  static async open(store: DocumentStore, surroundings: RotaSurroundings): Promise<RotaBook> {
    const book = new RotaBook(await store.collection(rotaCollection), surroundings);
    await book.refresh();
    return book;
  }

  /** The rota as last read, for the directory as it is now. */
  current(): Rota {
    const directory = this.surroundings.directory();
    if (this.#built?.directory === directory) return this.#built.rota;
    const state = { revision: this.#stored?.document.revision ?? 0, content: this.content() };
    const rota = buildRota(state, directory, this.surroundings.rules);
    this.#built = { rota, directory };
    return rota;
  }

  /** The visit that the rules alone bring to a site on a date (YYYY-MM-DD), whatever was decided about it since. */
  byRules(siteId: string, date: string): Visit | undefined {
    const { rules, directory } = this.surroundings;
    const content = { ...this.content(), exceptions: [] };
    return buildRota({ revision: 0, content }, directory(), rules).visitsOn([siteId], date)[0];
  }

  /** The document as last read; null where none is stored. */
  stored(): RotaDocument | null {
    return this.#stored?.document ?? null;
  }

  /** Reads the document; tells whether it is another one than before. */
  async refresh(): Promise<boolean> {
    const read = this.#reads.begin();
    const found = await find(this.documents, 'rota');
    if (!this.#reads.settle(read)) return false;
    if (found?.version === this.#stored?.version) return false;
    this.#stored = found;
    this.#built = null;
    return true;
  }

  /** What is wrong with this content if it were stored now. */
  check(content: RotaContent, now: Instant): readonly RotaProblem[] {
    return checkRota(content, this.grounds(now));
  }

  /**
   * Stores what `contentFor` makes of the stored content, unless it has errors: whole or not at all. What others changed
   * meanwhile is not lost: it is asked again for the content as it is then.
   */
  async import(
    contentFor: (stored: RotaContent) => RotaContent,
    { source, at }: Origin,
  ): Promise<RotaImport> {
    return untilWritten(async () => {
      await this.refresh();
      const content = contentFor(this.content());
      const problems = this.check(content, at);
      if (problems.some(({ severity }) => severity === 'error')) return { stored: false, problems };
      await this.write(content, { source, importedAt: isoOf(at) });
      return { stored: true, problems };
    });
  }

  /** Decides on the freshly read rota and writes; decides again where another process wrote in between. */
  async change(change: RotaChange, changer: RotaChanger): Promise<RotaDecision> {
    return untilWritten(async () => {
      await this.refresh();
      const decision = decideRotaChange(this.content(), change, changer, this.grounds(changer.at));
      if (decision.kind === 'changed') await this.write(decision.content, {});
      return decision;
    });
  }

  private content(): RotaContent {
    return this.#stored?.document ?? emptyRota;
  }

  private grounds(now: Instant): RotaGrounds {
    const { rules, directory } = this.surroundings;
    return { rules, directory: directory(), today: localDateIn(rules.calendar.timeZone)(now) };
  }

  private async write(
    { travelMinutes, rules, exceptions }: RotaContent,
    origin: Partial<Pick<RotaDocument, 'source' | 'importedAt'>>,
  ): Promise<void> {
    const before = this.#stored;
    const document: RotaDocument = {
      id: 'rota',
      schemaVersion: 1,
      source: before?.document.source ?? null,
      importedAt: before?.document.importedAt ?? null,
      ...origin,
      revision: (before?.document.revision ?? 0) + 1,
      travelMinutes,
      rules,
      exceptions,
    };
    this.#stored = await (before
      ? this.documents.replace(document, before.version)
      : this.documents.create(document));
    this.#reads.settle(this.#reads.begin());
    this.#built = null;
  }
}
