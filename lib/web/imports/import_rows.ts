import { ROWS_OF } from "../../domain/customer_import.ts";
import { EXPORT_TYPES } from "../../jobs/export/request.ts";
import { isFile } from "../../store/open_office.ts";
import { importFolder } from "../../store/import_folder.ts";
import { attachmentName, exportStream } from "../export_response.ts";
import { HttpProblem } from "../http_problem.ts";
import { importOf } from "./import_of.ts";
import type { StaffHandler } from "../visit.ts";

/**
 * The rows of a file that came to one thing (`?of=`), with the reason, as a workbook or as CSV (`?format=`). They are there
 * for a week.
 */
export const importRows: StaffHandler = (c, visit) => {
  const { id } = importOf(c, visit);
  const { data } = visit.web;
  const of = ROWS_OF.find((known) => known === c.req.query("of"));
  if (of === undefined || !isFile(importFolder(data, id).results)) {
    throw new HttpProblem("not_found");
  }
  const format = c.req.query("format") === "csv" ? "csv" : "xlsx";
  const { language } = visit;
  const stream = exportStream(visit, {
    ...{ what: "import_rows", format, language, importId: id, of, data },
  });
  const name = `${visit.t("export.file_import_rows")}-${id}-${visit.t(`import.of_${of}`)}`;
  return c.newResponse(stream, 200, {
    "content-type": EXPORT_TYPES[format],
    "content-disposition": attachmentName(`${name}.${format}`),
  });
};
