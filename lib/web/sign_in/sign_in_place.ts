import { normalAddress } from "../../domain/network_address.ts";
import { may } from "../../domain/role_permissions.ts";
import type { Staff } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import { extensionAddresses } from "../../store/extensions.ts";

/**
 * Whether this person may be signed in by a browser at `address`, where their extension is tied to the address `tiedTo`
 * (empty is to none). Administrators may be anywhere, since nobody else could put a wrong address right.
 */
export function mayBeAt(staff: Staff, tiedTo: string, address: string): boolean {
  if (staff.extension === null || may(staff.role, "account.sign_in_anywhere")) return true;
  return tiedTo === "" || normalAddress(address) === tiedTo;
}

/** The same for somebody who is not signed in yet. */
export function maySignInFrom(store: Store, staff: Staff, address: string): boolean {
  const tiedTo = extensionAddresses(store).get(staff.extension ?? "") ?? "";
  return mayBeAt(staff, tiedTo, address);
}
