import type { Extension, ExtensionKind, Staff } from "../domain/staff.ts";
import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";
import { staffById } from "./staff.ts";

interface ExtensionRow {
  number: string;
  kind: ExtensionKind;
  label: string;
  staff_id: number | null;
}

function extensionOf(row: ExtensionRow): Extension {
  return { number: row.number, kind: row.kind, label: row.label, staffId: row.staff_id };
}

/** Every extension, by number. */
export function listExtensions(store: Store): Extension[] {
  return store.all<ExtensionRow>(
    "SELECT number, kind, label, staff_id FROM extensions ORDER BY number",
  ).map(extensionOf);
}

export function extensionByNumber(store: Store, number: string): Extension | null {
  const row = store.get<ExtensionRow>(
    "SELECT number, kind, label, staff_id FROM extensions WHERE number = ?",
    number,
  );
  return row === undefined ? null : extensionOf(row);
}

/** Whose extension it is at this moment. */
export function extensionOwner(store: Store, number: string): Staff | null {
  const staffId = extensionByNumber(store, number)?.staffId ?? null;
  return staffId === null ? null : staffById(store, staffId);
}

/**
 * Gives the extension `number` to a person, or to nobody. A person has one at most: the one had before
 * becomes free. Throws `NotFound` for an unknown extension, `AlreadyTaken` when it is somebody else's.
 */
export function assignExtension(store: Store, number: string, staffId: number | null): void {
  store.transaction(() => {
    const extension = extensionByNumber(store, number);
    if (extension === null) throw new NotFound("extension", number);
    if (extension.staffId === staffId) return;
    if (staffId !== null) {
      if (extension.staffId !== null) throw new AlreadyTaken("extension", number);
      store.run("UPDATE extensions SET staff_id = NULL WHERE staff_id = ?", staffId);
    }
    store.run("UPDATE extensions SET staff_id = ? WHERE number = ?", staffId, number);
  });
}
