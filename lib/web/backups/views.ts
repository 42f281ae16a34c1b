import type { BackupPageView, RestoreView } from "./backup_data.ts";

/** As in view_data.ts. */
export interface BackupsViews {
  "backups/backup": BackupPageView;
  "backups/backup_restore": RestoreView;
  "backups/backup_restoring": { readonly name: string };
  "backups/backups": BackupPageView;
  "backups/restore_state": RestoreView;
}
