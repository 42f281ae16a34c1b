import { type Route, staff } from "../route.ts";
import { reportExport, reportShow } from "./report_show.ts";

export const routes: readonly Route[] = [
  staff("GET /reports", "reports.see", "nothing", reportShow),
  staff("GET /reports/export", "reports.see", "export", reportExport),
];
