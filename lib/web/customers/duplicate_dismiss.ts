import { sayDifferent } from "../../desk/customers/say_different.ts";
import { deskOf } from "../desk_of.ts";
import { duplicatePlace } from "./duplicate_place.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Somebody says that these customers are different people. */
export const duplicateDismiss: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const places = form.texts("place").map((text) => duplicatePlace(text))
    .filter((place) => place !== null);
  const ids = form.texts("id").map((text) => idOrNull(text)).filter((id) => id !== null);
  if (places.length === 0) throw new HttpProblem("bad_request");
  sayDifferent(deskOf(visit), places, ids);
  return c.redirect("/customers/duplicates", 303);
};
