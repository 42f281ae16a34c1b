import { customFieldByLabel, retireCustomField } from "../../store/custom_fields.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { noRoom } from "./check_field.ts";
import { fieldThere } from "./field_there.ts";

/** Takes a field out of the forms; its values stay. Throws `NotFound`. */
export function retireField(desk: Desk, id: number): void {
  requireMay(desk, "fields.manage");
  retireCustomField(desk.store, id, desk.now);
}

/** Takes a field back into the forms, behind the others; one that is there stays where it is. Throws `NotFound`. */
export function restoreField(desk: Desk, id: number): Outcome<null> {
  requireMay(desk, "fields.manage");
  const { store } = desk;
  return store.transaction(() => {
    const { label, retiredAt } = fieldThere(store, id);
    if (retiredAt === null) return { ok: true, value: null };
    // Another field has taken the label since: it is to be renamed first.
    if (customFieldByLabel(store, label) !== null) return refused("fields.label_in_use", { label });
    const full = noRoom(store);
    if (full !== null) return refused(full.code, full.args);
    retireCustomField(store, id, null);
    return { ok: true, value: null };
  });
}
