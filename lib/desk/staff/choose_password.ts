import { PASSWORD_LENGTH } from "../../domain/password_rules.ts";
import type { Staff } from "../../domain/staff.ts";
import { passwordHashOf, setPassword } from "../../store/staff.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import type { Outcome, ProblemCode } from "../problem.ts";
import { type HashPassword, passwordRule } from "./password_rule.ts";
import { type EndedSessions, sessionHashesOf } from "./sign_out.ts";

/** The three fields in which one gives oneself another password. */
export interface TypedPasswords {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

export interface ChosenPassword {
  /** Every session of theirs, also the one from which it was chosen. */
  readonly ended: EndedSessions;
  /** What is kept of the password. */
  readonly passwordHash: string;
}

/** What can be said without asking whether the current password is right. Problems stand by the fields' names. */
export function checkChosen(
  by: Staff,
  { current, password, again }: TypedPasswords,
): Outcome<null> {
  const wrong = (field: keyof TypedPasswords, code: ProblemCode): Outcome<null> => ({
    ok: false,
    problems: { [field]: { code, args: {} } },
  });
  if (current === "") return wrong("current", "password.current_missing");
  const weak = passwordRule(password, by.login);
  if (weak !== null) return { ok: false, problems: { password: weak } };
  if (password === current) return wrong("password", "password.same");
  if (password !== again) return wrong("again", "password.not_again");
  // Longer ones are nobody's, and would be hashed for nothing.
  if (current.length > PASSWORD_LENGTH.most) return wrong("current", "password.current_wrong");
  return { ok: true, value: null };
}

/**
 * Changes the own password and ends every session. `proved` is the hash that the current one was found to fit (null where there is none): where
 * it is not any more what is kept, nothing is changed.
 */
export async function choosePassword(
  asked: StaffDesk,
  typed: TypedPasswords,
  proved: string | null,
  hash: HashPassword,
): Promise<Outcome<ChosenPassword>> {
  requireMay(asked, "account.use");
  const { id } = asked.by;
  const checked = checkChosen(asked.by, typed);
  if (!checked.ok) return checked;
  const passwordHash = await hash(typed.password);
  const { store } = asked.again();
  return store.transaction(() => {
    if (passwordHashOf(store, id) !== proved) {
      return { ok: false, problems: { current: { code: "password.current_wrong", args: {} } } };
    }
    const ended = sessionHashesOf(store, id);
    setPassword(store, id, passwordHash);
    return { ok: true, value: { ended, passwordHash } };
  });
}
