import { addExtension, removeExtension } from "../../desk/extensions/add_extension.ts";
import type { Problems } from "../../desk/problem.ts";
import { extensionPlace } from "../../domain/extension.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { refusal } from "../forms/refusal.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import { extensionListView } from "./extension_list_view.ts";
import { extensionNames } from "../frame/extension_names.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Adds an extension, for a switch that has others than the sixteen: on one line, or on every one. */
export const extensionCreate: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const added = { line: lineOf(form), number: form.text("number").trim() };
  const outcome = addExtension(deskOf(visit), added);
  if (!outcome.ok) {
    // The page offers the lines that are there.
    if (outcome.problems["line"] !== undefined) throw refusal(outcome.problems);
    const errors = errorsOf(named(outcome.problems, visit), visit.t);
    const data = extensionListView(visit, { errors, added });
    const title = visit.t("title.extensions");
    return page(c, visit, "extensions/extension_list", data, {
      title,
      active: "settings",
      status: 422,
    });
  }
  return c.redirect("/settings/extensions", 303);
};

/** Null is every line. */
function lineOf(form: Form): number | null {
  const text = form.text("line");
  if (text === "") return null;
  const id = idOrNull(text);
  if (id === null) throw new HttpProblem("bad_request");
  return id;
}

/** Takes an extension away that is nobody's. */
export const extensionRemove: StaffHandler = (c, visit) => {
  const removed = removeExtension(deskOf(visit), c.req.param("id") ?? "");
  if (!removed.ok) throw refusal(named(removed.problems, visit));
  return c.redirect("/settings/extensions", 303);
};

/** The same problems about an extension as this page calls it: `301 (별관)` for `2:301`. */
function named(problems: Problems, visit: StaffVisit): Problems {
  const pairs = Object.entries(problems).map(([field, problem]) => {
    const place = extensionPlace(String(problem.args["number"] ?? ""));
    const args = place === null ? problem.args : { number: extensionNames(visit)(place) };
    return [field, { ...problem, args }] as const;
  });
  return Object.fromEntries(pairs);
}
