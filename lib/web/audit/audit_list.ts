import { auditFilterOf, readAuditQuery } from "./audit_query.ts";
import { attachmentName, exportStream } from "../export_response.ts";
import { EXPORT_TYPES } from "../../jobs/export/request.ts";
import { idOrNull } from "../params.ts";
import { auditView } from "./audit_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Who did what to which record, when and from where. */
export const auditList: StaffHandler = (c, visit) => {
  const query = readAuditQuery(new URL(c.req.url).searchParams);
  const data = auditView(visit, query, idOrNull(c.req.query("before")));
  return page(c, visit, "audit/audit", data, { title: visit.t("title.audit"), active: "settings" });
};

/** All of what was filtered, as a file made in the jobs worker. */
export function auditExport(format: "csv" | "xlsx"): StaffHandler {
  return (c, visit) => {
    const query = readAuditQuery(new URL(c.req.url).searchParams);
    const { web, language } = visit;
    const { timeZone } = web.office;
    const filter = auditFilterOf(query, web.time);
    const stream = exportStream(visit, { what: "audit", format, language, timeZone, filter });
    const day = visit.format.toInput(visit.now).slice(0, 10);
    return c.newResponse(stream, 200, {
      "content-type": EXPORT_TYPES[format],
      "content-disposition": attachmentName(`${visit.t("title.audit")}-${day}.${format}`),
    });
  };
}
