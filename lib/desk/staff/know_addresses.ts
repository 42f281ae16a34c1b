import { knowAddresses as storeKnown } from "../../store/sign_ins.ts";
import { requireMay, type StaffDesk } from "../desk.ts";

/** They say that every address they have signed in from is theirs. */
export function knowAddresses(desk: StaffDesk): void {
  requireMay(desk, "account.use");
  storeKnown(desk.store, desk.by.id, desk.now);
}
