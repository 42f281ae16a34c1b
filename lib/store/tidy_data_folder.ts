import { getLogger } from "@logtape/logtape";
import { isThere, removeIfThere } from "../base/files.ts";
import { makePrivate } from "./private_files.ts";
import { isNobodyAtWork } from "./work_lock.ts";

const log = getLogger(["belltower", "store"]);

/** What this program keeps in the data folder. Other files in it are not its own. */
const OWN = /^(belltower[.-].*|.*\.lock|imports|restore|backups|backup-work|tls|log)$/;

/** How a file is called until it is whole, with the files that SQLite has beside one; and a test of whether a folder takes files. */
const UNFINISHED = /\.part(-wal|-shm|-journal)?$|^\.write-test-/;

/**
 * What a server does with its data folder before it uses it: what a killed program left unfinished goes, and what is
 * there is this user's alone. The caller holds the data lock, and a killed restore was brought to its end.
 */
export function tidyDataFolder(directory: string): void {
  try {
    if (isNobodyAtWork(directory)) removeUnfinished(directory);
  } catch (error) {
    // It costs room, and nothing else: no reason to serve no office.
    log.warn("What a killed program left in {directory} could not be removed: {error}", {
      directory,
      error,
    });
  }
  for (const name of namesIn(directory)) if (OWN.test(name)) makePrivate(`${directory}/${name}`);
}

function removeUnfinished(directory: string): void {
  removeIfThere(`${directory}/backup-work`);
  // An upload, or what was taken out of a backup, before it was checked: nobody can go on with it.
  if (!isThere(`${directory}/restore/check.json`)) removeIfThere(`${directory}/restore`);
  const imports = namesIn(`${directory}/imports`).map((name) => `imports/${name}`);
  for (const folder of [".", "restore", "backups", "tls", "imports", ...imports]) {
    for (const name of namesIn(`${directory}/${folder}`)) {
      const path = `${directory}/${folder}/${name}`;
      const own = folder !== "." || name.startsWith(".") || OWN.test(name);
      if (own && UNFINISHED.test(name) && Deno.lstatSync(path).isFile) Deno.removeSync(path);
    }
  }
}

/** Empty where there is no such folder. */
function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return [];
    }
    throw error;
  }
}
