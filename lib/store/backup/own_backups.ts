import { auditHas } from "../audit/audit_has.ts";
import type { Store } from "../database.ts";
import { installationOf } from "./backup_folder.ts";
import { backupPlan, lastGoodBackup } from "./backup_settings.ts";
import { keyForLists } from "./installation_key.ts";

/**
 * Tells by its name whether a backup in the folder is this installation's. A name of before it said so is, where nobody
 * else can have put it there, or the audit has that it was made here.
 */
export function ownBackups(store: Store, data: string): (name: string) => boolean {
  const own = keyForLists(data)?.id ?? null;
  const inside = backupPlan(store).folder === "";
  const last = lastGoodBackup(store)?.name;
  return (name) => {
    const maker = installationOf(name);
    if (maker !== null) return maker === own;
    return inside || name === last || auditHas(store, "backed_up", "backup", name);
  };
}
