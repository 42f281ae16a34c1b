import { mayBeAt } from "../../domain/sign_in_place.ts";
import type { Staff } from "../../domain/staff.ts";
import { setAgentState } from "../../store/agent_states.ts";
import type { Store } from "../../store/database.ts";
import { createSession, type NewSession } from "../../store/sessions.ts";
import { noteSignIn } from "../../store/sign_ins.ts";
import { passwordHashOf, staffById } from "../../store/staff.ts";

/** An account as it was when its password was found to be right. */
export interface Proved {
  readonly staff: Staff;
  /** What the password was compared with. */
  readonly passwordHash: string;
}

/** What became of a sign-in: `changed` where the account is not what it was when its password was compared. */
export type SignInResult = "signed_in" | "changed" | "other_place";

/** Where nobody is known yet: `store` writes in the name of whoever signs in. */
export interface SignInDesk {
  readonly store: Store;
  /** ms since the epoch, UTC. */
  readonly now: number;
  /** Whether this person has another browser open. */
  readonly attends: (staffId: number) => boolean;
}

/**
 * Begins a session in a browser. Comparing a password takes its time: whoever was deactivated, given another password or
 * tied to another address meanwhile stays outside.
 */
export function signIn(
  { store, now, attends }: SignInDesk,
  proved: Proved,
  browser: Omit<NewSession, "staffId">,
): SignInResult {
  const { id } = proved.staff;
  return store.transaction(() => {
    const person = staffById(store, id);
    const isSame = passwordHashOf(store, id) === proved.passwordHash;
    if (person?.active !== true || !isSame) return "changed";
    if (!mayBeAt(person, browser.address)) return "other_place";
    // An agent who went home on a break comes back available; a second browser changes nothing.
    if (!attends(id)) setAgentState(store, id, "available", "", now);
    noteSignIn(store, id, browser.address, now);
    createSession(store, { ...browser, staffId: id }, now);
    return "signed_in";
  });
}
