import { auditHas } from "../audit/audit_has.ts";
import type { Store } from "../database.ts";
import { installationOf } from "./backup_folder.ts";
import { backupPlan, lastGoodBackup } from "./backup_settings.ts";
import { keyForLists } from "./installation_key.ts";
import type { Owner } from "./list_backups.ts";

/**
 * Tells this installation's backups from others in the folder. An older name, which does not say whose it is, counts as
 * its own where nobody else can have put it there, or where the audit says that it was made here.
 */
export function ownBackups(store: Store, data: string): Owner {
  const key = keyForLists(data);
  const inside = backupPlan(store).folder === "";
  const last = lastGoodBackup(store)?.name;
  return {
    key,
    isOwn(name) {
      const maker = installationOf(name);
      if (maker !== null) return maker === key?.id;
      return inside || name === last || auditHas(store, "backed_up", "backup", name);
    },
  };
}
