import type { AuditView } from "./audit_data.ts";

/** As in view_data.ts. */
export interface AuditViews {
  "audit/audit": AuditView;
}
