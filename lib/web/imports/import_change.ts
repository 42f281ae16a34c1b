import { chooseColumns } from "../../desk/imports/choose_columns.ts";
import {
  DUPLICATE_RULES,
  type ImportColumn,
  parseImportField,
} from "../../domain/customer_import.ts";
import { requireImport } from "../../store/imports.ts";
import { jobDeskOf } from "../desk_of.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { importOf } from "./import_of.ts";
import { importView } from "./import_view.ts";

/** What a column is and what is done with duplicates, as a person says; looks again what would happen. */
export const importChange: StaffHandler = (c, visit) => {
  const { id, contents } = importOf(c, visit);
  const form = readForm(c);
  const columns = (contents?.headings ?? []).map((_, index) => columnOf(form, index));
  const rule = DUPLICATE_RULES.find((known) => known === form.text("rule")) ?? "skip";
  if (!chooseColumns(jobDeskOf(visit), id, { columns, rule })) throw new HttpProblem("bad_request");
  if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  const data = importView(visit, requireImport(visit.store, id));
  return fragment(c, visit, "imports/import_state", data);
};

function columnOf(form: Form, index: number): ImportColumn {
  const field = parseImportField(form.text(`field${index}`)) ?? "";
  return { field, label: form.text(`label${index}`) };
}
