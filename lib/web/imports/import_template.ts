import { stringify } from "csv-stringify/sync";
import { EXPORT_TYPES } from "../../jobs/export/request.ts";
import { writeXlsxRows } from "../../jobs/xlsx.ts";
import { IMPORT_TEMPLATES } from "../../text/import_template.ts";
import { attachmentName } from "../export_response.ts";
import type { StaffHandler } from "../visit.ts";

/** In characters. */
const WIDTH = 16;

/** An empty list to be filled in, with an example that is left out when it comes back: a workbook, or CSV with `?format=csv`. */
export const importTemplate: StaffHandler = (c, visit) => {
  const { headings, example } = IMPORT_TEMPLATES[visit.language];
  const format = c.req.query("format") === "csv" ? "csv" : "xlsx";
  // Excel takes a CSV file without a mark for one in the old encoding.
  const body = format === "csv"
    ? `\uFEFF${stringify([headings, example], { record_delimiter: "windows" })}`
    : writeXlsxRows(visit.t("title.customers"), columnsOf(headings), [example]);
  return c.newResponse(body as BodyInit & string, 200, {
    "content-type": EXPORT_TYPES[format],
    "content-disposition": attachmentName(`${visit.t("import.file_template")}.${format}`),
  });
};

function columnsOf(headings: readonly string[]) {
  return headings.map((heading) => ({ heading, width: WIDTH, kind: "text" as const }));
}
