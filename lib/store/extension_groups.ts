import type { ExtensionGroup } from "../domain/extension_group.ts";
import type { Store } from "./database.ts";
import { AlreadyTaken, NotFound } from "./errors.ts";

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

/** The groups of each extension, by name; an extension without any is not there. */
export function groupsByExtension(store: Store): Map<string, ExtensionGroup[]> {
  const rows = store.all<ExtensionGroup & { readonly extension: string }>(
    `SELECT extension, id, name FROM extension_group_members
     JOIN extension_groups ON extension_groups.id = group_id ORDER BY name`,
  );
  return Map.groupBy(rows, ({ extension }) => extension);
}

/** The numbers of a group's extensions; none where there is no such group. */
export function extensionsOfGroup(store: Store, id: number): string[] {
  return store.all<{ extension: string }>(
    "SELECT extension FROM extension_group_members WHERE group_id = ? ORDER BY extension",
    id,
  ).map(({ extension }) => extension);
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
export function setGroupsOf(store: Store, extension: string, ids: readonly number[]): void {
  store.transaction(() => {
    store.run(
      `DELETE FROM extension_group_members
       WHERE extension = ? AND group_id NOT IN (SELECT value FROM json_each(?))`,
      extension,
      JSON.stringify(ids),
    );
    store.run(
      `INSERT OR IGNORE INTO extension_group_members (group_id, extension)
       SELECT value, ? FROM json_each(?)`,
      extension,
      JSON.stringify(ids),
    );
  });
}
