import type { DatabaseSync } from "node:sqlite";
import { resolve } from "node:path";
import { getLogger } from "@logtape/logtape";
import { syncFolder } from "../base/durable.ts";

const log = getLogger(["belltower", "store"]);

/** Under which setting a database has the ID of its installation; migration 15 makes it. */
export const INSTALLATION_KEY = "installation.id";

/** An office, as it is remembered beside its data folder. */
export interface RememberedOffice {
  /** Whose it is, by `INSTALLATION_KEY`; null where the marker is there and cannot be read. */
  readonly id: string | null;
  /** Empty where the office has none. */
  readonly name: string;
}

/** There was one, and nobody knows which. */
const UNKNOWN: RememberedOffice = { id: null, name: "" };

const ABOUT =
  "Belltower remembers here whose office is in the folder beside this file, so that an empty folder is not taken for a new office.";

/**
 * The marker of a data folder lies beside it and not in it: where the folder is deleted, or its disk is not mounted,
 * the marker is still there.
 */
export function markerFile(directory: string): string {
  return `${resolve(directory)}.office`;
}

/** The office that was in the data folder when a server last ran there; null where nobody remembers one. */
export function rememberedOffice(directory: string): RememberedOffice | null {
  const file = markerFile(directory);
  let text: string;
  try {
    text = Deno.readTextFileSync(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    log.warn("{file}, which remembers the office, cannot be read: {error}", { file, error });
    return UNKNOWN;
  }
  // The service's unit makes an empty one, which the server may write to.
  return text.trim() === "" ? null : parsed(text);
}

/**
 * Remembers the office that is in the data folder. Where the marker cannot be written, the log says so, and an
 * empty place will not be noticed.
 */
export function rememberOffice(directory: string, office: RememberedOffice): void {
  const file = markerFile(directory);
  try {
    const known = rememberedOffice(directory);
    if (known?.id === office.id && known?.name === office.name) return;
    // In its place, and not by renaming: a service may write to this file and not to the folder around it.
    using marker = Deno.openSync(file, { write: true, create: true, truncate: true, mode: 0o600 });
    const { id, name } = office;
    const text = `${JSON.stringify({ office: id, name, about: ABOUT }, null, 2)}\n`;
    marker.writeSync(new TextEncoder().encode(text));
    marker.syncSync();
    syncFolder(resolve(directory, ".."));
  } catch (error) {
    log.warn(
      "{file} cannot be written: if {directory} is ever lost or not mounted, this server will not notice it at its start ({error})",
      { file, directory, error },
    );
  }
}

/** The office whose database `db` is; `id` is null for one that was made before offices had one. */
export function officeIn(db: DatabaseSync): RememberedOffice {
  const tables = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'settings'").get();
  const value = (key: string) =>
    tables && db.prepare("SELECT value FROM settings WHERE key = ?").get(key)?.["value"];
  return {
    id: (value(INSTALLATION_KEY) ?? null) as string | null,
    name: (value("office_name") ?? "") as string,
  };
}

function parsed(text: string): RememberedOffice {
  try {
    const { office, name } = JSON.parse(text);
    if (typeof office === "string") return { id: office, name: String(name ?? "") };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return UNKNOWN;
}
