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

/** The extension of this number, however many zeros stand before it: 0202 is no other one than 202. */
export function sameExtension(store: Store, number: string): Extension | null {
  const row = store.get<ExtensionRow>(
    `SELECT number, kind, label, staff_id FROM extensions
     WHERE ltrim(number, '0') = ltrim(?1, '0') ORDER BY number <> ?1`,
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

/** What an administrator changes of an extension. `address` is the only one its agent may sign in from; '' is any. */
export interface ExtensionChange {
  readonly kind: ExtensionKind;
  readonly label: string;
  readonly address: string;
}

/** Throws `NotFound`. */
export function updateExtension(store: Store, number: string, changed: ExtensionChange): void {
  const { changes } = store.run(
    "UPDATE extensions SET kind = ?, label = ?, address = ? WHERE number = ?",
    changed.kind,
    changed.label,
    changed.address,
    number,
  );
  if (changes === 0) throw new NotFound("extension", number);
}

/** Throws `AlreadyTaken` when there is one of this number, with or without zeros before it. */
export function createExtension(store: Store, number: string, kind: ExtensionKind): void {
  store.transaction(() => {
    if (sameExtension(store, number) !== null) throw new AlreadyTaken("extension", number);
    store.run("INSERT INTO extensions (number, kind) VALUES (?, ?)", number, kind);
  });
}

/** Takes an extension away that is nobody's; calls keep its number. Throws `AlreadyTaken` when somebody has it. */
export function removeExtension(store: Store, number: string): void {
  store.transaction(() => {
    const extension = extensionByNumber(store, number);
    if (extension === null) throw new NotFound("extension", number);
    if (extension.staffId !== null) throw new AlreadyTaken("extension", number);
    store.run("DELETE FROM extension_group_members WHERE extension = ?", number);
    store.run("DELETE FROM extensions WHERE number = ?", number);
  });
}

/** The addresses that extensions are tied to, by number; those that are tied to none are not there. */
export function extensionAddresses(store: Store): Map<string, string> {
  const rows = store.all<{ number: string; address: string }>(
    "SELECT number, address FROM extensions WHERE address <> ''",
  );
  return new Map(rows.map(({ number, address }) => [number, address]));
}
