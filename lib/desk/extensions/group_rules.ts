import { z } from "zod";
import { LONGEST_GROUP, MOST_GROUPS } from "../../domain/extension_group.ts";
import type { Store } from "../../store/database.ts";
import { groupByName, listGroups } from "../../store/extension_groups.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** Checks a group; `id` is the one that is renamed, null for a new one. The problem stands by `name`. */
export function checkGroup(
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
