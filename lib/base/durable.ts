import { getLogger } from "@logtape/logtape";

const log = getLogger(["belltower", "base"]);

/**
 * Gives the finished file `part` the name `path` in the same folder, in the place of what has it. Whenever the power
 * goes, `path` is the old file or the new one, each whole; once this returns, it is the new one. The one way in which
 * this program puts a file in place.
 */
export function putFileInPlace(part: string, path: string): void {
  syncFile(part);
  Deno.renameSync(part, path);
  syncFolder(folderOf(path));
}

/** Brings a file's content on to the disk. */
export function syncFile(path: string): void {
  using file = Deno.openSync(path, { read: true, write: true });
  file.syncSync();
}

/** Brings the names in a folder on to the disk: after that, a power cut undoes no renaming. */
export function syncFolder(path: string): void {
  // Windows opens no folders, and writes its names on with the file.
  if (Deno.build.os === "windows") return;
  try {
    using folder = Deno.openSync(path);
    folder.syncSync();
  } catch (error) {
    if (!CANNOT.has(codeOf(error))) throw error;
    // Some network shares cannot; what is on them is as safe as the share makes it.
    log.debug("{path} could not be synced: {error}", { path, error });
  }
}

/** How a file system says that it syncs no folders, or not for this user. A disk that fails says something else. */
const CANNOT: ReadonlySet<unknown> = new Set([
  "EINVAL",
  "ENOTSUP",
  "EOPNOTSUPP",
  "EACCES",
  "EPERM",
]);

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** The folder of a file's path. */
export function folderOf(file: string): string {
  return /^(.*)[\\/][^\\/]+$/.exec(file)?.[1] || (file.startsWith("/") ? "/" : ".");
}
