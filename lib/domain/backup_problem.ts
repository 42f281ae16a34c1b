/** Why a file is no backup that can be used, or none could be made. */
export const BACKUP_PROBLEMS = [
  /** It is not there, or cannot be read or written. */
  "unreadable",
  /** A place to which this program may not write, as a service that sees a read-only system. */
  "read_only",
  /** Not of Belltower. */
  "foreign",
  /** There is nothing in it. */
  "empty",
  /** The log or the index that SQLite keeps beside a database, without the database. */
  "log_alone",
  /** A database beside which its log lies, and nobody knows whether it is the right one. */
  "not_closed",
  /** A database that is whole, whose log is missing: what was stored last may be in that. */
  "log_missing",
  /** A compressed file, in which one may be. */
  "packed",
  /** Its end is missing. */
  "truncated",
  /** Something in it is not as it was written. */
  "tampered",
  /** A newer Belltower wrote it. */
  "newer",
  "passphrase_missing",
  "passphrase_wrong",
  /** SQLite finds the database broken, or its rows are not those that were counted. */
  "damaged",
  /** The database has tables, triggers or views other than Belltower makes. */
  "schema",
  /** The office encrypts its backups, and its passphrase is not on this machine. */
  "passphrase_lost",
  /** The disk is full. */
  "no_room",
  /** Another program has the database open. */
  "in_use",
  /** What nobody foresaw; the log has the rest. */
  "failed",
] as const;

export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];
