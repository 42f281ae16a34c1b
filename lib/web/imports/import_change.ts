import {
  DUPLICATE_RULES,
  type ImportColumn,
  parseImportField,
} from "../../domain/customer_import.ts";
import { importJob } from "../../domain/job_subject.ts";
import { clearFailure, keepChoices, requireImport } from "../../store/imports.ts";
import { actorOf } from "../acting.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { importOf, jobOf } from "./import_jobs.ts";
import { importView } from "./import_view.ts";
import { fragment, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What a column is and what is done with duplicates, as a person says; looks again what would happen. */
export const importChange: StaffHandler = (c, visit) => {
  const { id, state, contents } = importOf(c, visit);
  if (state !== "draft" || contents === null) throw new HttpProblem("bad_request");
  const form = readForm(c);
  const columns = contents.headings.map((_, index) => columnOf(form, index));
  const rule = DUPLICATE_RULES.find((known) => known === form.text("rule")) ?? "skip";
  const by = actorOf(c, visit.person);
  visit.store.transaction(() => {
    const before = jobOf(visit, id);
    if (before !== null) visit.web.jobs.cancel(before.id);
    clearFailure(visit.store, id);
    keepChoices(visit.store, id, { columns, rule });
    visit.web.jobs.start("check_import", { importId: id }, importJob(id), by);
  });
  if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  const data = importView(visit, requireImport(visit.store, id));
  return fragment(c, visit, "imports/import_state", data);
};

function columnOf(form: Form, index: number): ImportColumn {
  const field = parseImportField(form.text(`field${index}`)) ?? "";
  const label = form.text(`label${index}`).replace(/\p{C}/gu, "").trim().slice(0, 40);
  return { field, label: field === "number" ? label : "" };
}
