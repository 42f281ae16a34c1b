import {
  type Extension,
  type ExtensionDevice,
  type ExtensionKind,
  extensionName,
  type ExtensionPlace,
  extensionPlace,
} from "../domain/extension.ts";
import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";

interface ExtensionRow {
  id: number;
  line_id: number | null;
  number: string;
  kind: ExtensionKind;
  device: ExtensionDevice;
  label: string;
  staff_id: number | null;
  address: string;
}

const COLUMNS = "id, line_id, number, kind, device, label, staff_id, address";

function extensionOf(row: ExtensionRow): Extension {
  return {
    id: row.id,
    line: row.line_id,
    number: row.number,
    kind: row.kind,
    device: row.device,
    label: row.label,
    staffId: row.staff_id,
    address: row.address,
  };
}

/** Every extension by number: those of every line, then those of each line. */
export function listExtensions(store: Store): Extension[] {
  return store.all<ExtensionRow>(
    `SELECT ${COLUMNS} FROM extensions ORDER BY line_id, number`,
  ).map(extensionOf);
}

/** The extension that is written so: `202`, `2:301`. */
export function extensionNamed(store: Store, name: string): Extension | null {
  const same = sameExtension(store, name);
  return same?.number === extensionPlace(name)?.number ? same : null;
}

/** The same, however many zeros stand before its number: 0202 is no other one than 202. */
export function sameExtension(store: Store, name: string): Extension | null {
  const place = extensionPlace(name);
  if (place === null) return null;
  const row = store.get<ExtensionRow>(
    `SELECT ${COLUMNS} FROM extensions
     WHERE ltrim(number, '0') = ltrim(?1, '0') AND line_id IS ?2 ORDER BY number <> ?1`,
    place.number,
    place.line,
  );
  return row === undefined ? null : extensionOf(row);
}

function known(store: Store, name: string): Extension {
  const extension = extensionNamed(store, name);
  if (extension === null) throw new NotFound("extension", name);
  return extension;
}

/**
 * Gives an extension to a person, beside those that they have, or to nobody (null). Throws `NotFound`, and
 * `AlreadyTaken` when it is somebody else's.
 */
export function assignExtension(store: Store, name: string, staffId: number | null): void {
  store.transaction(() => {
    const { id, staffId: owner } = known(store, name);
    if (owner === staffId) return;
    if (staffId !== null && owner !== null) throw new AlreadyTaken("extension", name);
    store.run("UPDATE extensions SET staff_id = ? WHERE id = ?", staffId, id);
  });
}

/** Gives a person these extensions and no others. Throws as `assignExtension` does. */
export function setExtensionsOf(store: Store, staffId: number, names: readonly string[]): void {
  store.transaction(() => {
    for (const extension of listExtensions(store)) {
      const name = extensionName(extension);
      if (extension.staffId === staffId && !names.includes(name)) {
        assignExtension(store, name, null);
      }
    }
    for (const name of names) assignExtension(store, name, staffId);
  });
}

/** What an administrator changes of an extension; the device stays what it is. */
export type ExtensionChange = Pick<Extension, "kind" | "label" | "address" | "staffId">;

/** Throws `NotFound`. */
export function updateExtension(
  store: Store,
  name: string,
  changed: Partial<ExtensionChange>,
): void {
  store.transaction(() => {
    const { id, ...before } = known(store, name);
    const { kind, label, address, staffId } = { ...before, ...changed };
    store.run(
      "UPDATE extensions SET kind = ?, label = ?, address = ?, staff_id = ? WHERE id = ?",
      kind,
      label,
      address,
      staffId,
      id,
    );
  });
}

/** Throws `AlreadyTaken` when there is one of this number on the line, with or without zeros before it. */
export function createExtension(
  store: Store,
  place: ExtensionPlace,
  kind: ExtensionKind = "phone",
): void {
  store.transaction(() => {
    const name = extensionName(place);
    if (sameExtension(store, name) !== null) throw new AlreadyTaken("extension", name);
    const { line, number } = place;
    store.run(
      "INSERT INTO extensions (line_id, number, kind) VALUES (?, ?, ?)",
      line,
      number,
      kind,
    );
  });
}

/** Takes an extension away that is nobody's; calls keep its number. Throws `AlreadyTaken` when somebody has it. */
export function removeExtension(store: Store, name: string): void {
  store.transaction(() => {
    const { id, staffId } = known(store, name);
    if (staffId !== null) throw new AlreadyTaken("extension", name);
    // The members first: the audit tells the name of what leaves the group.
    store.run("DELETE FROM extension_group_members WHERE extension_id = ?", id);
    store.run("DELETE FROM extensions WHERE id = ?", id);
  });
}
