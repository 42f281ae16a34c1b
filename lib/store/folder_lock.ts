import { getLogger } from "@logtape/logtape";
import { libc } from "../base/posix/libc.ts";
import { StoreError } from "./errors.ts";
import type { HeldLock } from "./held_lock.ts";

const log = getLogger(["belltower", "store"]);

/** flock(2), the same on Linux and macOS. */
const LOCK_EXCLUSIVE_NOW = 2 | 4;
const UNLOCK = 8;
const READ_ONLY = 0;

const NOTHING: HeldLock = { release: () => undefined };

/**
 * Locks the folder itself by flock(2), or throws a `StoreError` when another process has it. No file in it needs to be
 * there for that, so nobody can delete the lock. On Windows the files that a server has open cannot be deleted. A
 * file system that locks no folders is told to the log.
 */
export function lockFolder(directory: string): HeldLock {
  if (Deno.build.os === "windows") return NOTHING;
  try {
    return locked(directory);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    log.warn(
      "{directory} itself cannot be locked: whoever deletes belltower.lock in it could start a second server ({error})",
      { directory, error },
    );
    return NOTHING;
  }
}

function locked(directory: string): HeldLock {
  const c = libc();
  const { platform } = c;
  const fd = c.open(directory, READ_ONLY | platform.open.closeOnExec);
  if (fd < 0) throw new Error(`opening ${directory} failed: errno ${-fd}`);
  const result = c.flock(fd, LOCK_EXCLUSIVE_NOW);
  if (result >= 0) {
    return {
      release() {
        // Closing alone would leave it locked while a program that is just being started still has a copy of the descriptor.
        c.flock(fd, UNLOCK);
        c.close(fd);
      },
    };
  }
  c.close(fd);
  if (-result === platform.errno.EAGAIN) {
    throw new StoreError(`${directory} is in use by another Belltower server`);
  }
  throw new Error(`flock of ${directory} failed: errno ${-result}`);
}
