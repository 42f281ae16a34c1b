import { type RowAnswer, settleAllRows, settleRow } from "../../desk/imports/settle_rows.ts";
import { requireImport } from "../../store/imports.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";
import { importView } from "./import_view.ts";

/** What somebody makes of one row of a finished import. */
export const importSettle: StaffHandler = (c, visit) => {
  const row = idOrNull(c.req.param("row"));
  if (row === null) throw new HttpProblem("not_found");
  settleRow(deskOf(visit), idParam(c), row, answerOf(readForm(c).text("how")));
  return settled(c, visit);
};

/** The same for all of them that are doubtful, or were refused. */
export const importSettleAll: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const of = form.text("of") === "refused" ? "refused" : "doubtful";
  settleAllRows(deskOf(visit), idParam(c), of, answerOf(form.text("how")));
  return settled(c, visit);
};

function answerOf(how: string): RowAnswer {
  if (how === "fine" || how === "left") return how;
  throw new HttpProblem("bad_request");
}

function settled(c: WebContext, visit: StaffVisit) {
  const id = idParam(c);
  if (!wantsFragment(c)) return c.redirect(`/imports/${id}`, 303);
  const data = importView(visit, requireImport(visit.store, id));
  return fragment(c, visit, "imports/import_state", data);
}
