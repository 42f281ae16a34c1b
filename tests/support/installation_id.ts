import type { Store } from "../../lib/store/database.ts";
import { INSTALLATION_KEY } from "../../lib/store/office_marker.ts";
import { setting } from "../../lib/store/settings.ts";

/**
 * What tells this office's installation apart from every other: 32 hexadecimal digits, made with the database. It is no
 * secret. A restore keeps the one of the place into which it restores.
 */
export function installationId(store: Store): string {
  const id = setting(store, INSTALLATION_KEY);
  if (id !== null) return id;
  throw new Error(`the setting ${INSTALLATION_KEY} is missing; expected what migration 15 wrote`);
}
