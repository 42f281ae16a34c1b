import type { Report } from "../../domain/report.ts";
import type { ReportRequest } from "../../jobs/export/request.ts";
import { catchUpForQuestion, unmarkedCalls } from "../../store/call_log/catch_up.ts";
import { EXPORT_TYPES } from "../../jobs/export/request.ts";
import { attachmentName, exportStream } from "../export_response.ts";
import { readReportQuery, type ReportQuery } from "./report_query.ts";
import { reportView } from "./report_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** A report on a period, counted in the jobs worker. */
export const reportShow: StaffHandler = async (c, asked) => {
  const query = queryOf(c, asked);
  const report = await new Response(counted(asked, query, "json")).json() as Report;
  const visit = asked.again();
  const view = reportView(visit, query, report, unmarkedCalls(visit.store));
  return page(c, visit, "reports/report", view, {
    title: visit.t("title.reports"),
    active: "reports",
  });
};

/** The same as a workbook. */
export const reportExport: StaffHandler = (c, visit) => {
  const query = queryOf(c, visit);
  const name = `${visit.t("export.file_report")}-${query.first}-${query.last}.xlsx`;
  return c.newResponse(counted(visit, query, "xlsx"), 200, {
    "content-type": EXPORT_TYPES.xlsx,
    "content-disposition": attachmentName(name),
  });
};

function queryOf(c: WebContext, { web, now }: StaffVisit): ReportQuery {
  return readReportQuery(new URL(c.req.url).searchParams, web.time, now);
}

function counted(
  visit: StaffVisit,
  { by, first, last }: ReportQuery,
  format: ReportRequest["format"],
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { web, store, language, now } = visit;
  catchUpForQuestion(store);
  const { timeZone } = web.office;
  return exportStream(visit, {
    ...{ what: "report", format, language },
    asked: { by, first, last, timeZone, now },
  });
}
