import { placeThere } from "../../desk/attachments/attachment_place.ts";
import type { AttachmentPlace } from "../../domain/attachment.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import type { StaffVisit, WebContext } from "../visit.ts";

/** The place that a request names (`?customer=5`, `?call=`, `?consultation=`). Throws `not_found` for none. */
export function requirePlace(c: WebContext, { store }: StaffVisit): AttachmentPlace {
  for (const kind of ["customer", "call", "consultation"] as const) {
    const id = idOrNull(c.req.query(kind));
    const place = id === null ? null : placeThere(store, { kind, id });
    if (place !== null) return place;
  }
  throw new HttpProblem("not_found");
}
