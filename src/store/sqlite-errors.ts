import { StoreUnavailable, Throttled, TooLarge } from './errors.js';

/** What a statement's failure means to callers; a fault of our own is passed on as it is. */
export function runningError(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  const reason = `${reasonOf(error)}, ${code}`;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new Throttled(`another process keeps the database ${path} busy (${reason})`, 1000);
  }
  if (code === 'SQLITE_TOOBIG') return new TooLarge(reasonOf(error));
  if (/^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN|PERM|AUTH|PROTOCOL)/.test(code)) {
    return new StoreUnavailable(
      `the database ${path} cannot be used (${reason}): check its disk space, its permissions and the disk`,
      { cause: error },
    );
  }
  return error;
}

/** Why a database could not be opened, in one line that says what to do. */
export function openingError(error: unknown, path: string): StoreUnavailable {
  const code = sqliteCode(error);
  const advice =
    code === 'SQLITE_NOTADB'
      ? 'is no SQLite database: let SQLITE_PATH name another file, or move this one away'
      : code.startsWith('SQLITE_BUSY')
        ? 'is kept busy by another process: end it and start again'
        : 'cannot be opened: check that SQLITE_PATH names a file that this user may read and write';
  return new StoreUnavailable(`${path} ${advice} (${reasonOf(error)})`, { cause: error });
}

/** SQLite's own code of an error, such as `SQLITE_BUSY`; empty where it has none. */
export function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What an error says, for a sentence of ours to hold. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
