import { z } from "zod";
import { isLoginName } from "../../domain/login_name.ts";
import { may } from "../../domain/rights.ts";
import { LANGUAGES, ROLES } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import { extensionByNumber } from "../../store/extensions.ts";
import { hasOtherAdmin, staffById, staffByLogin, type StaffChange } from "../../store/staff.ts";
import type { TypedStaffView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked, line, wrong } from "./field_rules.ts";
import type { Form } from "./form.ts";

/** An account as it is to be; `extension` is null for none. */
export interface StaffInput extends StaffChange {
  readonly extension: string | null;
}

export function typedStaff(form: Form): TypedStaffView {
  const [login, name] = [form.text("login").trim(), form.text("name")];
  return {
    ...{ login, name, role: form.text("role"), language: form.text("language") },
    extension: form.text("extension"),
  };
}

/** `id` is the account that is changed, null for a new one. */
export function checkStaff(
  typed: TypedStaffView,
  id: number | null,
  { store, t }: Visit,
): Checked<StaffInput> {
  const shape = z.object({
    login: z.string().superRefine((login, ctx) => {
      if (!isLoginName(login)) return ctx.addIssue(wrong("staff.login_wrong"));
      const same = staffByLogin(store, login);
      if (same !== null && same.staff.id !== id) {
        ctx.addIssue(wrong("staff.login_taken", { name: same.staff.name }));
      }
    }),
    name: line("staff_name", 60).superRefine((name, ctx) => {
      if (name === "") ctx.addIssue(wrong("field.required", { field: "staff_name" }));
    }),
    role: z.enum(ROLES, "staff.role_wrong").superRefine((role, ctx) => {
      if (!may(role, "administer") && isLastAdmin(store, id)) {
        ctx.addIssue(wrong("staff.last_admin"));
      }
    }),
    language: z.enum(LANGUAGES, "staff.language_wrong"),
    extension: z.string().transform((number) => number === "" ? null : number).superRefine(
      (number, ctx) => {
        if (number === null) return;
        const extension = extensionByNumber(store, number);
        const free = extension !== null && (extension.staffId ?? id) === id;
        if (!free) ctx.addIssue(wrong("staff.extension_taken", { extension: number }));
      },
    ),
  });
  return check(shape, typed, t);
}

/** Whether nobody could set up the office any more without this account. */
export function isLastAdmin(store: Store, id: number | null): boolean {
  const staff = id === null ? null : staffById(store, id);
  return staff !== null && may(staff.role, "administer") && staff.active &&
    !hasOtherAdmin(store, staff.id);
}
