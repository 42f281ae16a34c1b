/**
 * `held`: another program has the database to itself at this moment. `full`: there is no room. `failed`: the disk
 * does not write, does not read, or reads something else than what was written.
 */
export type Refusal = "held" | "full" | "failed";

/** The database could not be asked, or nothing of what was to be stored is stored. It can be tried again. */
export class DatabaseRefused extends Error {
  override readonly name = "DatabaseRefused";
  constructor(readonly why: Refusal, cause: unknown) {
    super(`${SENTENCES[why]}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** `error` as a DatabaseRefused where the disk or another program refused, else as it is; to be thrown. */
export function refused(error: unknown): unknown {
  const why = refusalOf(error);
  return why === null || error instanceof DatabaseRefused ? error : new DatabaseRefused(why, error);
}

const SENTENCES: Readonly<Record<Refusal, string>> = {
  held: "another program holds the database",
  full: "the disk of the database is full",
  failed: "the disk of the database failed",
};

/** SQLite's results (sqlite.org/rescode.html), without what makes them finer. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  5: "held", // SQLITE_BUSY
  6: "held", // SQLITE_LOCKED
  8: "failed", // SQLITE_READONLY
  10: "failed", // SQLITE_IOERR
  11: "failed", // SQLITE_CORRUPT
  13: "full", // SQLITE_FULL
  14: "failed", // SQLITE_CANTOPEN
  26: "failed", // SQLITE_NOTADB
};

/** The same of files beside the database, by what the system calls it. */
const FILE_REFUSALS: Readonly<Record<string, Refusal>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "failed",
  EIO: "failed",
};

/** Why the disk or another program refused; null where `error` is about anything else. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof DatabaseRefused) return error.why;
  if (!(error instanceof Error)) return null;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  if (typeof errcode === "number") return REFUSALS[errcode & 0xff] ?? null;
  return typeof code === "string" && Object.hasOwn(FILE_REFUSALS, code)
    ? FILE_REFUSALS[code]!
    : null;
}
