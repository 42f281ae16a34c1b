import { type Import, requireImport } from "../../store/imports.ts";
import { idParam } from "../params.ts";
import type { Visit, WebContext } from "../visit.ts";

/** The import of the route. Throws `NotFound`. */
export function importOf(c: WebContext, visit: Visit): Import {
  return requireImport(visit.store, idParam(c));
}
