import { type Route, staff } from "../route.ts";
import { auditExport, auditList } from "./audit_list.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/audit", "audit.see", "nothing", auditList),
  staff("GET /settings/audit.csv", "audit.see", "export", auditExport("csv")),
  staff("GET /settings/audit.xlsx", "audit.see", "export", auditExport("xlsx")),
];
