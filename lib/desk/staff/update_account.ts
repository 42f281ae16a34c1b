import type { Staff } from "../../domain/staff.ts";
import { updateStaff } from "../../store/staff.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { checkAccount, type TypedAccount } from "./account_rules.ts";
import { giveExtensions } from "./extensions_rule.ts";
import { staffThere } from "./staff_there.ts";

/**
 * Changes an account. Rights and extensions hold from the next request and the next event on; who is out of use has no
 * extension. Problems stand by the names of `typed`'s fields. Throws `NotFound`.
 */
export function updateAccount(desk: Desk, id: number, typed: TypedAccount): Outcome<Staff> {
  requireMay(desk, "staff.manage");
  const { store } = desk;
  return store.transaction(() => {
    const { active } = staffThere(store, id);
    const checked = checkAccount(desk, active ? typed : { ...typed, extensions: [] }, id);
    if (!checked.ok) return checked;
    const { extensions, ...changed } = checked.value;
    updateStaff(store, id, changed);
    giveExtensions(store, id, extensions);
    return { ok: true, value: staffThere(store, id) };
  });
}
