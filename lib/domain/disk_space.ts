const MB = 1024 * 1024;

/** `low`: somebody should make room within days. `critical`: the next busy hour may fill the disk. */
export type SpaceLevel = "enough" | "low" | "critical";

/** A restore or an update needs the database a second time, and a backup a third. */
const LOW_BYTES = 1024 * MB;
const LOW_DATABASES = 2;
const CRITICAL_BYTES = 64 * MB;
/** Whoever stands at the border is not told again and again. */
const MARGIN = 1.1;

/** How much room is left, in words, where `free` bytes are and the database has `database`; `before` is what was said last. */
export function spaceLevel(free: number, database: number, before: SpaceLevel): SpaceLevel {
  const low = Math.max(LOW_BYTES, LOW_DATABASES * database);
  const isBelow = (limit: number, wasBelow: boolean) => free < (wasBelow ? limit * MARGIN : limit);
  if (isBelow(CRITICAL_BYTES, before === "critical")) return "critical";
  return isBelow(low, before !== "enough") ? "low" : "enough";
}

/**
 * The database's log is begun anew when nobody reads on what is in it, and is then cut to 64 MiB (connect.ts). Our own
 * reads last for moments: where it becomes longer than this, another program reads for long.
 */
const LONG_LOG_BYTES = 96 * MB;

/** The log of the database, as it was looked at. */
export interface LogSize {
  readonly bytes: number;
  /** Whether it grows without an end in sight. */
  readonly grows: boolean;
}

/** What is to be said of a log that has `bytes` now; `before` is what was said last. One long commit makes it long once. */
export function logSize(bytes: number, before: LogSize): LogSize {
  const isLong = bytes > LONG_LOG_BYTES;
  return { bytes, grows: isLong && (before.grows || bytes > before.bytes) };
}
