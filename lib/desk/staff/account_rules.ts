import { z } from "zod";
import { isLoginName } from "../../domain/login_name.ts";
import { may, rolesThatMay } from "../../domain/role_permissions.ts";
import { LANGUAGES, ROLES } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import { hasActive, staffById, staffByLogin, type StaffChange } from "../../store/staff.ts";
import type { Desk } from "../desk.ts";
import { check, line, oneOf, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";
import { extensionsRule } from "./extensions_rule.ts";

/** An account as somebody wrote it down. */
export interface TypedAccount {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly language: string;
  /** Names of extensions, `202`, `2:301`. */
  readonly extensions: readonly string[];
}

/** An account as it is to be. */
export interface AccountInput extends StaffChange {
  /** Names of extensions, each once. */
  readonly extensions: readonly string[];
}

/** Checks an account; `id` is the one that is changed, null for a new one. Of passwords see password_rule.ts. */
export function checkAccount(
  desk: Desk,
  typed: TypedAccount,
  id: number | null,
): Outcome<AccountInput> {
  return check(z.object(accountRules(desk, id)), typed);
}

/** What an account may be, field by field. */
export function accountRules(desk: Desk, id: number | null) {
  const { store } = desk;
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
    extensions: extensionsRule(desk, id),
  };
}

/** Whether nobody could set up the office any more without this account. */
export function isLastAdmin(store: Store, id: number | null): boolean {
  const staff = id === null ? null : staffById(store, id);
  return staff !== null && may(staff.role, "staff.manage") && staff.active &&
    !hasActive(store, rolesThatMay("staff.manage"), staff.id);
}
