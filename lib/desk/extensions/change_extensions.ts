import { z } from "zod";
import { EXTENSION_KINDS } from "../../domain/extension.ts";
import { normalAddress } from "../../domain/network_address.ts";
import type { Store } from "../../store/database.ts";
import { listGroups, setGroupsOf } from "../../store/extension_groups.ts";
import { updateExtension } from "../../store/extensions.ts";
import { staffById } from "../../store/staff.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, line, oneOf, wrong } from "../field_rules.ts";
import type { Outcome, Problem } from "../problem.ts";

/** An extension as it was written. */
export interface TypedExtension {
  /** `202`, `2:301` */
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  /** The ID of whose it is; empty for nobody. */
  readonly staff: string;
  /** Of the machine beside it, or empty. */
  readonly address: string;
  /** IDs of groups; one that is not there any more cannot be wanted. */
  readonly groups: readonly string[];
}

/**
 * Changes extensions, all or none. A call that rings meanwhile stays where it is: who hears of it is asked anew with every
 * event. Problems stand by a field and the extension: `label.202`. Throws `NotFound`.
 */
export function changeExtensions(desk: Desk, typed: readonly TypedExtension[]): Outcome<null> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  return store.transaction((): Outcome<null> => {
    const checked = typed.map((row) => ({ name: row.name, ...checkRow(store, row) }));
    const problems = checked.flatMap((row): (readonly [string, Problem])[] =>
      row.ok
        ? []
        : Object.entries(row.problems).map(([field, one]) => [`${field}.${row.name}`, one])
    );
    if (problems.length > 0) return { ok: false, problems: Object.fromEntries(problems) };
    for (const row of checked) {
      if (!row.ok) continue;
      const { groups, staff: staffId, ...changed } = row.value;
      updateExtension(store, row.name, { ...changed, staffId });
      setGroupsOf(store, row.name, groups);
    }
    return { ok: true, value: null };
  });
}

function checkRow(store: Store, typed: TypedExtension) {
  const shape = z.object({
    kind: oneOf(EXTENSION_KINDS, "extensions.kind_wrong"),
    label: line("extension_label", 40),
    staff: z.string().transform((text, ctx) => {
      if (text === "") return null;
      const id = /^\d{1,15}$/.test(text) ? Number(text) : null;
      if (id !== null && staffById(store, id)?.active === true) return id;
      ctx.addIssue(wrong("extensions.staff_wrong"));
      return z.NEVER;
    }),
    groups: z.array(z.string()).transform((ids) => {
      const known = listGroups(store).map(({ id }) => id);
      return known.filter((id) => ids.includes(String(id)));
    }),
    address: z.string().transform((text, ctx) => {
      const address = text === "" ? "" : normalAddress(text);
      if (address !== null) return address;
      ctx.addIssue(wrong("extensions.address_wrong"));
      return z.NEVER;
    }),
  });
  return check(shape, typed);
}
