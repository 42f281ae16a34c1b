import type { ExtensionGroup } from "../../domain/extension_group.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import {
  createGroup as storeGroup,
  groupById,
  removeGroup as storeRemoved,
  renameGroup as storeName,
} from "../../store/extension_groups.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { storeChecked } from "../store_checked.ts";
import { checkGroup } from "./group_rules.ts";

/** Makes a group, without extensions yet. The problem stands by `name`. */
export function createGroup(desk: Desk, typed: string): Outcome<{ readonly name: string }> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  const check = () => checkGroup(store, null, typed);
  return storeChecked(store, check, ({ name }) => storeGroup(store, name));
}

/** Renames a group. The problem stands by `name`. Throws `NotFound`. */
export function renameGroup(
  desk: Desk,
  id: number,
  typed: string,
): Outcome<{ readonly name: string }> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  const check = () => checkGroup(store, groupThere(store, id).id, typed);
  return storeChecked(store, check, ({ name }) => storeName(store, id, name));
}

/** Takes a group away; its extensions stay. Throws `NotFound`. */
export function removeGroup(desk: Desk, id: number): void {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  store.transaction(() => storeRemoved(store, groupThere(store, id).id));
}

function groupThere(store: Store, id: number): ExtensionGroup {
  const group = groupById(store, id);
  if (group === null) throw new NotFound("group", id);
  return group;
}
