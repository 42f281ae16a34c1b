import type { LastSignIn } from "../../store/sign_ins.ts";
import type { SignInView } from "./account_data.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "../basics.ts";

/** The last sign-in of somebody; null for who never signed in. */
export function signInView(visit: Visit, signIn: LastSignIn | undefined): SignInView | null {
  return signIn === undefined ? null : { at: timeView(visit, signIn.at), address: signIn.address };
}
