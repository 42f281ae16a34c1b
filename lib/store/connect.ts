import { DatabaseSync } from "node:sqlite";
import { StoreError } from "./errors.ts";
import { refuseForeign } from "./migrate.ts";

/** Opens the file and sets it up; throws a `StoreError` when it is no database that this program may use. */
export function connect(file: string, readOnly: boolean): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { readOnly });
    // Before anything that may have to wait: another connection's write lasts milliseconds, and node:sqlite
    // would give up at once.
    db.exec("PRAGMA busy_timeout = 5000");
    refuseForeign(db, file);
    db.exec(PRAGMAS);
    if (!readOnly) {
      requireWriteAheadLog(db, file);
      db.exec(WRITER_PRAGMAS);
    }
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`${file} cannot be opened: ${cause}`, { cause });
  }
}

/** Readers (exports, reports) and the writer do not wait for each other. */
function requireWriteAheadLog(db: DatabaseSync, file: string): void {
  const mode = db.prepare("PRAGMA journal_mode = WAL").get()?.["journal_mode"];
  if (mode === "wal" || file === ":memory:") return;
  throw new StoreError(
    `${file} lies where a write-ahead log does not work (a network share?); --data takes a folder on a disk of this machine`,
  );
}

const PRAGMAS = `
  -- off by default in SQLite
  PRAGMA foreign_keys = ON;
  -- a file from elsewhere (restore) runs no functions out of its schema
  PRAGMA trusted_schema = OFF;
  -- 32 MiB of pages in memory: the indexes of a million calls stay warm
  PRAGMA cache_size = -32768;
  PRAGMA temp_store = MEMORY;
`;

const WRITER_PRAGMAS = `
  -- a commit is on the disk when it returns: the ACK to the PBX promises it
  PRAGMA synchronous = FULL;
  -- a long read lets the log grow; it shrinks again afterwards
  PRAGMA journal_size_limit = 67108864;
`;
