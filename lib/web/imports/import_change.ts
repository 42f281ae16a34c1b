import {
  chooseColumns,
  type ChosenColumn,
  firstProblem,
} from "../../desk/imports/choose_columns.ts";
import { DUPLICATE_RULES, parseImportField, parseImportKey } from "../../domain/customer_import.ts";
import { requireImport } from "../../store/imports.ts";
import { jobDeskOf } from "../desk_of.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { shownHeading } from "./column_view.ts";
import { importOf } from "./import_of.ts";
import { importView } from "./import_view.ts";

/** What a column is and what is done with duplicates, as a person says; looks again what would happen. */
export const importChange: StaffHandler = (c, visit) => {
  const { id, contents } = importOf(c, visit);
  const form = readForm(c);
  const columns = (contents?.headings ?? []).map((heading, index) =>
    columnOf(form, index, shownHeading(visit, heading, index))
  );
  const rule = DUPLICATE_RULES.find((known) => known === form.text("rule")) ?? "skip";
  const key = parseImportKey(form.text("key")) ?? "number";
  const chosen = chooseColumns(jobDeskOf(visit), id, { columns, rule, key });
  if (chosen.ok && !chosen.value) throw new HttpProblem("bad_request");
  if (chosen.ok && !wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  const data = importView(visit, requireImport(visit.store, id));
  if (chosen.ok) return fragment(c, visit, "imports/import_state", data);
  const { code, args } = firstProblem(chosen);
  return fragment(c, visit, "imports/import_state", { ...data, failure: visit.t(code, args) });
};

/** A question that is answered sends its answer before what stands in the list below it. */
function columnOf(form: Form, index: number, heading: string): ChosenColumn {
  const name = `field${index}`;
  const said = form.has(name) ? form.text(name) : "?";
  if (said === "?") return { field: "?", label: "" };
  if (said === "new") return { field: "new", label: heading };
  return { field: parseImportField(said) ?? "", label: form.text(`label${index}`) };
}
