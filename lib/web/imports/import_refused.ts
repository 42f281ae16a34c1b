import { stringify } from "csv-stringify/sync";
import type { RowProblem } from "../../domain/customer_import.ts";
import { importFolder } from "../../store/import_folder.ts";
import { attachmentName } from "../export_response.ts";
import { HttpProblem } from "../http_problem.ts";
import { importOf } from "./import_of.ts";
import type { StaffHandler } from "../visit.ts";

/** Every row that cannot be imported, with the reason, as CSV. */
export const importRefused: StaffHandler = async (c, visit) => {
  const { id } = importOf(c, visit);
  const { t } = visit;
  const file = await Deno.open(importFolder(visit.web.data, id).refused).catch((cause: unknown) => {
    throw cause instanceof Deno.errors.NotFound ? new HttpProblem("not_found") : cause;
  });
  const headings = [t("import.row"), t("import.problem_column"), t("import.problem_value")];
  const options = { escape_formulas: true };
  let text = "";
  const rows = new TransformStream<string, string>({
    start(out) {
      out.enqueue(`\uFEFF${stringify([[...headings, t("import.problem_reason")]], options)}`);
    },
    transform(piece, out) {
      const lines = (text + piece).split("\n");
      text = lines.pop() ?? "";
      const problems = lines.map((line) => JSON.parse(line) as RowProblem);
      out.enqueue(stringify(
        problems.map(({ row, heading, value, code, limit }) => [
          row,
          heading,
          value,
          t(`import.problem_${code}`, { limit }),
        ]),
        options,
      ));
    },
  });
  const body = file.readable.pipeThrough(new TextDecoderStream()).pipeThrough(rows)
    .pipeThrough(new TextEncoderStream());
  return c.newResponse(body, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": attachmentName(`${t("export.file_refused")}-${id}.csv`),
  });
};
