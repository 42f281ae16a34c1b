import { DatabaseSync } from "node:sqlite";
import { freeBytes, megabytes } from "./data_folder.ts";
import { StoreError } from "./errors.ts";

/** How many copies stay: the way back from the last updates, and no disk full of old customers. */
const KEPT = 3;

const NAME = /^belltower-before-update-\d{8}-\d{6}-schema-\d+\.sqlite$/;

/**
 * Copies the database `db` of the data folder before its schema changes, reads the copy through, and takes away
 * the oldest copies; returns the file's path. `version` is that of the schema, `now` in ms since the epoch, UTC.
 * Throws a `StoreError` where there is no room or the copy is not whole; then nothing of it stays.
 */
export function copyBeforeUpdate(
  db: DatabaseSync,
  directory: string,
  version: number,
  now: number,
): string {
  refuseWithoutRoom(db, directory);
  const time = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
  const file = `${directory}/belltower-before-update-${time}-schema-${version}.sqlite`;
  const part = `${file}.part`;
  try {
    db.prepare("VACUUM INTO ?").run(part);
    check(part, version);
    Deno.renameSync(part, file);
  } catch (cause) {
    removeIfThere(part);
    throw new StoreError(
      `the copy that is kept before an update failed, and nothing was updated: ${cause}`,
      { cause },
    );
  }
  prune(directory);
  return file;
}

function refuseWithoutRoom(db: DatabaseSync, directory: string): void {
  const { size } = db.prepare(
    "SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size",
  ).get() as { size: number };
  const free = freeBytes(directory);
  if (free > size) return;
  throw new StoreError(
    `there is no room in ${directory} for the copy that is kept before an update: ${
      megabytes(size)
    } are needed, ${megabytes(free)} are free; nothing was updated`,
  );
}

function check(file: string, version: number): void {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const found = copy.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
    if (found !== "ok") throw new StoreError(`${file} is not whole: ${found}`);
    const copied = copy.prepare("PRAGMA user_version").get()?.["user_version"];
    if (copied !== version) throw new StoreError(`${file} has version ${copied}, not ${version}`);
  } finally {
    copy.close();
  }
}

/** The names begin with the time, so their order is that of age. */
function prune(directory: string): void {
  const copies = [...Deno.readDirSync(directory)].map(({ name }) => name)
    .filter((name) => NAME.test(name)).sort();
  for (const name of copies.slice(0, -KEPT)) Deno.removeSync(`${directory}/${name}`);
}

function removeIfThere(file: string): void {
  try {
    Deno.removeSync(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
