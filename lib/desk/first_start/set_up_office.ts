import type { Staff } from "../../domain/staff.ts";
import { hasAdministrator, setUpOffice as storeSetup } from "../../store/first_start.ts";
import { requireMay } from "../desk.ts";
import type { LineDesk } from "../lines/line_desk.ts";
import type { Outcome } from "../problem.ts";
import type { HashPassword } from "../staff/password_rule.ts";
import {
  checkSetup,
  type SetupGiven,
  type SetupPasswords,
  type TypedSetup,
} from "./setup_rules.ts";

/** The administrator that the setup made, with what is kept of the password. */
export interface SetUp {
  readonly staff: Staff;
  readonly passwordHash: string;
}

/**
 * Sets up an office that has no administrator, all of it or nothing, and opens its first line; null where it has one, as when somebody else was
 * faster. Problems stand by the names of the fields.
 */
export async function setUpOffice(
  asked: LineDesk,
  typed: TypedSetup,
  passwords: SetupPasswords,
  given: SetupGiven,
  hash: HashPassword,
): Promise<Outcome<SetUp | null>> {
  requireMay(asked, "office.manage");
  const before = checkSetup(asked, typed, passwords, given);
  if (!before.ok) return before;
  const passwordHash = await hash(passwords.password);
  const desk = asked.again();
  const { store, now } = desk;
  const made = store.transaction((): Outcome<SetUp | null> => {
    if (hasAdministrator(store)) return { ok: true, value: null };
    // What was free is perhaps somebody's by now, as by `belltower staff add`.
    const checked = checkSetup(desk, typed, passwords, given);
    if (!checked.ok) return checked;
    const { admin, ...office } = checked.value;
    const staff = storeSetup(store, { ...office, admin: { ...admin, passwordHash } }, now);
    return { ok: true, value: staff === null ? null : { staff, passwordHash } };
  });
  if (made.ok && made.value !== null) await asked.telephony.reload();
  return made;
}
