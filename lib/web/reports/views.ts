import type { ReportView } from "./report_data.ts";

/** As in view_data.ts. */
export interface ReportsViews {
  "reports/report": ReportView;
}
