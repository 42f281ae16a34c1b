import type { ExtensionPlace } from "../domain/extension.ts";
import type { ExtensionGroup } from "../domain/extension_group.ts";
import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";
import { extensionNamed } from "./extensions.ts";

/** Every group by name, also one without extensions. */
export function listGroups(store: Store): ExtensionGroup[] {
  return store.all<ExtensionGroup>("SELECT id, name FROM extension_groups ORDER BY name");
}

export function groupById(store: Store, id: number): ExtensionGroup | null {
  return store.get<ExtensionGroup>("SELECT id, name FROM extension_groups WHERE id = ?", id) ??
    null;
}

export function groupByName(store: Store, name: string): ExtensionGroup | null {
  return store.get<ExtensionGroup>("SELECT id, name FROM extension_groups WHERE name = ?", name) ??
    null;
}

/** The groups of each extension by its ID, by name; an extension without any is not there. */
export function groupsByExtension(store: Store): Map<number, ExtensionGroup[]> {
  const rows = store.all<ExtensionGroup & { readonly extension: number }>(
    `SELECT extension_id AS extension, id, name FROM extension_group_members
     JOIN extension_groups ON extension_groups.id = group_id ORDER BY name`,
  );
  return Map.groupBy(rows, ({ extension }) => extension);
}

/** A group's extensions, those of every line first; none where there is no such group. */
export function extensionsOfGroup(store: Store, id: number): (ExtensionPlace & { id: number })[] {
  return store.all<ExtensionPlace & { id: number }>(
    `SELECT id, line_id AS line, number FROM extension_group_members
     JOIN extensions ON extensions.id = extension_id
     WHERE group_id = ? ORDER BY line_id, number`,
    id,
  );
}

/** The extensions of every group by its ID, in the same order; a group without any is not there. */
export function extensionsByGroup(store: Store): Map<number, ExtensionPlace[]> {
  const rows = store.all<ExtensionPlace & { readonly group: number }>(
    `SELECT group_id AS "group", line_id AS line, number FROM extension_group_members
     JOIN extensions ON extensions.id = extension_id ORDER BY line_id, number`,
  );
  return Map.groupBy(rows, ({ group }) => group);
}

/** Throws `AlreadyTaken` when there is a group of that name. */
export function createGroup(store: Store, name: string): void {
  store.transaction(() => {
    if (groupByName(store, name) !== null) throw new AlreadyTaken("group", name);
    store.run("INSERT INTO extension_groups (name) VALUES (?)", name);
  });
}

/** Throws `NotFound`, and `AlreadyTaken` when another group has that name. */
export function renameGroup(store: Store, id: number, name: string): void {
  store.transaction(() => {
    if ((groupByName(store, name)?.id ?? id) !== id) throw new AlreadyTaken("group", name);
    const { changes } = store.run("UPDATE extension_groups SET name = ? WHERE id = ?", name, id);
    if (changes === 0) throw new NotFound("group", id);
  });
}

/** Its extensions stay, and are in it no more. */
export function removeGroup(store: Store, id: number): void {
  store.transaction(() => {
    // The members first: the audit tells the name of what they leave.
    store.run("DELETE FROM extension_group_members WHERE group_id = ?", id);
    store.run("DELETE FROM extension_groups WHERE id = ?", id);
  });
}

/** Puts an extension into these groups and no others. What stays as it is is not written anew. */
export function setGroupsOf(store: Store, name: string, ids: readonly number[]): void {
  store.transaction(() => {
    const extension = extensionNamed(store, name);
    if (extension === null) throw new NotFound("extension", name);
    store.run(
      `DELETE FROM extension_group_members
       WHERE extension_id = ? AND group_id NOT IN (SELECT value FROM json_each(?))`,
      extension.id,
      JSON.stringify(ids),
    );
    store.run(
      `INSERT OR IGNORE INTO extension_group_members (group_id, extension_id)
       SELECT value, ? FROM json_each(?)`,
      extension.id,
      JSON.stringify(ids),
    );
  });
}
