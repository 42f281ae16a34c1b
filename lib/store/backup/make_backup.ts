import { backup, DatabaseSync } from "node:sqlite";
import { folderOf, putFileInPlace } from "../../base/durable.ts";
import { isThere, removeBehindError, removeIfThere } from "../../base/files.ts";
import { connect } from "../connect.ts";
import { freeBytes, megabytes } from "../data_folder.ts";
import { versionOf } from "../migrate.ts";
import { BackupError } from "./backup_error.ts";
import { checkDatabase, countRows } from "./check_database.ts";
import type { Manifest } from "./container.ts";
import { madeInstallationKey } from "./installation_key.ts";
import { passphraseFor } from "./office_passphrase.ts";
import { readContainer } from "./read_container.ts";
import { workFolder } from "./work_folder.ts";
import { writeContainer } from "./write_container.ts";

export interface BackupOrder {
  /** The data folder. */
  readonly data: string;
  /** Where the backup goes; its folder is there. A file of that name is replaced when the new one is good. */
  readonly file: string;
  /** Null: the office's own; plain where it has none. */
  readonly passphrase: string | null;
  /** scrypt's N for the passphrase, a power of two, where it is not the usual one: tests make many backups. */
  readonly cost?: number;
  /** The version of this program. */
  readonly program: string;
  /** Milliseconds since the epoch, UTC. */
  readonly now: number;
  readonly signal: AbortSignal;
}

export interface BackupMade {
  /** In bytes. */
  readonly size: number;
  readonly schema: number;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Writes a backup of the database beside whoever works on it, then reads the file back and checks what comes
 * out: every page of it, and every table's rows against the source at that moment. Holds this thread for the time of the copy: not
 * for the server's main thread. Throws a BackupError; then there is no new file, and an old one of that name is still there.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupMade> {
  const { data, file, program, now, signal } = order;
  const source = `${data}/belltower.sqlite`;
  if (!isThere(source)) {
    throw new BackupError(
      "unreadable",
      `there is no database ${source}; expected the folder of an office, where a server has been started`,
    );
  }
  using work = workFolder(data, now);
  const database = `${work.path}/snapshot.sqlite`;
  const part = `${file}.part`;
  try {
    const { schema, manifest, own } = await takeSnapshot(order, database);
    signal.throwIfAborted();
    removeIfThere(part);
    const keys = { key: madeInstallationKey(data), passphrase: own, cost: order.cost };
    const header = { createdAt: now, program, schema };
    const size = await writeContainer(part, { header, manifest, database }, keys, signal);
    const back = `${work.path}/read-back.sqlite`;
    Deno.removeSync(database);
    const read = await readContainer(part, back, keys, signal);
    const version = checkDatabase(back, read.manifest);
    if (version !== schema || !read.marked) {
      throw new BackupError("damaged", `the copy is not what was written (version ${version})`);
    }
    putFileInPlace(part, file);
    return { size, schema, counts: manifest.counts };
  } catch (cause) {
    removeBehindError(part);
    if (cause instanceof BackupError || signal.aborted) throw cause;
    throw new BackupError("unreadable", `${file} cannot be written: ${cause}`, { cause });
  }
}

/**
 * Copies one moment of the database, with all that is in its log by then, into the one file `target`; says also with
 * which passphrase the backup is made.
 */
async function takeSnapshot(
  { data, passphrase }: BackupOrder,
  target: string,
): Promise<{ schema: number; manifest: Manifest; own: string | null }> {
  const source = `${data}/belltower.sqlite`;
  const db = connect(source, true);
  try {
    const own = passphrase ?? passphraseFor(db, data);
    refuseWithoutRoom(db, folderOf(target));
    // Begun and read from: the copy takes the pages of this moment, whatever is committed meanwhile.
    db.exec("BEGIN");
    const [schema, counts] = [versionOf(db), countRows(db)];
    // All pages in one step. In smaller ones it would begin anew with every call that comes in.
    await backup(db, target, { rate: -1 });
    oneFile(target);
    return { schema, manifest: { bytes: Deno.statSync(target).size, counts }, own };
  } finally {
    db.close();
  }
}

function oneFile(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = DELETE");
  db.close();
}

function refuseWithoutRoom(db: DatabaseSync, folder: string): void {
  const row = db.prepare(
    "SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size",
  ).get();
  const [size, free] = [Number(row?.["size"]), freeBytes(folder)];
  if (free > size) return;
  throw new BackupError(
    "no_room",
    `there is no room in ${folder}: ${megabytes(size)} are needed, ${megabytes(free)} are free`,
  );
}
