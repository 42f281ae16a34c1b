import { sayDifferent } from "../../store/duplicates.ts";
import { duplicatePlace } from "../forms/duplicate_place.ts";
import { readForm } from "../forms/form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Somebody says that these customers are different people. */
export const duplicateDismiss: StaffHandler = async (c, visit) => {
  const form = await readForm(c);
  const place = duplicatePlace(form.text("place"));
  const ids = form.texts("id").map((text) => idOrNull(text)).filter((id) => id !== null);
  if (place === null) throw new HttpProblem("bad_request");
  sayDifferent(visit.store, place, ids);
  return c.redirect("/customers/duplicates", 303);
};
