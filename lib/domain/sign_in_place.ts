import type { OwnExtension } from "./extension.ts";
import { normalAddress } from "./network_address.ts";
import { may } from "./role_permissions.ts";
import type { Staff } from "./staff.ts";

/**
 * Whether this person may be signed in by a browser at `address`. Where extensions of theirs are tied to addresses it
 * is one of those; an extension that is tied to none opens no other. Administrators may be anywhere, since nobody else
 * could put a wrong address right.
 */
export function mayBeAt(staff: Staff, address: string): boolean {
  const tied = tiedExtensions(staff);
  if (tied.length === 0 || may(staff.role, "account.sign_in_anywhere")) return true;
  const here = normalAddress(address);
  return tied.some((one) => one.address === here);
}

/** The numbers of the extensions that say from where this person signs in, for a sentence. */
export function tiedNumbers(staff: Staff): string {
  return tiedExtensions(staff).map(({ number }) => number).join(", ");
}

function tiedExtensions({ extensions }: Staff): OwnExtension[] {
  return extensions.filter(({ address }) => address !== "");
}
