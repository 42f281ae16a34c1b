import { setPassword } from "../../store/staff.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { type HashPassword, passwordRule } from "./password_rule.ts";
import { type EndedSessions, sessionHashesOf } from "./sign_out.ts";
import { staffThere } from "./staff_there.ts";

/**
 * Gives somebody a new password, for who has forgotten theirs: they are signed out everywhere, and where one of the
 * staff gave it asked for another one when they come in with it. The own one is changed where the old one is asked for
 * (`password.own`). Throws `NotFound`.
 */
export async function givePassword(
  asked: Desk,
  id: number,
  password: string,
  hash: HashPassword,
): Promise<Outcome<EndedSessions>> {
  const before = checkGiven(asked, id, password);
  if (!before.ok) return before;
  const passwordHash = await hash(password);
  const desk = asked.again();
  const { store } = desk;
  return store.transaction(() => {
    const checked = checkGiven(desk, id, password);
    if (!checked.ok) return checked;
    const ended = sessionHashesOf(store, id);
    setPassword(store, id, passwordHash, desk.by !== "console");
    return { ok: true, value: ended };
  });
}

function checkGiven(desk: Desk, id: number, password: string): Outcome<null> {
  requireMay(desk, "staff.manage");
  const { login } = staffThere(desk.store, id);
  if (desk.by !== "console" && desk.by.id === id) return refused("password.own");
  const weak = passwordRule(password, login);
  return weak === null ? { ok: true, value: null } : { ok: false, problems: { password: weak } };
}
