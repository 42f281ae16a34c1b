import { z } from "zod";
import type { StaffChange } from "../../store/staff.ts";
import type { TypedStaffView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { accountRules } from "./account_rules.ts";
import { check, type Checked } from "./check.ts";
import type { Form } from "./form.ts";

/** An account as it is to be. */
export interface StaffInput extends StaffChange {
  /** Names of extensions, `202`, `2:301`. */
  readonly extensions: readonly string[];
}

export function typedStaff(form: Form): TypedStaffView {
  const [login, name] = [form.text("login").trim(), form.text("name")];
  return {
    ...{ login, name, role: form.text("role"), language: form.text("language") },
    extensions: form.texts("extension").filter((name) => name !== ""),
  };
}

/** `id` is the account that is changed, null for a new one. */
export function checkStaff(
  typed: TypedStaffView,
  id: number | null,
  { store, t }: Pick<Visit, "store" | "t">,
): Checked<StaffInput> {
  return check(z.object(accountRules(store, id)), typed, t);
}
