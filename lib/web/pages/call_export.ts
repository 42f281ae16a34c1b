import { stringify } from "csv-stringify/sync";
import { loggedCalls } from "../../store/call_log/logged_calls.ts";
import { everyLogged } from "../../store/call_log/log_page.ts";
import { filterOf, orderOf, readCallQuery } from "../forms/call_query.ts";
import { CALL_COLUMNS } from "../present/call_columns.ts";
import { callCells } from "../present/call_cells.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** The filtered log in its order as CSV, for Excel: all of it, not only the page. */
export const callExport: StaffHandler = (c, visit) => {
  const query = readCallQuery(new URL(c.req.url).searchParams);
  const filter = filterOf(query, visit.web.time, visit.now);
  const batches = everyLogged(visit.store, filter, orderOf(query));
  return c.newResponse(csvOf(visit, batches), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="calls-${visit.web.time.dayOf(visit.now)}.csv"`,
  });
};

/** A batch is read when the one before has been taken: the calls never wait for an export, nor memory grows. */
function csvOf(
  visit: StaffVisit,
  batches: Generator<number[], void, undefined>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const rows = (values: string[][]) =>
    encoder.encode(stringify(values, { record_delimiter: "windows", escape_formulas: true }));
  return new ReadableStream({
    start(controller) {
      // Excel takes a file without this mark for one of the old encodings.
      controller.enqueue(encoder.encode("\ufeff"));
      controller.enqueue(rows([CALL_COLUMNS.map(({ label }) => visit.t(label))]));
    },
    async pull(controller) {
      // A turn for calls and requests that have come in the meantime.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const batch = batches.next();
      if (batch.done) return controller.close();
      const cells = loggedCalls(visit.store, batch.value).map((call) => callCells(visit, call));
      controller.enqueue(rows(cells));
    },
    cancel() {
      batches.return();
    },
  });
}
