import { z } from "zod";
import { line, oneOf, wrong } from "../../desk/field_rules.ts";
import { extensionName } from "../../domain/extension.ts";
import { isLoginName } from "../../domain/login_name.ts";
import { may, rolesThatMay } from "../../domain/role_permissions.ts";
import { LANGUAGES, ROLES } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import { sameExtension } from "../../store/extensions.ts";
import { hasActive, staffById, staffByLogin } from "../../store/staff.ts";

/**
 * What an account may be, for the form, the first start and the console alike; of passwords see password_form.ts. `id`
 * is the account that is changed, null for a new one.
 */
export function accountRules(store: Store, id: number | null) {
  return {
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
    role: oneOf(ROLES, "staff.role_wrong").superRefine((role, ctx) => {
      if (!may(role, "staff.manage") && isLastAdmin(store, id)) {
        ctx.addIssue(wrong("staff.last_admin"));
      }
    }),
    language: oneOf(LANGUAGES, "staff.language_wrong"),
    /** Names of extensions, `202`, `2:301`. */
    extensions: z.array(z.string()).transform((names, ctx) => {
      const found = names.map((name) => {
        const extension = sameExtension(store, name);
        if (extension !== null && (extension.staffId ?? id) === id) return extensionName(extension);
        const key = extension === null ? "staff.extension_unknown" : "staff.extension_taken";
        const called = extension === null ? name : extensionName(extension);
        ctx.addIssue(wrong(key, { extension: called }));
        return "";
      });
      return [...new Set(found)];
    }),
  };
}

/** Whether nobody could set up the office any more without this account. */
export function isLastAdmin(store: Store, id: number | null): boolean {
  const staff = id === null ? null : staffById(store, id);
  return staff !== null && may(staff.role, "staff.manage") && staff.active &&
    !hasActive(store, rolesThatMay("staff.manage"), staff.id);
}
