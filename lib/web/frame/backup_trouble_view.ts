import { may } from "../../domain/role_permissions.ts";
import { type BackupTrouble, backupTrouble } from "../../store/backup/backup_trouble.ts";
import type { Visit } from "../visit.ts";

/** What is wrong with the backups, as far as this person is told; null where nothing is. */
export function backupTroubleOf(visit: Visit): BackupTrouble | null {
  const { person, store, web, now } = visit;
  const seen = web.backups.seen();
  const hears = person !== null && may(person.role, "backups.manage");
  return hears && seen !== null ? backupTrouble(store, seen, now) : null;
}
