import type { Staff } from "../../domain/staff.ts";
import { createStaff } from "../../store/staff.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { type AccountInput, checkAccount, type TypedAccount } from "./account_rules.ts";
import { giveExtensions } from "./extensions_rule.ts";
import { type HashPassword, passwordRule } from "./password_rule.ts";
import { staffThere } from "./staff_there.ts";

/**
 * Makes an account with its extensions. What one of the staff chose as its first password is known to two: the owner
 * is asked for another one. What the console gave, a script signs in with. Problems stand by the names of `typed`'s
 * fields, and `password`.
 */
export async function createAccount(
  asked: Desk,
  typed: TypedAccount,
  password: string,
  hash: HashPassword,
): Promise<Outcome<Staff>> {
  requireMay(asked, "staff.manage");
  const before = checkNew(asked, typed, password);
  if (!before.ok) return before;
  const passwordHash = await hash(password);
  const desk = asked.again();
  requireMay(desk, "staff.manage");
  const { store, now } = desk;
  return store.transaction(() => {
    const checked = checkNew(desk, typed, password);
    if (!checked.ok) return checked;
    const { extensions, ...account } = checked.value;
    const mustChangePassword = desk.by !== "console";
    const { id } = createStaff(store, { ...account, passwordHash, mustChangePassword }, now);
    giveExtensions(store, id, extensions);
    return { ok: true, value: staffThere(store, id) };
  });
}

function checkNew(desk: Desk, typed: TypedAccount, password: string): Outcome<AccountInput> {
  const checked = checkAccount(desk, typed, null);
  const weak = passwordRule(password, typed.login);
  if (weak === null) return checked;
  return { ok: false, problems: { ...checked.ok ? {} : checked.problems, password: weak } };
}
