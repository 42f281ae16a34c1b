import type { Address } from "../config.ts";
import type { Door } from "../gate/door.ts";

/**
 * What `how` makes of the address that `--<option>` names. Throws an Error that says what is wrong with the address, and
 * what to do.
 */
export function opened(option: string, address: Address, how: (address: Address) => Door): Door {
  try {
    return how(address);
  } catch (cause) {
    const where = `${address.hostname}:${address.port}`;
    if (cause instanceof Deno.errors.AddrInUse) {
      throw new Error(`${where} is in use by another program; --${option} takes another address`, {
        cause,
      });
    }
    throw new Error(`${where} cannot be listened at: ${whyNot(cause, address, option)}`, { cause });
  }
}

/** What keeps an address from being had, for the person at the console. */
function whyNot(cause: unknown, { hostname, port }: Address, option: string): string {
  if (cause instanceof Deno.errors.AddrNotAvailable) {
    return `${hostname} is no address of this machine; --${option} takes one that is, or 0.0.0.0 for all`;
  }
  if (cause instanceof Deno.errors.PermissionDenied) {
    return `port ${port} is kept for the system; --${option} takes one from 1024 on`;
  }
  return cause instanceof Error ? cause.message : String(cause);
}
