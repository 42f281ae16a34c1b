import { normalAddress } from "../../domain/network_address.ts";
import { may } from "../../domain/rights.ts";
import type { Staff } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import { extensionAddresses } from "../../store/extensions.ts";

/**
 * Whether this person may sign in from a browser at `address`: an extension can be tied to one address.
 * Administrators may from anywhere, since nobody else could put a wrong address right.
 */
export function maySignInFrom(store: Store, staff: Staff, address: string): boolean {
  if (staff.extension === null || may(staff.role, "sign_in_from_anywhere")) return true;
  const tied = extensionAddresses(store).get(staff.extension);
  return tied === undefined || normalAddress(address) === tied;
}
