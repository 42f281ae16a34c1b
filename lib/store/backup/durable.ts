import { getLogger } from "@logtape/logtape";

const log = getLogger(["belltower", "store"]);

/** Brings the names in a folder on to the disk: after that, a power cut undoes no renaming. */
export function syncFolder(path: string): void {
  // Windows opens no folders, and writes its names on with the file.
  if (Deno.build.os === "windows") return;
  try {
    using folder = Deno.openSync(path);
    folder.syncSync();
  } catch (error) {
    // Some network shares cannot; what is on them is as safe as the share makes it.
    log.debug("{path} could not be synced: {error}", { path, error });
  }
}

export function syncFile(path: string): void {
  using file = Deno.openSync(path, { read: true, write: true });
  file.syncSync();
}

/** What is not there is no error. */
export function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

export function isThere(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
