import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getLogger } from "@logtape/logtape";
import { BackupError } from "./backup_error.ts";
import { makeSecret, readSecret } from "./secret_file.ts";

const log = getLogger(["belltower", "store"]);

const NAME = "backup-key";
const BYTES = 32;

/** What a thing was marked for: a mark for one is none for another. */
type MarkOf = "head" | "backup";

/** The key by which an installation knows the backups that it made itself. */
export class InstallationKey {
  /** Stands in names and heads of backups, and tells nothing of the key: 8 hexadecimal digits. */
  readonly id: string;

  constructor(private readonly key: Uint8Array) {
    this.id = this.#mac("installation").toHex().slice(0, 8);
  }

  /** 32 bytes that only this installation can make. */
  mark(what: MarkOf, bytes: Uint8Array): Uint8Array {
    return this.#mac(what, bytes);
  }

  isMark(what: MarkOf, bytes: Uint8Array, mark: Uint8Array): boolean {
    return mark.length === BYTES && timingSafeEqual(this.#mac(what, bytes), mark);
  }

  #mac(what: string, bytes?: Uint8Array): Uint8Array {
    const mac = createHmac("sha256", this.key).update(`belltower ${what}\0`);
    if (bytes !== undefined) mac.update(bytes);
    return new Uint8Array(mac.digest());
  }
}

/** The key of the data folder; null where none was needed yet. Throws a BackupError where it cannot be read. */
export function installationKey(data: string): InstallationKey | null {
  let text: string | null;
  try {
    text = readSecret(data, NAME);
  } catch (cause) {
    throw new BackupError("unreadable", `${data}/tls/${NAME} cannot be read: ${cause}`, { cause });
  }
  return text === null ? null : parsed(data, text);
}

/** The same for lists, which go on without it: one that cannot be read vouches for nothing, and the log says why. */
export function keyForLists(data: string): InstallationKey | null {
  try {
    return installationKey(data);
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    log.error("No backup is known as this installation's own: {error}", { error: error.message });
    return null;
  }
}

/** The key of the data folder, made where there is none. Throws a BackupError. */
export function madeInstallationKey(data: string): InstallationKey {
  const there = installationKey(data);
  if (there !== null) return there;
  try {
    return parsed(data, makeSecret(data, NAME, randomBytes(BYTES).toString("hex") + "\n"));
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw new BackupError("unreadable", `${data}/tls/${NAME} cannot be made: ${cause}`, { cause });
  }
}

function parsed(data: string, text: string): InstallationKey {
  if (/^[0-9a-f]{64}\s*$/.test(text)) return new InstallationKey(Uint8Array.fromHex(text.trim()));
  throw new BackupError(
    "unreadable",
    `${data}/tls/${NAME} is broken: put back a copy of it, or take it away (then the backups made until now count as those of another installation)`,
  );
}
