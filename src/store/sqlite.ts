import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type Libsql from 'libsql';

import { bodyOf, documentOf, readEach, valueAt } from './body.js';
import { checkCount, checkDue, checkQuery, continuationAfter } from './checked-query.js';
import type { Order } from './checked-query.js';
import { declaredBy } from './declared.js';
import type {
  Collection,
  CollectionSpec,
  Condition,
  DocumentStore,
  Page,
  Query,
  StoredDocument,
  Versioned,
} from './document-store.js';
import {
  AlreadyExists,
  NotFound,
  StoreUnavailable,
  Throttled,
  Unreadable,
  VersionMismatch,
} from './errors.js';
import type { Statement } from './sqlite-conditions.js';
import { openingError, runningError, sqliteCode } from './sqlite-errors.js';
import { makeFile, prepareFolderOf } from './sqlite-file.js';
import { Names } from './sqlite-names.js';
import { columnsOf, firstOf, Reader } from './sqlite-reader.js';
import { createMissing } from './sqlite-schema.js';
import type { SchemaAccess } from './sqlite-schema.js';
import { documentStatements } from './sqlite-statements.js';

export interface SqliteOptions {
  /** The database file; it and its folder are created where they are missing. */
  readonly path: string;
  /** Wall milliseconds for which a statement waits for another process' write; 5000 by default. */
  readonly busyTimeoutMs?: number;
}

export interface SqliteStore extends DocumentStore {
  /** What the database says of its own durability; `synchronous` 2 is FULL. */
  settings(): { readonly journalMode: string; readonly synchronous: number; readonly busyTimeoutMs: number };
}

/**
 * Opens the embedded database: one file, every write on disk before it is answered, shared by the processes of one
 * machine. Refuses files on network file systems, where SQLite's locks do not hold.
 * @throws StoreUnavailable with one line that says what to do
 */
export async function openSqliteStore(options: SqliteOptions): Promise<SqliteStore> {
  const path = resolve(options.path);
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  await prepareFolderOf(path);
  const { default: Database } = await import('libsql');
  try {
    await makeFile(path);
    const database = new Database(path, { timeout: busyTimeoutMs });
    await setDurable(database, busyTimeoutMs);
    return new FileStore(database, path);
  } catch (error) {
    throw openingError(error, path);
  }
}

/** Another process that opens the same new file makes the switch to WAL fail at once, whatever the timeout says. */
async function setDurable(database: Libsql.Database, busyTimeoutMs: number): Promise<void> {
  const until = Date.now() + busyTimeoutMs;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      break;
    } catch (error) {
      if (!sqliteCode(error).startsWith('SQLITE_BUSY') || Date.now() > until) throw error;
      await sleep(10);
    }
  }
}

/** Wall milliseconds for which the opening of a collection waits for another process that builds what is missing. */
const longestBuildingMs = 120_000;

class FileStore implements SqliteStore {
  private closed = false;
  private readonly schema: SchemaAccess = {
    exec: (sql) => {
      this.database.exec(sql);
    },
    names: (table) => {
      const present = 'SELECT name FROM pragma_table_xinfo(?) UNION ALL SELECT name FROM sqlite_schema';
      return new Set(this.database.prepare(present).raw().all(table).map(firstOf).map(String));
    },
    alone: (task) => {
      this.database.transaction(task).immediate();
    },
  };

  constructor(
    private readonly database: Libsql.Database,
    private readonly path: string,
  ) {}

  async collection<T extends StoredDocument>(spec: CollectionSpec<T>): Promise<Collection<T>> {
    const names = new Names(declaredBy(spec));
    await this.untilNotBusy(() => {
      createMissing(names, this.schema);
    });
    return this.run(() => new FileCollection(this.database, (task) => this.run(task), spec, names));
  }

  async ping(): Promise<void> {
    this.run(() => this.database.prepare('SELECT count(*) FROM sqlite_schema').get());
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.database.close();
  }

  settings() {
    return this.run(() => ({
      journalMode: String(this.pragma('journal_mode')),
      synchronous: Number(this.pragma('synchronous')),
      busyTimeoutMs: Number(this.pragma('busy_timeout')),
    }));
  }

  /** Another process may just be building the indexes of a large file. */
  private async untilNotBusy(task: () => void): Promise<void> {
    const until = Date.now() + longestBuildingMs;
    for (;;) {
      try {
        this.run(task);
        return;
      } catch (error) {
        if (!(error instanceof Throttled) || Date.now() > until) throw error;
        await sleep(100);
      }
    }
  }

  private pragma(name: string): unknown {
    return firstOf(this.database.prepare(`PRAGMA ${name}`).raw().get());
  }

  private run<R>(task: () => R): R {
    if (this.closed) throw new StoreUnavailable(`the database ${this.path} was closed`);
    try {
      return task();
    } catch (error) {
      throw runningError(error, this.path);
    }
  }
}

/** So many forms of query are kept ready for each collection. */
const mostSelects = 100;

class FileCollection<T extends StoredDocument> implements Collection<T> {
  private readonly statements: Readonly<
    Record<keyof ReturnType<typeof documentStatements>, Libsql.Statement>
  >;
  /** By their text, the one used last at the end: searches come in more forms than anybody would want to keep. */
  private readonly selects = new Map<string, Libsql.Statement>();
  private readonly reader: Reader;

  constructor(
    private readonly database: Libsql.Database,
    private readonly run: <R>(task: () => R) => R,
    private readonly spec: CollectionSpec<T>,
    private readonly names: Names,
  ) {
    this.reader = new Reader(names, (statement) => this.select(statement));
    const texts = documentStatements(spec.name);
    this.statements = {
      get: database.prepare(texts.get).raw(),
      exists: database.prepare(texts.exists).raw(),
      create: database.prepare(texts.create),
      replace: database.prepare(texts.replace),
      remove: database.prepare(texts.remove),
    };
  }

  async get(id: string): Promise<Versioned<T>> {
    const row = this.run(() => this.statements.get.get(id));
    if (row === undefined) throw this.notFound(id);
    return this.versioned(row);
  }

  async create(document: T): Promise<Versioned<T>> {
    const body = bodyOf(document);
    const version = randomUUID();
    const { changes } = this.run(() => this.statements.create.run(document.id, version, body));
    if (changes === 0) throw new AlreadyExists(`${this.spec.name} has a document ${document.id} already`);
    return { document, version };
  }

  async replace(document: T, version: string): Promise<Versioned<T>> {
    const body = bodyOf(document);
    const next = randomUUID();
    const { changes } = this.run(() => this.statements.replace.run(body, next, document.id, version));
    if (changes === 0) throw this.notWritten(document.id);
    return { document, version: next };
  }

  async remove(id: string, version: string): Promise<void> {
    const { changes } = this.run(() => this.statements.remove.run(id, version));
    if (changes === 0) throw this.notWritten(id);
  }

  async query(query: Query): Promise<Page<T>> {
    const checked = checkQuery(query, this.names.declared.fields);
    const rows = this.run(() => this.reader.documents(checked));
    return this.pageOf(rows.slice(0, checked.limit), rows.length > checked.limit, checked.order);
  }

  async count(where: readonly Condition[], upTo: number): Promise<number> {
    const checked = checkCount(where, upTo, this.names.declared.fields);
    return this.run(() => this.reader.count(checked, upTo));
  }

  async due(now: string, limit: number, continuation?: string): Promise<Page<T>> {
    const checked = checkDue(now, limit, continuation);
    const rows = this.run(() => this.reader.due(now, checked));
    return this.pageOf(rows, rows.length === limit, checked.order);
  }

  private select({ sql, values }: Statement): unknown[] {
    const prepared = this.selects.get(sql) ?? this.database.prepare(sql).raw();
    this.selects.delete(sql);
    this.selects.set(sql, prepared);
    const [oldest] = this.selects.keys();
    if (this.selects.size > mostSelects && oldest !== undefined) this.selects.delete(oldest);
    return prepared.all(...values);
  }

  private pageOf(rows: readonly unknown[], mayBeMore: boolean, order: Order): Page<T> {
    const last = rows.at(-1);
    return {
      ...readEach(rows, (row) => this.versioned(row)),
      ...(mayBeMore && last !== undefined && { continuation: continuationAtRow(last, order) }),
    };
  }

  private versioned(row: unknown): Versioned<T> {
    const [id, body, version] = columnsOf(row);
    const raw = jsonOf(body);
    if (raw === undefined) throw new Unreadable(this.spec.name, String(id), 'its text is no JSON');
    return { document: documentOf(raw, String(id), this.spec), version: String(version) };
  }

  private notFound(id: string): NotFound {
    return new NotFound(`${this.spec.name} has no document ${id}`);
  }

  private notWritten(id: string): NotFound | VersionMismatch {
    if (this.run(() => this.statements.exists.get(id)) === undefined) return this.notFound(id);
    return new VersionMismatch(`document ${id} of ${this.spec.name} was written since it was read`);
  }
}

/** The library cuts a text off at its first NUL, so the body's own value is taken wherever it can be read. */
function continuationAtRow(row: unknown, order: Order): string {
  const [id, body, , value] = columnsOf(row);
  const raw = order.field === 'id' ? undefined : jsonOf(body);
  return continuationAfter(String(id), raw === undefined ? value : valueAt(raw, order.field), order);
}

/** Undefined where it is no JSON. An error of `JSON.parse` would quote the text, which belongs in no log. */
function jsonOf(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
