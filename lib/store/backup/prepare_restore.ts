import { putFileInPlace } from "../../base/durable.ts";
import { guarded } from "../../base/guarded.ts";
import { isThere } from "../../base/files.ts";
import { copyPrivately } from "../private_files.ts";
import { recordRestore } from "./restore_record.ts";
import { BackupError } from "./backup_error.ts";
import { candidateFile, removeDatabase } from "./candidate.ts";
import { checkDatabase, countRows, makeReady, refuseNewer } from "./check_database.ts";
import { keepInstallation } from "./keep_installation.ts";
import { installationKey } from "./installation_key.ts";
import { officePassphrase } from "./office_passphrase.ts";
import { type Origin, originOf } from "./origin.ts";
import { readContainer, readHeader } from "./read_container.ts";
import { newestChange } from "./newest_change.ts";
import { restoredKind } from "./restored_kind.ts";
import { isSafetyCopy } from "./safety_copies.ts";

export interface RestoreOrder {
  /** The data folder. */
  readonly data: string;
  /** A backup, or a bare copy of the database as updates and restores leave them in the data folder. */
  readonly file: string;
  /** What people call the file. */
  readonly name: string;
  /** Null: the office's own, where it has one. */
  readonly passphrase: string | null;
  /** Milliseconds since the epoch, UTC. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** A backup that was checked from its first to its last byte, and is ready to be put in place. */
export interface ReadyRestore {
  /** Names this check: accepting its findings accepts no other check's. */
  readonly id: string;
  readonly name: string;
  /** Whether this installation is known to have made it: anything else, somebody has to accept. */
  readonly origin: Origin;
  /**
   * Of a bare copy that is no copy of ours: it was made of a database that has a log (WAL), and the log is not there. What
   * was stored last may be missing, unless the server had stopped before.
   */
  readonly lacksLog: boolean;
  /** When something in a bare copy was written last, ms since the epoch, UTC; null for a backup, and where nothing says so. */
  readonly newest: number | null;
  /** When it was made, ms since the epoch, UTC; null for a bare copy, which does not say so. */
  readonly createdAt: number | null;
  /** The version of the program that made it; empty for a bare copy. */
  readonly program: string;
  /** The version of the schema that it had. */
  readonly schema: number;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Checks a file completely, brings the database in it to the latest version, and leaves it as `candidateFile`.
 * The present state is not touched. Throws a BackupError that says why the file cannot be restored; then there is no candidate.
 */
export async function prepareRestore(order: RestoreOrder): Promise<ReadyRestore> {
  const { data, name, now } = order;
  const candidate = candidateFile(data);
  const part = `${candidate}.part`;
  Deno.mkdirSync(`${data}/restore`, { recursive: true, mode: 0o700 });
  for (const left of [candidate, part]) removeDatabase(left);
  try {
    const unpacked = await unpack(order, part);
    let counts = {};
    let newest: number | null = null;
    makeReady(part, (db) => {
      recordRestore(db, { at: now, name, createdAt: unpacked.createdAt });
      keepInstallation(db, data);
      counts = countRows(db);
      if (unpacked.createdAt === null) newest = newestChange(db);
    });
    putFileInPlace(part, candidate);
    return { ...unpacked, id: crypto.randomUUID(), name, counts, newest };
  } catch (error) {
    // The error says more than one about a file that cannot be removed.
    guarded("the removal of a backup that was refused", () => removeDatabase(part), undefined);
    throw error;
  }
}

async function unpack(
  { data, file, passphrase, signal }: RestoreOrder,
  part: string,
): Promise<Omit<ReadyRestore, "id" | "name" | "counts" | "newest">> {
  const { kind, hasLog } = restoredKind(file);
  if (kind === "copy") {
    copyBare(file, part);
    const own = isSafetyCopy(data, file);
    const schema = checkDatabase(part, null);
    const origin = own ? "own" : "foreign";
    return { origin, lacksLog: hasLog && !own, createdAt: null, program: "", schema };
  }
  // Before anything is written or a passphrase tried: the clear answer first.
  refuseNewer(readHeader(file).schema);
  const own = officePassphrase(data);
  const keys = { key: installationKey(data), passphrase: passphrase ?? own };
  const { header, manifest, marked } = await readContainer(file, part, keys, signal);
  const schema = checkDatabase(part, manifest);
  if (schema !== header.schema) {
    throw new BackupError("tampered", `its version is ${schema}, not ${header.schema}`);
  }
  const encrypted = header.encryption !== null;
  const origin = originOf({ marked, encrypted, opened: keys.passphrase, own });
  return {
    origin,
    lacksLog: false,
    createdAt: header.createdAt,
    program: header.program,
    schema,
  };
}

/** A log beside the file is a part of the database, and nobody knows whether it is the right one. */
function copyBare(file: string, part: string): void {
  if (isThere(`${file}-wal`) && Deno.statSync(`${file}-wal`).size > 0) {
    throw new BackupError(
      "not_closed",
      `${file} was not closed: ${file}-wal lies beside it and may have what was stored last; ` +
        `make a backup with "belltower backup", or stop the server and copy the database again`,
    );
  }
  copyPrivately(file, part);
}
