import { z } from "zod";
import { type ExtensionGroup, LONGEST_GROUP, MOST_GROUPS } from "../../domain/extension_group.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import {
  createGroup as storeGroup,
  groupById,
  groupByName,
  listGroups,
  removeGroup as storeRemoved,
  renameGroup as storeName,
} from "../../store/extension_groups.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** Makes a group, without extensions yet. The problem stands by `name`. */
export function createGroup(desk: Desk, typed: string): Outcome<{ readonly name: string }> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  return store.transaction(() => {
    const checked = checkGroup(store, null, typed);
    if (checked.ok) storeGroup(store, checked.value.name);
    return checked;
  });
}

/** Renames a group. The problem stands by `name`. Throws `NotFound`. */
export function renameGroup(
  desk: Desk,
  id: number,
  typed: string,
): Outcome<{ readonly name: string }> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  return store.transaction(() => {
    groupThere(store, id);
    const checked = checkGroup(store, id, typed);
    if (checked.ok) storeName(store, id, checked.value.name);
    return checked;
  });
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

/** `id` is the group that is renamed, null for a new one. */
function checkGroup(
  store: Store,
  id: number | null,
  typed: string,
): Outcome<{ readonly name: string }> {
  const name = line("group", LONGEST_GROUP).superRefine((name, ctx) => {
    if (name === "") return ctx.addIssue(wrong("field.required", { field: "group" }));
    if ((groupByName(store, name)?.id ?? id) !== id) ctx.addIssue(wrong("groups.taken", { name }));
    if (id === null && listGroups(store).length >= MOST_GROUPS) {
      ctx.addIssue(wrong("groups.too_many", { max: MOST_GROUPS }));
    }
  });
  return check(z.object({ name }), { name: typed });
}
