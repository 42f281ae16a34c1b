import { statfsSync } from "node:fs";
import { StoreError } from "./errors.ts";
import { makeFilesPrivately } from "./private_files.ts";

/**
 * File systems of other machines, by the number that Linux gives them (linux/magic.h). SQLite's write-ahead log
 * lives in memory that every process maps, which no network offers (sqlite.org/wal.html).
 */
const NETWORK: Readonly<Record<number, string>> = {
  0x6969: "NFS",
  0x517b: "SMB",
  0xff534d42: "CIFS",
  0xfe534d42: "SMB",
  0x5346414f: "AFS",
  0x73757245: "Coda",
  0x00c36400: "Ceph",
};

/** With less than that, the first busy hour would fill the disk. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024;

/**
 * Makes the data folder where it is not there, unless it has to be (`existing`), sees to it that what is made in it is this user's alone, and finds out
 * whether a database can live in it. Throws a `StoreError` that says why not: no folder, another machine's, read-only,
 * full.
 */
export function prepareDataFolder(directory: string, existing = false): void {
  makeFilesPrivately();
  try {
    // Customers' names and numbers are nobody else's business on this machine.
    if (existing) Deno.statSync(directory);
    else Deno.mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const what = existing ? "opened" : "made";
    throw new StoreError(`the data folder ${directory} cannot be ${what}: ${cause}`, { cause });
  }
  refuseNetwork(directory);
  refuseReadOnly(directory);
  const free = freeBytes(directory);
  if (free >= LEAST_FREE_BYTES) return;
  throw new StoreError(
    `the disk of the data folder ${directory} is full: ${megabytes(free)} are free, at least ${
      megabytes(LEAST_FREE_BYTES)
    } are needed`,
  );
}

/** What this user may still write there. */
export function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return Number(bavail) * Number(bsize);
}

/** As people read sizes: `16 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

/** The network file system on which the folder lies, by its name; null for a disk of this machine. */
export function networkOf(directory: string, type: number): string | null {
  if (/^[\\/]{2}[^\\/?.]/.test(directory)) return "a Windows share";
  return NETWORK[type >>> 0] ?? null;
}

function refuseNetwork(directory: string): void {
  const network = networkOf(directory, Number(statfsSync(directory).type));
  if (network === null) return;
  throw new StoreError(
    `the data folder ${directory} is on a network share (${network}), where a database with a write-ahead log is not safe; --data takes a folder on a disk of this machine`,
  );
}

function refuseReadOnly(directory: string): void {
  try {
    // Not one of the database's files: closing one lets go of the locks that this process has on it.
    Deno.removeSync(Deno.makeTempFileSync({ dir: directory, prefix: ".write-test-" }));
  } catch (cause) {
    // A full disk makes an empty file or not, and is told better by its free space.
    if (freeBytes(directory) < LEAST_FREE_BYTES) return;
    throw new StoreError(`the data folder ${directory} cannot be written to: ${cause}`, { cause });
  }
}
