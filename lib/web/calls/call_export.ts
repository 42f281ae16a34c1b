import { catchUpForQuestion } from "../../store/call_log/catch_up.ts";
import { download, exportStream } from "../export_response.ts";
import { filterOf, orderOf, readCallQuery } from "./call_query.ts";
import type { StaffHandler } from "../visit.ts";

/** The filtered log in its order as a file, all of it, made in the jobs worker. */
export function callExport(format: "csv" | "xlsx"): StaffHandler {
  return (c, visit) => {
    const query = readCallQuery(new URL(c.req.url).searchParams);
    catchUpForQuestion(visit.store);
    const stream = exportStream(visit, {
      what: "call_log",
      format,
      language: visit.language,
      timeZone: visit.web.office.timeZone,
      filter: filterOf(query, visit.web.time, visit.now),
      order: orderOf(query),
    });
    return download(c, visit, { stream, what: "calls", format });
  };
}
